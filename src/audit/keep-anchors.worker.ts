import type { AnchorFile } from "#audit/anchor.ts";
import { findHashAt, findHead } from "#audit/audit.store.ts";
import type { Database } from "#database/database.ts";

/** Writes the head of the chain to the anchor file whenever it has moved. `stop` writes it a last time. */
export type AnchorKeeper = { stop(): Promise<void> };

type Keeping = {
  readonly database: Database;
  readonly anchors: AnchorFile;
  readonly clock: () => Date;
  readonly everyMs: number;
  /** told when an anchor could not be written, or when the chain no longer agrees with the newest one */
  readonly onProblem: (problem: Error) => void;
};

export async function keepAnchors({ database, anchors, clock, everyMs, onProblem }: Keeping): Promise<AnchorKeeper> {
  let newest = newestOf(await anchors.read());
  let running: Promise<void> | null = null;

  const write = async () => {
    const state = await database.transact({ as: "nobody" }, async (tx) => ({
      head: await findHead(tx),
      anchored: newest ? await findHashAt(tx, newest.seq) : null,
    }));
    // A chain that was cut or rewritten is not anchored anew: the old anchors keep the proof, `audit verify` names it.
    if (newest && state.anchored !== newest.hash)
      throw new Error(`the audit chain no longer agrees with its anchor of entry ${newest.seq}; run "tandem audit verify"`);
    if (!state.head || state.head.seq === newest?.seq) return;
    await anchors.append(state.head, clock());
    newest = state.head;
  };
  const tick = () => {
    running ??= write()
      .catch((problem: unknown) => onProblem(problem instanceof Error ? problem : new Error(String(problem))))
      .finally(() => {
        running = null;
      });
    return running;
  };

  const timer = setInterval(tick, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await tick();
    },
  };
}

function newestOf(anchors: Awaited<ReturnType<AnchorFile["read"]>>): { seq: number; hash: string } | null {
  return anchors
    .filter((anchor) => anchor.genuine)
    .reduce<{ seq: number; hash: string } | null>((newest, anchor) => (newest && newest.seq > anchor.seq ? newest : anchor), null);
}
