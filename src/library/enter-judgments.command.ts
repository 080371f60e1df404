import type { Tx } from "#database/database.ts";
import { holdSources, putDocument } from "#library/documents.store.ts";
import { type ImportFigures, MOST_PROBLEMS } from "#library/imports.store.ts";
import { type LibraryKnowledge, readLibraryText } from "#library/read-library-text.ts";
import { readLine } from "#library/read-line.ts";

/** 入库 enters lines of published judgments in the worker's transaction; adds what became of them to the figures. The same line twice is repeated, not doubled. */
export async function enterJudgments(
  tx: Tx,
  importId: string,
  lines: readonly { readonly number: number; readonly content: string | null }[],
  before: ImportFigures,
  knowledge: LibraryKnowledge,
  now: Date,
): Promise<ImportFigures> {
  let { entered, repeated, refused } = before;
  const problems = [...before.problems];
  const judged = lines.map((line) => ({ line, read: readLine(line) }));
  await holdSources(
    tx,
    judged.flatMap(({ read }) => (read.ok ? [String(read.value.id)] : [])),
  );
  for (const { line, read } of judged) {
    if (!read.ok) {
      refused++;
      if (problems.length < MOST_PROBLEMS) problems.push({ line: line.number, sentence: read.sentence });
      continue;
    }
    const { id, text, name } = read.value;
    const source = { kind: "published" as const, sourceId: String(id), text, importId };
    const became = await putDocument(tx, name ?? String(id), source, readLibraryText(text, knowledge), now);
    if (became === "repeated") repeated++;
    else entered++;
  }
  return { lines: before.lines, entered, repeated, refused, problems };
}
