import { makeStream } from "#sampling/draw-units.ts";
import { hypergeometricInterval } from "#sampling/intervals.ts";
import { RowSet } from "#sampling/row-set.ts";
import type { NullSetSample } from "#sampling/sampling.contract.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { countEvidence } from "#scan/count-evidence.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { maskValue } from "#scan/masking/mask-value.ts";
import type { CountOptions, SourceReport } from "#scan/scan.contract.ts";
import { openScratch } from "#scan/sources/scratch.ts";
import { sniffTable } from "#scan/sources/sniff-table.ts";
import { splitRows } from "#scan/sources/split-rows.ts";
import { readTables } from "#tables/read-tables.ts";

export type NullSetRequest = {
  /** the evidence, asked for twice, in the same order */
  readonly sources: () => Iterable<ByteSource> | AsyncIterable<ByteSource>;
  /** how it is scanned */
  readonly options: CountOptions;
  readonly size: number;
  readonly seed: string;
  readonly toolVersion: string;
  readonly signal: AbortSignal;
};
type Line = NullSetSample["lines"][number];
type NumberedLine = { readonly row: number; readonly text: string };
type NoLines = { readonly zh: string; readonly en: string };

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
 * may be a number.
 */
export async function drawNullSet({ sources, options, size, seed, toolVersion, signal }: NullSetRequest): Promise<NullSetSample> {
  const scratch = await openScratch();
  const found = new Map<string, RowSet>();
  const { sources: reports } = await countEvidence(sources(), options, {
    scratch,
    signal,
    clock: () => 0,
    toolVersion,
    wantsRow: () => true,
    onRow: ({ place }) => {
      const rows = found.get(place.source) ?? new RowSet();
      found.set(place.source, rows);
      rows.add(place.row);
    },
  }).finally(() => scratch.close());

  const below = makeStream(`${seed}\nnull-set`);
  const drawn: { line: Line; at: number }[] = [];
  const notSampled: NullSetSample["notSampled"] = [];
  let [population, withFindings] = [0, 0];
  for await (const source of sources()) {
    signal.throwIfAborted();
    for (const report of reports.filter(({ path }) => isOf(path, source.path))) {
      const lines = await readLines(report, source, signal);
      if ("zh" in lines) {
        notSampled.push({ path: report.path, sentence: { ...lines } });
        continue;
      }
      const known = found.get(report.path);
      for (const { row, text } of lines) {
        if (text.trim() === "") continue;
        // What stands in a message of several lines is told under its first: each line is looked at for itself as well.
        if (known?.has(row) || findInText(text, options.asOf).length > 0) {
          withFindings++;
          continue;
        }
        const place = population < size ? population : below(population + 1);
        population++;
        if (place < size) drawn[place] = { line: { source: report.path, row, masked: maskValue(null, text) }, at: population };
      }
    }
  }
  const lines = drawn.sort((one, other) => one.at - other.at).map(({ line }) => line);
  return { seed, asked: size, population, withFindings, lines, notSampled, ifNoneMissed: boundOf(population, lines.length) };
}

/** A leaf of the source: itself, a sheet or table of it, or what it holds. */
function isOf(leaf: string, path: string): boolean {
  return leaf === path || leaf.startsWith(`${path}#`) || leaf.startsWith(`${path}!`);
}

/** None of the drawn lines being one that was missed: at most so many of all can be, at 95 % (one-sided). */
function boundOf(population: number, drawn: number): NullSetSample["ifNoneMissed"] {
  if (drawn === 0) return null;
  const { most, upper } = hypergeometricInterval({ units: population, drawn, holds: 0, holdsAtMost: 0 }, 0.9);
  return { most, share: upper };
}

/** The lines of a leaf with the numbers under which the scan told them, or why there are none. */
async function readLines(report: SourceReport, source: ByteSource, signal: AbortSignal): Promise<readonly NumberedLine[] | NoLines> {
  if (report.status !== "scanned") return NO_LINES.unreadable;
  if (source.size > LARGEST) return NO_LINES.size;
  if (report.format === "xlsx" && report.path.startsWith(`${source.path}#`)) return readSheetLines(report, source, signal);
  const isText = report.format === "csv" || report.format === "tsv" || report.format === "txt";
  if (report.path !== source.path || report.encoding === null || !isText) return NO_LINES.format;
  const content = new TextDecoder(report.encoding).decode(await source.read(0, source.size));
  const lines: NumberedLine[] = [];
  let row = 0;
  const separator = report.format === "txt" ? null : sniffTable(content.slice(0, 256 * 1024), report.format);
  if (separator === null) for (const text of content.split(/\r\n|\n|\r/)) lines.push({ row: ++row, text });
  else splitRows(content, separator, true, (cells) => lines.push({ row: ++row, text: cells.join(" ") }));
  return lines;
}

async function readSheetLines(report: SourceReport, source: ByteSource, signal: AbortSignal): Promise<readonly NumberedLine[] | NoLines> {
  const read = await readTables(source, signal);
  if (!read.ok) return read.problem;
  const table = read.tables.find(({ sheet }) => report.path === `${source.path}#${sheet}`);
  return table?.rows.map(({ row, cells }) => ({ row, text: cells.join(" ") })) ?? NO_LINES.format;
}
