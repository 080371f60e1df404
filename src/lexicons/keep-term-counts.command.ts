import type { Tx } from "#database/database.ts";
import { insertTermCounts, type ReadingOfOffice } from "#lexicons/term-counts.store.ts";
import type { TermCount } from "#reading/terms/count-terms.ts";

/** What a reading knows of the terms it went by: the version of the office's lexicon (0 = as it ships) and how often each stood. */
export type TermsOfReading = { readonly version: number; readonly counts: readonly TermCount[] };

/** 词条计数 keeps them with the reading, in the transaction that settles it; a reading whose terms were not counted has no row and is told apart from one without hits. */
export async function keepTermCounts(tx: Tx, reading: ReadingOfOffice, { version, counts }: TermsOfReading, now: Date): Promise<void> {
  await insertTermCounts(tx, reading, version, counts, now);
}
