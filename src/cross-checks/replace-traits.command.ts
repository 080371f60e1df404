import { saveTraits } from "#cross-checks/cross-checks.store.ts";
import type { MadeFingerprints } from "#cross-checks/make-fingerprints.ts";
import type { Tx } from "#database/database.ts";

/** Puts fingerprints of clues in the place of those made before from the same source, in the worker's transaction. */
export function replaceTraits(
  tx: Tx,
  clues: readonly string[],
  source: "text" | "document",
  made: MadeFingerprints,
  now: Date,
): Promise<void> {
  return saveTraits(tx, clues, source, made, now);
}
