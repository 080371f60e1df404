import { TableBlocks } from "#scan/sources/table-blocks.ts";
import type { Task } from "#scan/threads/tasks.ts";

/** Tables whose rows this thread has counted last, each with its kernel laid out. */
const open = new Map<string, TableBlocks>();
const MOST_OPEN = 2;

/** Counts a block of whole rows of a table whose columns are resolved. */
export const countRowsTask: Task<"count-rows"> = async ({ table, name, bytes, length }) => {
  let reader = open.get(name) ?? null;
  if (reader === null) {
    for (const oldest of open.keys()) if (open.size >= MOST_OPEN) open.delete(oldest);
    reader = TableBlocks.open(table);
    if (reader === null) throw new Error("a table without a plan was sent to a thread");
    open.set(name, reader);
  }
  const { used, rows, records, blocks } = reader.read(bytes.subarray(0, length), true);
  if (used !== length) throw new Error("a block of a table ended within a row");
  const transfer = blocks.flatMap(({ chunk }) =>
    chunk.starts === null ? [chunk.marks.buffer] : [chunk.marks.buffer, chunk.starts.buffer],
  );
  return { answer: { rows, records, blocks }, transfer };
};
