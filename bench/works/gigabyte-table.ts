import { type Bench, type CountedJson, tandemCommand, withoutOutputs } from "../bench.ts";
import { writeTable } from "../corpus/write-table.ts";
import type { Row, WorkResult } from "../results.ts";

const WORK = "dense table of 1 GB";

/** `tandem count` on a dense table of a gigabyte with less than a gigabyte of memory. */
export async function measureGigabyteTable(bench: Bench): Promise<WorkResult> {
  const file = writeTable(bench.corpus("table-1000m.csv"), { bytes: 1e9 });
  const task = { work: WORK, file, rows: null, runs: 1 };
  const ours = await bench.measure({ ...task, who: "tandem count", command: tandemCommand("count", file, "--json") });
  const counted: CountedJson = JSON.parse(ours.outputs[0]?.output ?? "{}");
  const duckdb = await bench.measureDuckdb(task, "table", counted);
  const rows: Row[] = [
    {
      id: "gigabyte.peak",
      work: WORK,
      measure: "peak memory",
      value: (ours.peakBytes ?? 0) / 1e6,
      unit: "MB",
      better: "lower",
      goal: 1000,
    },
    {
      id: "gigabyte.speed",
      work: WORK,
      measure: "whole count",
      value: ours.bytes / 1e6 / ours.median,
      unit: "MB/s",
      better: "higher",
      goal: null,
    },
  ];
  return {
    rows,
    runs: duckdb === null ? [withoutOutputs(ours)] : [withoutOutputs(ours), withoutOutputs(duckdb.run)],
    agreement: duckdb?.agreement ?? [],
  };
}
