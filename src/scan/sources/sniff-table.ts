import { inferColumns } from "#scan/columns/infer-columns.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { LOOKALIKES } from "#scan/kinds.ts";
import { type Separator, splitRows } from "#scan/sources/split-rows.ts";

const TRIED: readonly Separator[] = ["\t", ",", "|", ";", "----", " "];
const SAMPLED_ROWS = 200;

/**
 * Whether a text is a table, and by which separator; null for free text. A file named .csv or .tsv is one by its word (a single column
 * if no separator fits). Anything else must show it: at least two rows that nearly all have the same number of cells, two or more, and
 * columns in which identifying values stand, so that a chat with commas stays a chat.
 */
export function sniffTable(beginning: string, extension: string): Separator | null {
  const told = /^sep=(.)\r?\n/i.exec(beginning)?.[1];
  const hinted = TRIED.find((separator) => separator === told);
  if (hinted !== undefined) return hinted;
  const named = extension === "csv" || extension === "tsv" || extension === "tab";
  let best: { separator: Separator; score: number } | null = null;
  for (const separator of TRIED) {
    if (named && (separator === " " || separator === "----")) continue;
    const rows = sampleRows(beginning, separator);
    const shape = shapeOf(rows);
    if (shape.columns < 2) continue;
    if (named ? shape.share < 0.5 : shape.rows < 2 || shape.share < 0.9 || !holdsColumns(rows, separator)) continue;
    // A header that splits as its rows do speaks for the separator; more columns decide between two that fit alike.
    const score = shape.share + Math.min(shape.columns, 50) / 1000 + (rows[0]?.length === shape.columns ? 0.2 : 0);
    if (best === null || score > best.score) best = { separator, score };
  }
  if (best !== null) return best.separator;
  if (!named) return null;
  return extension === "csv" ? "," : "\t";
}

function holdsColumns(rows: readonly string[][], separator: Separator): boolean {
  const { header, columns } = inferColumns(rows);
  // "ip 1.2.3.4" and "手机 138…" are lines with a label each: what a blank parts is no header beside a value.
  if (separator === " " && header && rows[0]?.some((cell) => findInText(cell).length > 0) === true) return false;
  // 张三 138… 李四 139…: two persons in a line, which a line of text tells apart and a row of a table does not.
  if (separator === " " && !header && ["name", "mobile"].every((kind) => columns.filter((column) => column.kind === kind).length >= 2))
    return false;
  const known = columns.filter(({ kind, share }) => kind !== null && !(kind in LOOKALIKES) && (share >= 0.6 || header));
  // Blanks and dashes stand in prose and logs too: there one column is not enough.
  return (
    known.length >= (separator === " " ? 2 : 1) &&
    (header || known.some(({ kind }) => kind !== "name" && kind !== "ip" && kind !== "coordinates"))
  );
}

function shapeOf(rows: readonly string[][]): { columns: number; share: number; rows: number } {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let columns = 0;
  let most = 0;
  for (const [width, count] of widths) if (count > most || (count === most && width > columns)) [columns, most] = [width, count];
  return { columns, share: rows.length === 0 ? 0 : most / rows.length, rows: rows.length };
}

function sampleRows(beginning: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  splitRows(beginning, separator, true, (cells) => {
    if (rows.length < SAMPLED_ROWS && cells.some((cell) => cell.trim() !== "")) rows.push(cells);
  });
  return rows;
}
