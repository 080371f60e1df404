import { type Bench, type CountedJson, tandemCommand, withoutOutputs } from "../bench.ts";
import { writeTable } from "../corpus/write-table.ts";
import { writeWorkbook } from "../corpus/write-workbook.ts";
import type { Agreement, Row, Run, WorkResult } from "../results.ts";

const WORK = "XLSX";

/** Workbooks of five columns on one core, texts shared (as Excel saves) and inline (as exports stream), with the rows of a CSV that DuckDB counts. */
export async function measureWorkbook(bench: Bench): Promise<WorkResult> {
  const count = bench.options.workbookRows;
  const rows: Row[] = [];
  const runs: Run[] = [];
  const agreement: Agreement[] = [];
  const table = writeTable(bench.corpus(`table-${count}r.csv`), { rows: count });
  for (const texts of ["shared", "inline"] as const) {
    const file = await writeWorkbook(bench.corpus(`workbook-${texts}-${count}r.xlsx`), count, texts);
    const work = `${WORK}, ${texts} texts`;
    const ours = await bench.measure({
      work,
      who: `tandem count, ${texts} texts, one core`,
      file,
      rows: count,
      cores: 1,
      command: tandemCommand("count", file, "--json"),
    });
    const counted: CountedJson = JSON.parse(ours.outputs[0]?.output ?? "{}");
    const duckdb = await bench.measureDuckdb({ work: `${work}, as CSV`, file: table, rows: count, runs: 1 }, "table", counted);
    agreement.push(...(duckdb?.agreement ?? []));
    runs.push(withoutOutputs(ours));
    rows.push({
      id: `xlsx.${texts}`,
      work,
      measure: bench.bindsCores ? "whole count on one core" : "whole count (cores could not be bound)",
      value: count / ours.median,
      unit: "rows/s",
      better: "higher",
      goal: 150_000,
    });
    rows.push({
      id: `xlsx.${texts}.peak`,
      work,
      measure: "peak memory",
      value: (ours.peakBytes ?? 0) / 1e6,
      unit: "MB",
      better: "lower",
      goal: null,
    });
  }
  return { rows, runs, agreement };
}
