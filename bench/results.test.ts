import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareResults, tellComparison } from "./compare-results.ts";
import { ROOT } from "./peers/peer.ts";
import { isMet, type Results, type Row } from "./results.ts";
import { buildTable } from "./write-readme.ts";

const SCAN = join(ROOT, "bench", "results", "scan.json");

const row = (id: string, value: number, better: Row["better"] = "higher", goal: number | null = null): Row => ({
  id,
  work: "a table",
  measure: "speed",
  value,
  unit: "×",
  better,
  goal,
});

const results = (...rows: Row[]): Results => ({
  date: "2026-11-25 03:00",
  commit: "abc",
  machine: "two cores",
  loadBefore: 0.1,
  versions: { Node: "24" },
  skipped: [],
  options: { megabytes: 1, chatMegabytes: 1, rows: 1, workbookRows: 1, runs: 3 },
  rows,
  runs: [],
  agreement: [],
});

test("a figure within a tenth of the baseline is the same, whichever way is better", () => {
  const baseline = results(row("fast", 100), row("slow", 100), row("peak", 100, "lower"), row("same", 100));
  const now = results(row("fast", 111), row("slow", 90), row("peak", 120, "lower"), row("same", 109), row("other", 1));
  expect(compareResults(now, baseline).map(({ verdict }) => verdict)).toEqual(["better", "worse", "worse", "same", "new"]);
});

test("a whole run names the figures it lacks, a part does not; another machine is said", () => {
  const baseline = { ...results(row("a", 1), row("b", 1)), machine: "four cores" };
  const told = (whole: boolean) => tellComparison(results(row("a", 1)), baseline, whole).join("\n");
  expect(told(true)).toContain("missing b");
  expect(told(false)).not.toContain("missing");
  expect(told(true)).toContain("four cores");
});

test("a goal is met from its own value on, upwards or downwards", () => {
  expect([
    isMet(row("a", 2, "higher", 2)),
    isMet(row("a", 1.9, "higher", 2)),
    isMet(row("a", 2.1, "lower", 2)),
    isMet(row("a", 2)),
  ]).toEqual([true, false, false, null]);
});

test("the table names skipped peers and figures that differ from DuckDB's", () => {
  const table = buildTable({
    ...results(row("a", 1.5, "higher", 2)),
    skipped: [{ peer: "ripgrep", because: "not installed" }],
    agreement: [
      { work: "a table", kind: "mobile", ours: 1, duckdb: 1 },
      { work: "a table", kind: "bank-card", ours: 1, duckdb: 2 },
    ],
  });
  expect(table).toContain("| a table | speed | 1.50 × | ≥ 2.00 × | **not met** |");
  expect(table).toContain("1 of 2 equal");
  expect(table).toContain("ripgrep (not installed)");
  expect(table).not.toContain("busy");
  expect(buildTable({ ...results(), loadBefore: 9 })).toContain("busy before the run (load 9)");
});

test.skipIf(!existsSync(SCAN))("README holds the table of the last run (npm run bench:readme; skipped where none is kept)", () => {
  const kept: Results = JSON.parse(readFileSync(SCAN, "utf8"));
  expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain(buildTable(kept));
});
