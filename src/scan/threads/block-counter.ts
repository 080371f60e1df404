import type { ChunkCount } from "#scan/tally/marks.ts";
import type { MarkChunk } from "#scan/tally/partition-marks.ts";
import type { SharedBlocks } from "#scan/threads/shared-blocks.ts";
import type { TaskAnswer, TaskInput, TaskName } from "#scan/threads/tasks.ts";

/** What a block of a leaf came to: its counters, and its marks on their way to the store (`packChunk`). */
export type CountedBlock = { readonly chunk: MarkChunk; readonly counters: Pick<ChunkCount, "kinds" | "tiers" | "failed"> };

/**
 * Counts blocks of a large leaf in threads. A reader hands it whole lines, at most `atOnce` blocks at a time so that memory stays bounded,
 * and gives each answer to `sink.block`; the order in which answers come changes nothing.
 */
export type BlockCounter = {
  readonly atOnce: number;
  /** memory for blocks that are read here and counted there; absent where blocks go over with their own */
  readonly memory?: SharedBlocks;
  /**
   * Runs a task of `tasks.ts` in a free thread. Buffers in `transfer` go over to it and are empty here afterwards.
   * @throws what the task threw; the abort reason; an Error when the thread died
   */
  readonly run: <Name extends TaskName>(name: Name, input: TaskInput<Name>, transfer?: readonly ArrayBuffer[]) => Promise<TaskAnswer<Name>>;
};
