import type { Actor } from "#access/access.contract.ts";
import type { ReadingResult } from "#case-documents/case-documents.contract.ts";
import type { Page } from "#case-documents/cut-pages.ts";
import { findPrompts, insertPrompt } from "#case-documents/document-marks.store.ts";
import type { Prompt } from "#case-documents/list-prompts.ts";
import { insertMends } from "#case-documents/mends.store.ts";
import { withholdPrompts } from "#case-documents/withhold-prompts.command.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { addClue } from "#clues/register-clue.command.ts";
import type { MadeFingerprints } from "#cross-checks/make-fingerprints.ts";
import { replaceTraits } from "#cross-checks/replace-traits.command.ts";
import type { Tx } from "#database/database.ts";
import { keepTermCounts, type TermsOfReading } from "#lexicons/keep-term-counts.command.ts";
import { enterCaseDocument } from "#library/enter-case-document.command.ts";
import type { LibraryEntry } from "#library/read-library-text.ts";

/** What one reading of a document found, ready to be kept. */
export type Found = {
  readonly result: ReadingResult;
  readonly pages: readonly Page[];
  readonly prompts: readonly Prompt[];
  readonly name: string;
  /** what the library of similar cases keeps of it */
  readonly entry: LibraryEntry;
  /** of the plain text, for the comparison with clues of other offices */
  readonly fingerprints: MadeFingerprints;
  readonly terms: TermsOfReading;
};

type Read = { readonly documentId: string; readonly caseId: string; readonly readingId: string; readonly actor: Actor };

/**
 * 入库与提示 what follows from a finished reading beside its own rows, in the transaction that settles it: the counts of terms, the entry of the library, the
 * prompts. A prompt there is already for this document, track and field stays as it is, whatever became of it: reading again never doubles one and never revives one that was dismissed.
 * What rests on nothing but rules its office has retired is not prompted.
 */
export async function keepFound(tx: Tx, { documentId, caseId, readingId, actor }: Read, found: Found, now: Date): Promise<void> {
  const before = await findPrompts(tx, [documentId]);
  const known = new Set(before.map(({ track, field }) => `${track} ${field}`));
  const facts = await findCaseFacts(tx, caseId, "none");
  if (!facts) throw new Error(`document ${documentId} lies in no case`);
  const { officeCode } = facts;
  const { name, entry, terms } = found;
  await keepTermCounts(tx, { readingId, documentId, caseId, officeCode }, terms, now);
  await enterCaseDocument(tx, { caseId, officeCode, documentId, name, entry }, now);
  // before the first audit entry: whoever acts on one of these clues holds it and then waits for the audit's lock, never the other way round
  const replace = (clues: readonly string[]) => replaceTraits(tx, clues, "document", found.fingerprints, now);
  await replace(before.map(({ clue_id }) => clue_id));
  const made: string[] = [];
  const fresh = found.prompts.filter(({ track, field }) => !known.has(`${track} ${field}`));
  for (const { track, field, content } of await withholdPrompts(tx, { readingId, documentId, caseId, officeCode }, fresh, now)) {
    const clue = {
      content,
      origin: { kind: "document" as const, documentId, name: name.slice(0, 200) },
      caseId,
      officeCode,
      prompted: true,
    };
    const clueId = await addClue(tx, { actor, now, requestId: readingId }, clue, readingId);
    await insertPrompt(tx, { documentId, caseId, track, field, clueId, readingId });
    made.push(clueId);
  }
  await replace(made);
  await insertMends(tx, [readingId], { documentId, caseId }, { outcome: "new" }, now);
}
