import { type Bench, type CountedJson, tandemCommand, withoutOutputs } from "../bench.ts";
import { writeTable } from "../corpus/write-table.ts";
import type { Agreement, Row, Run, WorkResult } from "../results.ts";

const WORK = "many rows";

/** A tenth of the rows, then all of them: exact, within 2 GB, and in not more than eleven times the time. `-- --rows 100000000` for the full size. */
export async function measureManyRows(bench: Bench): Promise<WorkResult> {
  const all = bench.options.rows;
  const runs: Run[] = [];
  const agreement: Agreement[] = [];
  for (const count of [Math.floor(all / 10), all]) {
    const file = writeTable(bench.corpus(`table-${count}r.csv`), { rows: count });
    const work = `${WORK}, ${count.toLocaleString("en")}`;
    // The small one decides the ratio as much as the large one: it is run three times, the large one once.
    const ours = await bench.measure({
      work,
      who: `tandem count, ${count.toLocaleString("en")} rows`,
      file,
      rows: count,
      ...(count === all ? { runs: 1 } : {}),
      command: tandemCommand("count", file, "--json"),
    });
    runs.push(withoutOutputs(ours));
    const counted: CountedJson = JSON.parse(ours.outputs[0]?.output ?? "{}");
    const duckdb = await bench.measureDuckdb({ work, file, rows: count, runs: 1 }, "table", counted, "2GB");
    if (duckdb !== null) runs.push(withoutOutputs(duckdb.run));
    agreement.push(...(duckdb?.agreement ?? []));
  }
  const ours = runs.filter(({ who }) => who.startsWith("tandem"));
  const [small, large] = [ours[0], ours[1]];
  if (small === undefined || large === undefined) throw new Error("both sizes are measured above");
  const work = `${all.toLocaleString("en")} rows`;
  const rows: Row[] = [
    {
      id: "rows.linear",
      work,
      measure: "time ÷ time of a tenth",
      value: large.median / small.median,
      unit: "×",
      better: "lower",
      goal: 11,
    },
    { id: "rows.peak", work, measure: "peak memory", value: (large.peakBytes ?? 0) / 1e6, unit: "MB", better: "lower", goal: 2000 },
    { id: "rows.speed", work, measure: "whole count", value: all / large.median, unit: "rows/s", better: "higher", goal: null },
  ];
  return { rows, runs, agreement };
}
