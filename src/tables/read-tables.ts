import type { ByteSource } from "#scan/byte-source.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { inspectText } from "#scan/sources/inspect-bytes.ts";
import { SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { readSheet } from "#scan/sources/read-sheet.ts";
import { collectParts, listSheets } from "#scan/sources/read-workbook.ts";
import { readSharedStrings, SharedStrings } from "#scan/sources/shared-strings.ts";
import { sniffMagic } from "#scan/sources/sniff-magic.ts";
import { type Separator, splitRows } from "#scan/sources/split-rows.ts";
import { readXlsSheets } from "#tables/read-xls-sheets.ts";
import type { Table, TableRow } from "#tables/table.ts";

/** A table is a document that people fill in or a bank writes; beyond this it is evidence to be counted, not read here. */
export const TABLE_LIMITS = { bytes: 64 * 1024 * 1024, rows: 200_000 } as const;

type Sentence = { readonly zh: string; readonly en: string };
export type ReadTables =
  | { readonly ok: true; readonly tables: readonly Table[]; readonly sha256: string }
  | { readonly ok: false; readonly problem: Sentence };

/**
 * Reads the rows of a small table: CSV and the like in any encoding that the scanner knows, or a workbook (XLSX, XLS) with all its sheets. An
 * unreadable file, another format or one beyond the limits is a problem with its reason; half a table is never answered.
 * @throws the abort reason, and what is no problem of the file
 */
export async function readTables(source: ByteSource, signal: AbortSignal): Promise<ReadTables> {
  if (source.size > TABLE_LIMITS.bytes)
    return refuse(`文件超过${TABLE_LIMITS.bytes >> 20} MiB`, `the file is larger than ${TABLE_LIMITS.bytes >> 20} MiB`);
  try {
    const { sha256, text } = await inspectText(source, signal);
    const magic = sniffMagic(await source.read(0, 64 * 1024));
    if (magic === "xls") return answer(await readXlsSheets(await source.read(0, source.size), signal), sha256);
    if (magic === "zip") return await readSheets(source, sha256, signal);
    if (magic !== null || text === null) return refuse("请提供CSV、XLSX或者XLS文件", "give a CSV, XLSX or XLS file");
    if (text.errors > 0) return refuse(`有${text.errors}处字节不能解码`, `${text.errors} bytes cannot be decoded`);
    const bytes = await source.read(text.bom, source.size - text.bom);
    const content = new TextDecoder(text.encoding, { ignoreBOM: true }).decode(bytes);
    const rows: TableRow[] = [];
    let row = 0;
    splitRows(content, separatorOf(content), true, (cells) => {
      row++;
      if (isFilled(cells) && !/^sep=$/i.test(cells[0] ?? "")) rows.push({ row, cells });
    });
    return answer([{ sheet: null, rows }], sha256);
  } catch (failure) {
    if (failure instanceof Unreadable) return { ok: false, problem: { zh: failure.problem.zh, en: failure.problem.en } };
    throw failure;
  }
}

async function readSheets(source: ByteSource, sha256: string, signal: AbortSignal): Promise<ReadTables> {
  const parts = new Map<string, ArchiveMember>();
  const locked = await collectParts(openZip(source, SCAN_LIMITS, { packed: source.size, unpacked: 0 }), parts);
  if (locked !== null) return { ok: false, problem: { zh: locked.zh, en: locked.en } };
  if (!parts.has("xl/workbook.xml")) return refuse("请提供CSV、XLSX或者XLS文件", "give a CSV, XLSX or XLS file");
  const shared = parts.get("xl/sharedstrings.xml");
  const strings = shared === undefined ? new SharedStrings() : await readSharedStrings(shared.unpack());
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const tables: Table[] = [];
  for (const { name, part } of await listSheets(parts)) {
    signal.throwIfAborted();
    const member = parts.get(part);
    if (member === undefined) return refuse(`工作表“${name}”缺失`, `the sheet “${name}” is missing`);
    const rows: TableRow[] = [];
    for await (const block of readSheet(member.unpack(), strings)) {
      let row = block.firstRow;
      splitRows(decoder.decode(block.bytes), "\t", true, (cells) => {
        if (isFilled(cells)) rows.push({ row, cells });
        row++;
      });
    }
    if (!member.intact()) return refuse(`工作表“${name}”已损坏`, `the sheet “${name}” is damaged`);
    tables.push({ sheet: name, rows });
  }
  return answer(tables, sha256);
}

function answer(tables: readonly Table[], sha256: string): ReadTables {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > TABLE_LIMITS.rows) return refuse(`超过${TABLE_LIMITS.rows}行`, `more than ${TABLE_LIMITS.rows} rows`);
  return { ok: true, tables, sha256 };
}

/** The separator that splits the first lines into most cells alike; a comma when none does. */
function separatorOf(content: string): Separator {
  const told = /^sep=(.)\r?\n/i.exec(content)?.[1];
  const beginning = content.slice(0, 64 * 1024);
  let best: { separator: Separator; score: number } = { separator: ",", score: 0 };
  for (const separator of [",", "\t", ";", "|"] as const) {
    if (separator === told) return separator;
    const widths: number[] = [];
    splitRows(beginning, separator, true, (cells) => {
      if (widths.length < 60 && isFilled(cells)) widths.push(cells.length);
    });
    const score = widths.filter((width) => width > 1).reduce((sum, width) => sum + Math.min(width, 40), 0);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

function refuse(zh: string, en: string): ReadTables {
  return { ok: false, problem: { zh, en } };
}
