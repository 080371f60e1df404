import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runMeasured } from "./run-measured.ts";
import { writeChat, writeTable } from "./write-corpus.ts";

/**
 * `npm run bench`: the whole count of a sparse chat and of a dense table (256 MB each, or `-- --megabytes N`), beside DuckDB doing the
 * same distinct counts over the same file, in one run. Quote the ratios; absolute figures are this machine's.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asked = process.argv.indexOf("--megabytes");
const megabytes = asked > 0 ? Number(process.argv[asked + 1]) : 256;
const RUNS = 3;
const folder = join(root, "var", "bench");

const works = [
  { name: "sparse chat", shape: "chat", file: writeChat(join(folder, `chat-${megabytes}.txt`), megabytes * 1e6) },
  { name: "dense table", shape: "table", file: writeTable(join(folder, `table-${megabytes}.csv`), megabytes * 1e6) },
] as const;

const results = [];
for (const { name, shape, file } of works) {
  const bytes = statSync(file).size;
  const ours = [];
  const peers = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await runMeasured(process.execPath, [join(root, "src", "cli", "tandem.mjs"), "count", file, "--json"]));
    peers.push(await runMeasured(process.execPath, [join(root, "bench", "duckdb.ts"), shape, file]));
  }
  const counted = JSON.parse(ours[0]?.output ?? "{}");
  const peer = JSON.parse(peers[0]?.output ?? "{}");
  const distinct = (kind: string) => counted.kinds.find((entry: { kind: string }) => entry.kind === kind)?.distinct ?? 0;
  const agreement = (
    [
      ["ids", "resident-id"],
      ["mobiles", "mobile"],
      ["cards", "bank-card"],
    ] as const
  ).map(([column, kind]) => ({ kind, ours: distinct(kind), duckdb: Number(peer[column]) }));
  const rows = Number(peer.rows);
  const [us, them] = [median(ours.map((run) => run.seconds)), median(peers.map((run) => run.seconds))];
  const [ourPeak, theirPeak] = [Math.max(...ours.map((run) => run.peakBytes ?? 0)), Math.max(...peers.map((run) => run.peakBytes ?? 0))];
  results.push({
    name,
    bytes,
    rows,
    tandem: { seconds: us, peakBytes: ourPeak },
    duckdb: { seconds: them, peakBytes: theirPeak },
    ratio: them / us,
    ledger: counted.ledger.total,
    agreement,
  });
  print(`\n${name}: ${(bytes / 1e6).toFixed(0)} MB, ${rows.toLocaleString("en")} rows (median of ${RUNS} whole commands)`);
  for (const [who, seconds, peak] of [
    ["tandem count", us, ourPeak],
    ["DuckDB, three count(distinct)", them, theirPeak],
  ] as const)
    print(
      `  ${who.padEnd(30)} ${seconds.toFixed(2)} s  ${(bytes / 1e6 / seconds).toFixed(0)} MB/s  ${Math.round(rows / seconds).toLocaleString("en")} rows/s  peak ${(peak / 1e6).toFixed(0)} MB`,
    );
  print(
    `  ratio to DuckDB ${(them / us).toFixed(2)}; distinct: ${agreement.map(({ kind, ours: mine, duckdb }) => `${kind} ${mine}${mine === duckdb ? " = " : " ≠ "}${duckdb}`).join(", ")}`,
  );
}

const record = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
  node: process.version,
  tandem: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
  results,
};
mkdirSync(join(root, "bench", "results"), { recursive: true });
writeFileSync(join(root, "bench", "results", "count.json"), `${JSON.stringify(record, null, 2)}\n`);
print("\nwritten to bench/results/count.json");
if (results.some(({ agreement }) => agreement.some(({ ours, duckdb }) => ours !== duckdb))) {
  print("the two counts differ");
  process.exitCode = 1;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
