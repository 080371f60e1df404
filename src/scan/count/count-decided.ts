import { createHmac, randomBytes } from "node:crypto";
import type { ByteSource } from "#scan/byte-source.ts";
import { type CountHooks, countEvidence } from "#scan/count-evidence.ts";
import { DecisionBook } from "#scan/decisions/decision-book.ts";
import { PlaceLearner } from "#scan/decisions/place-learner.ts";
import type { CountOptions, CountResult } from "#scan/scan.contract.ts";

/**
 * Counts evidence with the decisions that its options hold. A decision is about an item wherever it stands: where the document has no key
 * for its fingerprints, the items at the decided places are found in a first reading, so that the figures do not depend on which of two
 * equal records comes first. A decision about a record of tier C, which is no item of the work-list, is about that record alone.
 */
export async function countDecided(
  open: () => Iterable<ByteSource> | AsyncIterable<ByteSource>,
  options: CountOptions,
  hooks: CountHooks,
): Promise<CountResult> {
  const { decisions: document, definitions: _beside, ...plain } = options;
  if (document === undefined || hooks.workList !== undefined) return countEvidence(open(), options, hooks);
  const { fingerprintKey } = document;
  const key = fingerprintKey === null ? randomBytes(32) : Buffer.from(fingerprintKey, "hex");
  const fingerprintOf = (words: string) => createHmac("sha256", key).update(words).digest("hex");
  // A fingerprint under a key that is not here says nothing here.
  let decisions = fingerprintKey === null ? document.decisions.map((one) => ({ ...one, fingerprint: null })) : document.decisions;
  if (decisions.some(({ fingerprint }) => fingerprint === null)) {
    const learner = new PlaceLearner(decisions.map(({ place }) => place));
    // Nobody watches this reading: rows, progress and what is remembered belong to the second.
    const { onRow: _rows, wantsRow: _wants, onProgress: _progress, memory: _memory, decisionAt: _at, ...quiet } = hooks;
    await countEvidence(open(), plain, { ...quiet, workList: { book: learner, fingerprintOf } });
    decisions = decisions.map((one) => ({ ...one, fingerprint: one.fingerprint ?? learner.itemAt(one.place) }));
  }
  return countEvidence(open(), options, { ...hooks, workList: { book: new DecisionBook(decisions, true), fingerprintOf } });
}
