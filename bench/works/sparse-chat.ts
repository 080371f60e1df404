import { type Bench, type CountedJson, tandemCommand, withoutOutputs } from "../bench.ts";
import { writeChat } from "../corpus/write-chat.ts";
import { BLOCKS, hyperscanCommand } from "../peers/hyperscan.ts";
import { NPM_PACKAGES, packageCommand } from "../peers/npm-packages.ts";
import { ripgrepCommand } from "../peers/ripgrep.ts";
import { medianOf, type Row, type Run, type WorkResult } from "../results.ts";

const WORK = "sparse chat";

/**
 * A chat in which one line in 25 carries an identifier, all structured kinds, validated and counted, beside tools that only search for three
 * patterns, npm packages that only redact, and DuckDB.
 */
export async function measureSparseChat(bench: Bench): Promise<WorkResult> {
  const megabytes = bench.options.chatMegabytes;
  const file = writeChat(bench.corpus(`chat-${megabytes}m.txt`), { bytes: megabytes * 1e6 });
  const task = { work: WORK, file, rows: null };
  const ours = await bench.measure({ ...task, who: "tandem count", command: tandemCommand("count", file, "--json") });
  const counted: CountedJson = JSON.parse(ours.outputs[0]?.output ?? "{}");
  const searching = await measureSearch(bench, task);
  const packages = await measurePackages(bench);
  const duckdb = await bench.measureDuckdb({ ...task, runs: 1 }, "chat", counted);

  const speed = ours.bytes / 1e6 / ours.median;
  const rows: Row[] = [
    { id: "chat.speed", work: WORK, measure: "whole count", value: speed, unit: "MB/s", better: "higher", goal: null },
    peak("chat.peak", ours),
  ];
  const best = searching.toSorted((a, b) => a.median - b.median)[0];
  if (best !== undefined)
    rows.push({ ...ratio("chat.search", `speed ÷ the better searcher (${best.who})`, best.median / ours.median), goal: 1.2 });
  const quickest = packages.toSorted((a, b) => b.speed - a.speed)[0];
  if (quickest !== undefined)
    rows.push({
      ...ratio(
        "chat.packages",
        `speed ÷ the best npm package (${quickest.who}, ${quickest.speed.toFixed(1)} MB/s)`,
        speed / quickest.speed,
      ),
      goal: 50,
    });
  if (duckdb !== null) rows.push(ratio("chat.duckdb", "speed ÷ DuckDB", duckdb.run.median / ours.median));
  const runs = [withoutOutputs(ours), ...searching, ...packages.map(({ run }) => run)];
  if (duckdb !== null) runs.push(withoutOutputs(duckdb.run));
  return { rows, runs, agreement: duckdb?.agreement ?? [] };
}

/** The searchers: ripgrep on its one thread, Hyperscan on one and on two with the block that suits it best. */
async function measureSearch(bench: Bench, task: { work: string; file: string; rows: null }): Promise<Run[]> {
  const runs: Run[] = [];
  if (bench.has("ripgrep"))
    runs.push(withoutOutputs(await bench.measure({ ...task, who: "ripgrep, three patterns", command: ripgrepCommand(task.file) })));
  if (bench.has("Hyperscan"))
    for (const threads of [1, 2] as const) {
      const tried: Run[] = [];
      for (const block of BLOCKS)
        tried.push(
          withoutOutputs(
            await bench.measure({
              ...task,
              who: `Hyperscan, ${block / 1024} KB, ${threads} thread${threads > 1 ? "s" : ""}`,
              command: hyperscanCommand(task.file, block, threads),
            }),
          ),
        );
      const best = tried.toSorted((a, b) => a.median - b.median)[0];
      if (best !== undefined) runs.push(best);
    }
  return runs;
}

/** The npm packages, each over a piece of the chat that it can do in some seconds; their speed is that of their own work, without the start. */
async function measurePackages(bench: Bench): Promise<{ who: string; speed: number; run: Run }[]> {
  const measured = [];
  for (const { name, bytes } of NPM_PACKAGES) {
    if (!bench.has(name)) continue;
    const piece = writeChat(bench.corpus(`chat-${bytes / 1e6}m.txt`), { bytes });
    const run = await bench.measure({ work: WORK, who: name, file: piece, rows: null, command: packageCommand(name, piece, bytes) });
    const speeds = run.outputs.map(({ output }) => JSON.parse(output)).map((said) => said.bytes / 1e6 / said.seconds);
    measured.push({ who: name, speed: medianOf(speeds), run: withoutOutputs(run) });
  }
  return measured;
}

function ratio(id: string, measure: string, value: number): Row {
  return { id, work: WORK, measure, value, unit: "×", better: "higher", goal: null };
}

function peak(id: string, { peakBytes }: Run): Row {
  return { id, work: WORK, measure: "peak memory", value: (peakBytes ?? 0) / 1e6, unit: "MB", better: "lower", goal: null };
}
