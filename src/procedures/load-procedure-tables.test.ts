import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";

const rules = new Set(loadCalendar().rules.keys());
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The tables with one text replaced in one file; the text must be there. */
function spoiled(file: string, text: string, other: string): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-tables-"));
  folders.push(folder);
  cpSync(join(import.meta.dirname, "tables"), folder, { recursive: true });
  const whole = readFileSync(join(folder, file), "utf8");
  expect(whole).toContain(text);
  writeFileSync(join(folder, file), whole.replace(text, other));
  return folder;
}

test("every kind of procedure has its table", () => {
  expect([...loadProcedureTables(rules).keys()].sort()).toEqual([...ProcedureKind.options].sort());
});

test.each([
  [
    "criminal.yaml",
    "to: arrest-review\n",
    "to: nowhere\n",
    /criminal\.yaml:\d+: receive-arrest-request: expected one of the states, found nowhere/,
  ],
  ["criminal.yaml", "rule: CR-INFORM-3 }", "rule: CR-INFORM-4 }", /receive-for-prosecution: expected a period rule, found CR-INFORM-4/],
  ["criminal.yaml", "times: 2, cite: 刑事诉讼法", "times: 0, cite: 刑事诉讼法", /criminal\.yaml:\d+: steps\.\d+\.needs\.0\.times/],
  ["shared/public-interest.yaml", "field: officers", "field: people", /expected a field of this step, found people/],
  ["criminal.yaml", "decidedBy: handler", "decidedBy: machine", /criminal\.yaml:\d+: steps\.\d+\.decidedBy: .*found "machine"/],
])("%s with %j for %j is refused with file, line and what was expected", (file, text, other, message) => {
  expect(() => loadProcedureTables(rules, spoiled(file, text, other))).toThrow(message);
});
