import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { duckdbCommand, findDuckdb } from "./peers/duckdb.ts";
import { findHyperscan } from "./peers/hyperscan.ts";
import { findNpmPackages } from "./peers/npm-packages.ts";
import { askProgram, type Peer, ROOT } from "./peers/peer.ts";
import { findRipgrep } from "./peers/ripgrep.ts";
import { type Agreement, medianOf, type Options, type Run } from "./results.ts";
import { type Measured, runMeasured } from "./run-measured.ts";

/** Something to measure: a command, over a file. `runs` overrides the three. */
export type Task = {
  readonly work: string;
  readonly who: string;
  readonly command: readonly [string, readonly string[]];
  readonly file: string;
  readonly rows: number | null;
  readonly runs?: number;
  readonly cores?: 1 | 2;
};

/** What every work is given: where the corpus lies, which peers are here, how to measure. */
export class Bench {
  readonly options: Options;
  readonly folder = openCorpus();
  readonly peers: readonly Peer[] = [findRipgrep(), findHyperscan(), findDuckdb(), ...findNpmPackages()];
  readonly #hasTaskset = process.platform === "linux" && askProgram("taskset", ["--version"]) !== null;

  constructor(options: Options) {
    this.options = options;
  }

  has(name: string): boolean {
    return this.peers.some((peer) => peer.name === name && "version" in peer);
  }

  corpus(name: string): string {
    return join(this.folder, name);
  }

  /** Reads the file once so that all find it in the cache, runs the command, and tells. */
  async measure({
    work,
    who,
    command,
    file,
    rows,
    runs = this.options.runs,
    cores = 2,
  }: Task): Promise<Run & { outputs: readonly Measured[] }> {
    warm(file);
    const outputs: Measured[] = [];
    for (let run = 0; run < runs; run++) outputs.push(await runMeasured(command[0], command[1], { cores: this.coresFor(cores) }));
    const peaks = outputs.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]));
    const run: Run = {
      work,
      who,
      seconds: outputs.map(({ seconds }) => round(seconds)),
      median: round(medianOf(outputs.map(({ seconds }) => seconds))),
      peakBytes: peaks.length === 0 ? null : Math.max(...peaks),
      bytes: statSync(file).size,
      rows,
    };
    tell(run);
    return { ...run, outputs };
  }

  /** The cores a process may use, so that a large machine does as a small one; null where all it has are meant, or nothing can bind it. */
  coresFor(cores: 1 | 2): string | null {
    if (!this.#hasTaskset || cpus().length <= (cores === 1 ? 1 : 2)) return null;
    return cores === 1 ? "0" : "0,1";
  }

  get bindsCores(): boolean {
    return this.#hasTaskset || cpus().length === 1;
  }

  /** DuckDB over a table or chat, and its figures beside ours. */
  async measureDuckdb(task: Omit<Task, "who" | "command">, shape: "table" | "chat", ours: CountedJson, memory = "1GB") {
    if (!this.has("DuckDB")) return null;
    const run = await this.measure({ ...task, who: "DuckDB, three count(distinct)", command: duckdbCommand(shape, task.file, memory) });
    rmSync(`${task.file}.duckdb`, { recursive: true, force: true });
    const counted: Record<string, string | number> = JSON.parse(run.outputs[0]?.output ?? "{}");
    const agreement: Agreement[] = FIGURES.map(([column, kind]) => ({
      work: task.work,
      kind,
      ours: ours.kinds.find((entry) => entry.kind === kind)?.distinct ?? 0,
      duckdb: Number(counted[column]),
    }));
    for (const { kind, ours: mine, duckdb } of agreement) print(`    distinct ${kind}: ${mine} ${mine === duckdb ? "=" : "≠"} ${duckdb}`);
    return { run, agreement, rows: Number(counted["rows"]) };
  }
}

/** What the bench reads out of `tandem count --json`. */
export type CountedJson = { readonly kinds: readonly { readonly kind: string; readonly distinct: number }[] };

const FIGURES = [
  ["ids", "resident-id"],
  ["mobiles", "mobile"],
  ["cards", "bank-card"],
] as const;

/** The command as it is typed, on the Node that runs the bench. */
export function tandemCommand(...args: string[]): [string, string[]] {
  return [process.execPath, [join(ROOT, "src", "cli", "tandem.mjs"), ...args]];
}

export function withoutOutputs({ outputs: _, ...run }: Run & { outputs: readonly Measured[] }): Run {
  return run;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell({ who, median, peakBytes, bytes, rows }: Run): void {
  const speed = bytes > 1e6 ? `${(bytes / 1e6 / median).toFixed(0).padStart(6)} MB/s` : "";
  const perRow =
    rows === null
      ? ""
      : `${Math.round(rows / median)
          .toLocaleString("en")
          .padStart(12)} rows/s`;
  const peak = peakBytes === null ? "" : `  peak ${(peakBytes / 1e6).toFixed(0)} MB`;
  print(`  ${who.padEnd(44)} ${median.toFixed(2).padStart(8)} s ${speed}${perRow}${peak}`);
}

/** The folder of the corpus as the present writers write it; what older ones wrote goes. */
function openCorpus(): string {
  const above = join(ROOT, "var", "bench");
  mkdirSync(above, { recursive: true });
  const writers = join(ROOT, "bench", "corpus");
  const hash = createHash("sha256");
  for (const name of readdirSync(writers).sort()) hash.update(readFileSync(join(writers, name)));
  const own = `corpus-${hash.digest("hex").slice(0, 8)}`;
  for (const name of readdirSync(above))
    if (name.startsWith("corpus-") && name !== own) rmSync(join(above, name), { recursive: true, force: true });
  mkdirSync(join(above, own), { recursive: true });
  return join(above, own);
}

/** Reads a file once: what is measured is not the disk. */
function warm(path: string): void {
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(8 << 20);
  while (readSync(file, buffer) > 0);
  closeSync(file);
}

function round(seconds: number): number {
  return Math.round(seconds * 1e4) / 1e4;
}
