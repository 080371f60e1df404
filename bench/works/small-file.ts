import { delimiter, join } from "node:path";
import { type Bench, print } from "../bench.ts";
import { writeTable } from "../corpus/write-table.ts";
import { ROOT } from "../peers/peer.ts";
import { medianOf, type Row, type Run, type WorkResult } from "../results.ts";
import { runMeasured } from "../run-measured.ts";

const WORK = "start of the command";
const RUNS = 15;

/**
 * From the start of the command to the first byte of its figures, on a table of 20 rows: the command itself as `npx` finds it
 * (`node_modules/.bin/tandem` with that folder on the path), a bare Node that does nothing, and the whole of `npx tandem`.
 */
export async function measureSmallFile(bench: Bench): Promise<WorkResult> {
  const file = writeTable(bench.corpus("table-20r.csv"), { rows: 20 });
  const bin = join(ROOT, "node_modules", ".bin");
  const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` };
  const runs: Run[] = [];
  const first = async (who: string, command: string, args: readonly string[]) => {
    await runMeasured(command, args, { environment });
    const measured = [];
    for (let run = 0; run < RUNS; run++) measured.push(await runMeasured(command, args, { environment, cores: bench.coresFor(2) }));
    const seconds = measured.map(({ firstOutputSeconds }) => Math.round(firstOutputSeconds * 1e4) / 1e4);
    const median = medianOf(seconds);
    const peaks = measured.flatMap(({ peakBytes }) => peakBytes ?? []);
    print(
      `  ${who.padEnd(44)} ${(median * 1000).toFixed(0).padStart(6)} ms to the first byte (median of ${RUNS}), fastest ${(Math.min(...seconds) * 1000).toFixed(0)}`,
    );
    runs.push({ work: WORK, who, seconds, median, peakBytes: peaks.length === 0 ? null : Math.max(...peaks), bytes: 0, rows: 20 });
    return median * 1000;
  };
  const program = process.platform === "win32" ? "tandem.cmd" : "tandem";
  const ours = await first("tandem count --json", join(bin, program), ["count", file, "--json"]);
  const bare = await first("node, nothing but a figure", process.execPath, ["-e", "console.log(1)"]);
  const npx = await first("npx tandem count --json", process.platform === "win32" ? "npx.cmd" : "npx", ["tandem", "count", file, "--json"]);
  const row = { work: WORK, unit: "ms", better: "lower", goal: null } as const;
  const rows: Row[] = [
    { ...row, id: "start.command", measure: `to the first figure, small file (bare Node: ${bare.toFixed(0)} ms)`, value: ours, goal: 400 },
    { ...row, id: "start.npx", measure: "the same through npx", value: npx },
  ];
  return { rows, runs, agreement: [] };
}
