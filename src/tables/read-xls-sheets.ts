import { openThread } from "#scan/sources/ask-thread.ts";
import { lacksSectors } from "#scan/sources/lacks-sectors.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import type { XlsMessage } from "#scan/sources/read-xls.ts";
import type { Table, TableRow } from "#tables/table.ts";

const LIMITS = { heap: 1024, patience: 60_000 } as const;

/** The sheets of an XLS workbook (as banks still send them), read in the scanner's thread. @throws Unreadable; the abort reason */
export async function readXlsSheets(bytes: Uint8Array, signal: AbortSignal): Promise<Table[]> {
  if (lacksSectors(bytes)) throw new Unreadable(problemOf("workbook-damaged", "the file ends early"));
  const thread = openThread<XlsMessage>(new URL("../scan/sources/xls.thread.ts", import.meta.url), bytes, signal, LIMITS);
  try {
    const opened = await thread.next();
    if (opened.kind !== "opened")
      throw new Unreadable(problemOf(opened.kind === "unopened" && opened.locked ? "encrypted" : "workbook-damaged", "XLS"));
    const rows: TableRow[][] = opened.sheets.map(() => []);
    for (;;) {
      thread.ask();
      const piece = await thread.next();
      if (piece.kind !== "rows") break;
      for (const [at, cells] of piece.rows.entries())
        if (cells.some((cell) => cell.trim() !== "")) rows[piece.sheet]?.push({ row: piece.from + at + 1, cells });
    }
    return opened.sheets.map((sheet, at) => ({ sheet, rows: rows[at] ?? [] }));
  } finally {
    await thread.close();
  }
}
