import type { Tx } from "#database/database.ts";
import { foldLexicon } from "#lexicons/fold-lexicon.ts";
import type { Replay } from "#lexicons/lexicons.contract.ts";
import { findLexiconEvents } from "#lexicons/lexicons.store.ts";
import { findReplays } from "#lexicons/replays.store.ts";
import { tellReplay } from "#lexicons/tell-replay.ts";

/** The newest replay of an office, or the one with the id, as the acting person sees it; undefined when there is none. */
export async function describeReplay(tx: Tx, by: { readonly officeCode: string } | { readonly id: string }): Promise<Replay | undefined> {
  const [row] = await findReplays(tx, by);
  if (!row) return undefined;
  const events = await findLexiconEvents(tx, row.office_code);
  return tellReplay(row, foldLexicon(events.filter(({ seq }) => seq <= row.revision)), foldLexicon(events));
}
