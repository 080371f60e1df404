import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { foldLexicon } from "#lexicons/fold-lexicon.ts";
import { contentOf } from "#lexicons/judge-draft.ts";
import { findLexiconEvents, findLiveSeq } from "#lexicons/lexicons.store.ts";
import type { Knowledge } from "#reading/read-text.ts";
import { overlayLexicon } from "#reading/terms/change-terms.ts";

/** Offices whose automaton is kept built; more than one installation has at work at once. */
const MOST_KEPT = 32;

/**
 * 本院词库 answers the knowledge a document is read with: what ships, with the live version of the office's lexicon on top. An automaton is built once a version.
 * Asked by the case, for which the caller's transaction must see it, or by the office.
 */
export function openOfficeKnowledge(
  shipped: Knowledge,
): (tx: Tx, of: { readonly caseId: string } | { readonly officeCode: string }) => Promise<Knowledge> {
  const kept = new Map<string, { readonly seq: number; readonly knowledge: Knowledge }>();
  return async (tx, of) => {
    const officeCode = "officeCode" in of ? of.officeCode : (await findCaseFacts(tx, of.caseId, "none"))?.officeCode;
    if (officeCode === undefined) return shipped;
    const seq = await findLiveSeq(tx, officeCode);
    if (seq === 0) return shipped;
    const known = kept.get(officeCode);
    if (known?.seq === seq) return known.knowledge;
    const { versions } = foldLexicon(await findLexiconEvents(tx, officeCode, seq));
    const overlay = { office: officeCode, version: versions.length, changes: [...contentOf(versions)] };
    const knowledge = { ...shipped, lexicon: overlayLexicon(shipped.lexicon, overlay) };
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(officeCode, { seq, knowledge });
    return knowledge;
  };
}
