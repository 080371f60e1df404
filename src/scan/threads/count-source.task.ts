import { openFiles } from "#scan/sources/open-files.ts";
import { openScratch } from "#scan/sources/scratch.ts";
import { countSource } from "#scan/threads/count-source.ts";
import type { Task } from "#scan/threads/tasks.ts";

const TELL_EVERY_MS = 100;
/** One for all sources of the thread: they share what is kept by it, such as the engine of OCR. */
const NEVER = new AbortController().signal;

/** Counts a file in a thread. The thread is ended from outside when the count is stopped, so nothing here listens for that. */
export const countSourceTask: Task<"count-source"> = async ({ file, settings }, { tell, heard }) => {
  const scratch = await openScratch();
  let [told, bytesDone, rowsDone] = [0, 0, 0];
  try {
    for await (const source of openFiles([file]))
      await countSource(source, settings, {
        scratch,
        signal: NEVER,
        blocks: null,
        outlet: {
          leaf: (leaf) => tell({ kind: "leaf", leaf }, [leaf.kinds.buffer, leaf.tiers.buffer].filter(isOwn)),
          marks: (chunk) =>
            tell({ kind: "marks", chunk }, chunk.starts === null ? [chunk.marks.buffer] : [chunk.marks.buffer, chunk.starts.buffer]),
          ready: heard,
          progress: (reading, bytes, rows) => {
            bytesDone += bytes;
            rowsDone += rows;
            const now = performance.now();
            if (now - told < TELL_EVERY_MS) return;
            tell({ kind: "progress", path: reading, bytes: bytesDone, rows: rowsDone });
            [told, bytesDone, rowsDone] = [now, 0, 0];
          },
        },
      });
    tell({ kind: "progress", path: file.path, bytes: bytesDone, rows: rowsDone });
  } finally {
    await scratch.close();
  }
  return { answer: null, transfer: [] };
};

function isOwn(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return buffer instanceof ArrayBuffer;
}
