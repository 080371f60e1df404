import { findClueTexts } from "#clues/find-clue-texts.query.ts";
import { forgetWaiting, holdWaiting } from "#cross-checks/cross-checks.store.ts";
import type { TraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { makeFingerprints } from "#cross-checks/make-fingerprints.ts";
import { replaceTraits } from "#cross-checks/replace-traits.command.ts";
import type { Database } from "#database/database.ts";

type Comparing = {
  readonly database: Database;
  readonly traitFingerprint: TraitFingerprint;
  readonly clock: () => Date;
  readonly everyMs: number;
  /** told when clues could not be compared; they wait and are tried again */
  readonly onProblem: (problem: Error) => void;
};
const AT_ONCE = 50;

/** Makes fingerprints of the text of clues as they are registered or corrected, until `stop`. */
export function compareClues(parts: Comparing): { stop(): Promise<void> } {
  const over = new AbortController();
  let running: Promise<void> | null = null;
  const tick = () => {
    running ??= compareAll(parts, over.signal)
      .catch((problem: unknown) => parts.onProblem(problem instanceof Error ? problem : new Error(String(problem))))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(tick, parts.everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      over.abort();
      await running;
    },
  };
}

async function compareAll(parts: Omit<Comparing, "everyMs" | "onProblem">, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await compareSome(parts)) === AT_ONCE);
}

/** One batch in one transaction: the fingerprints stand if and only if the clue waits no longer. Answers how many clues there were. */
export async function compareSome({ database, traitFingerprint, clock }: Omit<Comparing, "everyMs" | "onProblem">): Promise<number> {
  return database.transact({ as: "worker" }, async (tx) => {
    const waiting = await holdWaiting(tx, AT_ONCE);
    for (const id of waiting) {
      const [clue] = await findClueTexts(tx, { only: id });
      if (clue) await replaceTraits(tx, [id], "text", makeFingerprints(clue.text, "text", traitFingerprint), clock());
    }
    await forgetWaiting(tx, waiting);
    return waiting.length;
  });
}
