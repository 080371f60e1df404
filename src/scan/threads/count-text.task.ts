import { countTextBlock } from "#scan/sources/count-text.ts";
import type { Task } from "#scan/threads/tasks.ts";

/** Counts a block of a free text that knows nothing of its neighbours. */
export const countTextTask: Task<"count-text"> = async ({ bytes, inMessage, rules, marking }) => {
  const block = { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), inMessage };
  const answer = countTextBlock(block, rules, marking);
  const { marks, starts } = answer.counted.chunk;
  return { answer, transfer: starts === null ? [marks.buffer] : [marks.buffer, starts.buffer] };
};
