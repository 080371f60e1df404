import { parentPort, workerData } from "node:worker_threads";
import { type CellObject, read, set_cptable, type WorkSheet } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import type { XlsMessage } from "#scan/sources/read-xls.ts";

/** A thread of its own for XLS: the whole workbook lies in its memory, which is limited. It gives some rows each time it is asked. */
const ROWS = 2000;

set_cptable(codePages); // Excel 95 and before wrote Chinese in code page 936

const bytes: Uint8Array = workerData;
const post = (message: XlsMessage) => parentPort?.postMessage(message);

try {
  const book = read(bytes, { type: "array", dense: true, cellDates: false, cellFormula: false, cellHTML: false, cellText: false });
  post({ kind: "opened", sheets: book.SheetNames });
  const pieces = piecesOf(book.SheetNames.map((name) => book.Sheets[name]));
  parentPort?.on("message", () => post(pieces.next().value ?? { kind: "ended" }));
} catch (failure) {
  const reason = String(failure).slice(0, 200);
  post({ kind: "unopened", locked: /password|encrypt/i.test(reason), reason });
}

function* piecesOf(sheets: readonly (WorkSheet | undefined)[]): Generator<XlsMessage> {
  for (const [sheet, worksheet] of sheets.entries()) {
    const data = worksheet?.["!data"] ?? [];
    for (let from = 0; from < data.length; from += ROWS) {
      const rows = Array.from({ length: Math.min(ROWS, data.length - from) }, (_, at) => Array.from(data[from + at] ?? [], textOf));
      yield { kind: "rows", sheet, from, rows };
    }
  }
}

/** The cell as stored: a number and a date as its number, an error as nothing. */
function textOf(cell: CellObject | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === "e" || cell.t === "z") return "";
  return cell.t === "b" ? (cell.v ? "TRUE" : "FALSE") : String(cell.v);
}
