import { type Bench, type CountedJson, tandemCommand, withoutOutputs } from "../bench.ts";
import { writeTable } from "../corpus/write-table.ts";
import type { Row, WorkResult } from "../results.ts";

const WORK = "dense table";

/** A CSV of five columns, every row a person: the whole count with exact distinct figures and ledgers, beside DuckDB's three `count(distinct)`. */
export async function measureDenseTable(bench: Bench): Promise<WorkResult> {
  const { megabytes } = bench.options;
  const file = writeTable(bench.corpus(`table-${megabytes}m.csv`), { bytes: megabytes * 1e6 });
  const ours = await bench.measure({ work: WORK, who: "tandem count", file, rows: null, command: tandemCommand("count", file, "--json") });
  const counted: CountedJson = JSON.parse(ours.outputs[0]?.output ?? "{}");
  const duckdb = await bench.measureDuckdb({ work: WORK, file, rows: null }, "table", counted);
  const rows: Row[] = [
    {
      id: "table.speed",
      work: WORK,
      measure: "whole count",
      value: ours.bytes / 1e6 / ours.median,
      unit: "MB/s",
      better: "higher",
      goal: null,
    },
    { id: "table.peak", work: WORK, measure: "peak memory", value: (ours.peakBytes ?? 0) / 1e6, unit: "MB", better: "lower", goal: null },
  ];
  if (duckdb !== null) {
    const value = duckdb.run.median / ours.median;
    const perSecond = duckdb.rows / ours.median;
    rows.push({ id: "table.rows", work: WORK, measure: "whole count", value: perSecond, unit: "rows/s", better: "higher", goal: null });
    rows.push({ id: "table.duckdb", work: WORK, measure: "speed ÷ DuckDB", value, unit: "×", better: "higher", goal: 2 });
  }
  const runs = duckdb === null ? [withoutOutputs(ours)] : [withoutOutputs(ours), withoutOutputs(duckdb.run)];
  return { rows, runs, agreement: duckdb?.agreement ?? [] };
}
