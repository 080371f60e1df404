import { hashBytes } from "#scan/sources/inspect-bytes.ts";
import { openFiles } from "#scan/sources/open-files.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import type { Task } from "#scan/threads/tasks.ts";

/** Hashes a large file while others count it. What cannot be read is an answer: the thread that counts reports it. */
export const hashFileTask: Task<"hash-file"> = async ({ file, known }) => {
  // The thread is ended from outside when the count is stopped.
  const hashing = { signal: new AbortController().signal, known: known === null ? null : new Map([[file.path, known]]) };
  try {
    for await (const source of openFiles([file])) return { answer: await hashBytes(source, hashing), transfer: [] };
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return { answer: { problem: failure.problem }, transfer: [] };
  }
  throw new Error("no file was given");
};
