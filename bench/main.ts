import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Bench, print } from "./bench.ts";
import { tellComparison } from "./compare-results.ts";
import { askProgram, ROOT } from "./peers/peer.ts";
import { formatValue, isBusy, isMet, type Results, type WorkResult } from "./results.ts";
import { measureDenseTable } from "./works/dense-table.ts";
import { measureGigabyteTable } from "./works/gigabyte-table.ts";
import { measureManyRows } from "./works/many-rows.ts";
import { measureSmallFile } from "./works/small-file.ts";
import { measureSparseChat } from "./works/sparse-chat.ts";
import { measureWorkbook } from "./works/workbook.ts";
import { writeReadme } from "./write-readme.ts";

/**
 * `npm run bench:scan`: every work in one run beside its peers; writes bench/results/scan.json and README's table, compares with baseline.json.
 *   -- --only chat,table,xlsx,rows,start,gigabyte   some of the works; nothing is written
 *   -- --rows N            of the table with many rows (default 10 million; the full one has 100 million)
 *   -- --megabytes N       of the dense table (256)      --chat-megabytes N   of the chat (1024)      --workbook-rows N (1 million)
 *   -- --runs N            whole commands for each median (3)
 *   -- --record            what was measured becomes the baseline
 * `npm run bench` is the chat and the table at 256 MB. Ends with 1 when a distinct figure differs from DuckDB's.
 */
const WORKS: Readonly<Record<string, (bench: Bench) => Promise<WorkResult>>> = {
  start: measureSmallFile,
  chat: measureSparseChat,
  table: measureDenseTable,
  xlsx: measureWorkbook,
  rows: measureManyRows,
  gigabyte: measureGigabyteTable,
};

const string = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    only: string,
    rows: string,
    megabytes: string,
    "chat-megabytes": string,
    "workbook-rows": string,
    runs: string,
    record: { type: "boolean" },
  },
});
const names = values.only?.split(",") ?? Object.keys(WORKS);
const unknown = names.filter((name) => WORKS[name] === undefined);
if (unknown.length > 0) refuse(`--only: expected some of ${Object.keys(WORKS).join(", ")}, found ${unknown.join(", ")}`);

const bench = new Bench({
  megabytes: numberOf("megabytes", 256),
  chatMegabytes: numberOf("chat-megabytes", 1024),
  rows: numberOf("rows", 10_000_000),
  workbookRows: numberOf("workbook-rows", 1_000_000),
  runs: numberOf("runs", 3),
});
const skipped = bench.peers.flatMap((peer) => ("absent" in peer ? [{ peer: peer.name, because: peer.absent }] : []));
for (const { peer, because } of skipped) print(`skipped peer: ${peer}: ${because}`);

const loadBefore = platform() === "win32" ? null : Math.round((loadavg()[0] ?? 0) * 100) / 100;
if (isBusy(loadBefore)) print(`the machine is busy (load ${loadBefore}): wait for a quiet one, these figures say little`);
const measured: WorkResult[] = [];
for (const name of names) {
  print(`\n${name}`);
  const result = await WORKS[name]?.(bench);
  if (result !== undefined) measured.push(result);
}
const results: Results = {
  date: new Date().toISOString().slice(0, 16).replace("T", " "),
  commit: commitOf(),
  machine: `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
  loadBefore,
  versions: {
    tandem: JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version,
    Node: process.versions.node,
    ...Object.fromEntries(bench.peers.flatMap((peer) => ("version" in peer ? [[peer.name, peer.version]] : []))),
  },
  skipped,
  options: bench.options,
  rows: measured.flatMap(({ rows }) => rows),
  runs: measured.flatMap(({ runs }) => runs),
  agreement: measured.flatMap(({ agreement }) => agreement),
};

print("");
for (const row of results.rows) {
  const met = isMet(row);
  const goal =
    row.goal === null
      ? ""
      : `goal ${row.better === "higher" ? "≥" : "≤"} ${formatValue({ value: row.goal, unit: row.unit })}: ${met ? "met" : "NOT MET"}`;
  print(`${row.work.padEnd(24)} ${row.measure.padEnd(72)} ${formatValue(row).padStart(16)}  ${goal}`);
}
keepResults();
const differing = results.agreement.filter(({ ours, duckdb }) => ours !== duckdb);
for (const { work, kind, ours, duckdb } of differing) print(`the two counts differ: ${work}, ${kind}: ${ours} and ${duckdb}`);
if (differing.length > 0) process.exitCode = 1;

/** A whole run is kept and held against the baseline; of a part only the comparison is told. */
function keepResults(): void {
  const folder = join(ROOT, "bench", "results");
  const [scan, base] = [join(folder, "scan.json"), join(folder, "baseline.json")];
  print("");
  if (existsSync(base))
    for (const line of tellComparison(results, JSON.parse(readFileSync(base, "utf8")), values.only === undefined)) print(line);
  else print("no baseline yet: --record makes one");
  if (values.only !== undefined) {
    print("only a part was measured: nothing is written");
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(scan, `${JSON.stringify(results, null, 2)}\n`);
  writeReadme();
  print("written to bench/results/scan.json and, from it, to the table of README");
  if (!values.record) return;
  writeFileSync(base, `${JSON.stringify(results, null, 2)}\n`);
  print("recorded as the baseline");
}

function numberOf(name: Exclude<keyof typeof values, "only" | "record">, otherwise: number): number {
  const given = values[name];
  if (given === undefined) return otherwise;
  const number = Number(given.replaceAll("_", ""));
  if (!Number.isInteger(number) || number < 1) refuse(`--${name}: expected a whole number from 1, found ${given}`);
  return number;
}

function refuse(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(2);
}

function commitOf(): string {
  const commit = askProgram("git", ["-C", ROOT, "rev-parse", "--short", "HEAD"])?.trim();
  if (commit === undefined) return "no commit";
  const changed = askProgram("git", ["-C", ROOT, "status", "--porcelain", "--", "src", "bench"])?.trim() ?? "";
  return changed === "" ? commit : `${commit} with uncommitted changes`;
}
