import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Database } from "#database/database.ts";
import { type Line, splitLines } from "#json-lines/split-lines.ts";
import { enterJudgments } from "#library/enter-judgments.command.ts";
import { type ImportFigures, insertImport, updateImport } from "#library/imports.store.ts";
import type { LibraryKnowledge } from "#library/read-library-text.ts";
import { LONGEST_LINE } from "#library/read-line.ts";

/** `whole`: the file was read to its end. */
export type FileImport = ImportFigures & { readonly whole: boolean };
export type FileImportParts = {
  readonly database: Database;
  readonly knowledge: LibraryKnowledge;
  readonly now: Date;
  readonly signal: AbortSignal;
};

const BATCH = 20;
const TOLD_EVERY = 1000;

/** 导入 enters a file of any length from the server's own disk, a batch a transaction, in bounded memory. Cut off, what was entered stays; the next run goes on. */
export async function importFile(
  { database, knowledge, now, signal }: FileImportParts,
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
  tell: (soFar: FileImport) => void,
): Promise<FileImport> {
  const id = randomUUID();
  const asWorker = { as: "worker" as const };
  await database.transact(asWorker, (tx) => insertImport(tx, { id, name: name.slice(0, 200), status: "running", by: null, at: now }));
  let figures: ImportFigures = { lines: 0, entered: 0, repeated: 0, refused: 0, problems: [] };
  let batch: Line[] = [];
  const enter = async () => {
    const lines = batch;
    batch = [];
    figures = await database.transact(asWorker, async (tx) => {
      const after = await enterJudgments(tx, id, lines, { ...figures, lines: figures.lines + lines.length }, knowledge, now);
      await updateImport(tx, id, "running", after, now);
      return after;
    });
    if (figures.lines % TOLD_EVERY < lines.length) tell({ ...figures, whole: false });
  };
  let whole = false;
  try {
    for await (const line of splitLines(stream, LONGEST_LINE)) {
      if (signal.aborted) break;
      if (line.content === "") continue;
      batch.push(line);
      if (batch.length === BATCH) await enter();
    }
    if (batch.length > 0) await enter();
    whole = !signal.aborted;
  } finally {
    await database.transact(asWorker, async (tx) => {
      await updateImport(tx, id, whole ? "done" : "failed", figures, now);
      const event = {
        kind: "work-changed" as const,
        thing: "library",
        thingId: id,
        action: whole ? "import-done" : "import-failed",
        version: 1,
      };
      await appendEntry(tx, { event, actor: null, caseId: null, requestId: id });
    });
  }
  return { ...figures, whole };
}
