import type { PdfCell, PdfLine } from "#scan/sources/join-pdf-lines.ts";

/** A part of a page: a line of text, or the rows of what stands in columns. */
export type PdfPart = { readonly line: string } | { readonly rows: readonly (readonly string[])[] };

const FEWEST_ROWS = 3;

/**
 * Finds what stands in columns: three lines or more with as many cells each, every cell above or below one of the line before. A line that
 * lacks a cell ends it. What such rows mean is decided as with any table; where they mean nothing they are lines again.
 */
export function findPdfTables(lines: readonly PdfLine[]): PdfPart[] {
  const parts: PdfPart[] = [];
  let run: PdfLine[] = [];
  const end = () => {
    if (run.length >= FEWEST_ROWS) parts.push({ rows: run.map(({ cells }) => cells.map(({ text }) => text)) });
    else for (const { text } of run) parts.push({ line: text });
    run = [];
  };
  for (const line of lines) {
    const before = run.at(-1);
    if (before !== undefined && !isBelow(before.cells, line.cells)) end();
    run.push(line);
    if (line.cells.length < 2) end();
  }
  end();
  return parts;
}

function isBelow(above: readonly PdfCell[], below: readonly PdfCell[]): boolean {
  return above.length === below.length && below.every(({ from, to }, at) => from <= (above[at]?.to ?? -1) && to >= (above[at]?.from ?? 0));
}
