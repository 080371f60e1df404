import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { makeStream } from "#sampling/draw-units.ts";
import { hypergeometricInterval } from "#sampling/intervals.ts";
import { RowSet } from "#sampling/row-set.ts";
import type { NullSetSample } from "#sampling/sampling.contract.ts";
import { countEvidence } from "#scan/count-evidence.ts";
import { readToolVersion } from "#scan/count-files.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { maskValue } from "#scan/masking/mask-value.ts";
import { CountOptions, type SourceReport } from "#scan/scan.contract.ts";
import { type ListedFile, listFiles, openFiles } from "#scan/sources/open-files.ts";
import { openScratch } from "#scan/sources/scratch.ts";
import { sniffTable } from "#scan/sources/sniff-table.ts";
import { splitRows } from "#scan/sources/split-rows.ts";
import { readTables } from "#tables/read-tables.ts";

export type NullSetRequest = {
  readonly paths: readonly string[];
  readonly size: number;
  readonly seed: string;
  readonly today: string;
  readonly workingFolder: string;
  readonly signal: AbortSignal;
};
type Line = NullSetSample["lines"][number];

/** Files beyond this are not held in memory to look at their lines; they are named. */
const LARGEST = 256 * 1024 * 1024;
const NO_LINES = {
  format: {
    zh: "该格式（归档成员、数据库、文档等）没有逐行抽取",
    en: "lines of this format (members of archives, databases, documents) are not sampled",
  },
  size: { zh: "文件过大，没有逐行抽取", en: "the file is too large for its lines to be sampled" },
  unreadable: { zh: "未能完整读取", en: "it could not be read in full" },
} as const;

/**
 * 阴性样本 random lines in which the scan found nothing, for a person to look whether it missed something. Reads the evidence twice: once
 * to scan it, once for its lines. Deterministic from the seed and the names and contents of the files. Lines are masked: what was missed
 * may be a number. @throws a system error when a path does not exist
 */
export async function drawNullSet({ paths, size, seed, today, workingFolder, signal }: NullSetRequest): Promise<NullSetSample> {
  const files = await listFiles(paths.map((path) => resolve(workingFolder, path)));
  const scratch = await openScratch();
  const withFindings = new Map<string, RowSet>();
  const reports = await countEvidence(openFiles(files), CountOptions.parse({ asOf: today }), {
    scratch,
    signal,
    today,
    clock: () => 0,
    toolVersion: await readToolVersion(),
    wantsRow: () => true,
    onRow: ({ place }) => {
      const rows = withFindings.get(place.source) ?? new RowSet();
      withFindings.set(place.source, rows);
      rows.add(place.row);
    },
  }).finally(() => scratch.close());

  const below = makeStream(`${seed}\nnull-set`);
  const drawn: { line: Line; at: number }[] = [];
  const notSampled: NullSetSample["notSampled"] = [];
  let population = 0;
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const report of reports.sources) {
    const file = byPath.get(report.path) ?? byPath.get(report.path.split("#")[0] ?? "");
    const lines = file === undefined ? NO_LINES.format : await readLines(report, file, signal);
    if ("zh" in lines) {
      notSampled.push({ path: report.path, sentence: { ...lines } });
      continue;
    }
    const known = withFindings.get(report.path);
    for (const { row, text } of lines) {
      // What stands in a message of several lines is told under its first: each line is looked at for itself as well.
      if (text.trim() === "" || known?.has(row) || findInText(text, today).length > 0) continue;
      const place = population < size ? population : below(population + 1);
      population++;
      if (place < size) drawn[place] = { line: { source: report.path, row, masked: maskValue(null, text) }, at: population };
    }
  }
  const lines = drawn.sort((one, other) => one.at - other.at).map(({ line }) => line);
  return { seed, asked: size, population, lines, notSampled, ifNoneMissed: boundOf(population, lines.length) };
}

/** None of the drawn lines being one that was missed: at most so many of all can be, at 95 % (one-sided). */
function boundOf(population: number, drawn: number): NullSetSample["ifNoneMissed"] {
  if (drawn === 0) return null;
  const { most, upper } = hypergeometricInterval({ units: population, drawn, holds: 0, holdsAtMost: 0 }, 0.9);
  return { most, share: upper };
}

type NumberedLine = { readonly row: number; readonly text: string };

/** The lines of a source with the numbers under which the scan told them, or why there are none. */
async function readLines(
  report: SourceReport,
  file: ListedFile,
  signal: AbortSignal,
): Promise<readonly NumberedLine[] | { zh: string; en: string }> {
  if (report.status !== "scanned") return { ...NO_LINES.unreadable };
  if (file.size > LARGEST) return { ...NO_LINES.size };
  if (report.format === "xlsx" && report.path.startsWith(`${file.path}#`)) return readSheetLines(report, file, signal);
  if (
    report.path !== file.path ||
    report.encoding === null ||
    (report.format !== "csv" && report.format !== "tsv" && report.format !== "txt")
  )
    return { ...NO_LINES.format };
  const content = new TextDecoder(report.encoding).decode(await readFile(file.disk));
  const lines: NumberedLine[] = [];
  let row = 0;
  const separator = report.format === "txt" ? null : sniffTable(content.slice(0, 256 * 1024), report.format);
  if (separator === null) for (const text of content.split(/\r\n|\n|\r/)) lines.push({ row: ++row, text });
  else splitRows(content, separator, true, (cells) => lines.push({ row: ++row, text: cells.join(" ") }));
  return lines;
}

async function readSheetLines(
  report: SourceReport,
  file: ListedFile,
  signal: AbortSignal,
): Promise<readonly NumberedLine[] | { zh: string; en: string }> {
  for await (const source of openFiles([file])) {
    const read = await readTables(source, signal);
    if (!read.ok) return read.problem;
    const table = read.tables.find(({ sheet }) => report.path === `${file.path}#${sheet}`);
    return table?.rows.map(({ row, cells }) => ({ row, text: cells.join(" ") })) ?? { ...NO_LINES.format };
  }
  return { ...NO_LINES.format };
}
