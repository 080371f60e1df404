import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { computePeriod } from "#calendar/compute-period.ts";
import { loadCalendar, ownHolidays } from "#calendar/load-calendar.query.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function own(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-holidays-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const reply = { rule: "PI-REC-REPLY", from: "2026-12-31", detained: false, extend: 0, urgent: false, ruling: false };

test("a year of the installation's own goes before the one that ships, without touching code", () => {
  const shipped = computePeriod(reply, loadCalendar(), "zh");
  // 28 February 2027 is a Sunday; an invented notice takes the Monday after it off as well.
  const folder = own({ "2027.yaml": "year: 2027\nannounced: true\noff: [2027-03-01]\nworked: [2027-03-06]\n" });
  const owned = computePeriod(reply, loadCalendar(undefined, folder), "zh");
  expect(shipped).toMatchObject({ answer: { due: "2027-03-01" } });
  expect(owned).toMatchObject({ answer: { due: "2027-03-02", warnings: [] } });
  expect(loadCalendar(undefined, folder).restDays.get(2026)).toEqual(loadCalendar().restDays.get(2026));
});

test.each([
  ["an unknown key", "year: 2027\nannounced: true\noff: [2027-03-01]\nworked: []\nextra: 1\n", 1],
  ["a word for a date", "year: 2027\nannounced: true\noff:\n  - 2027-03-01\n  - soon\nworked: []\n", 5],
  ["a day that does not exist", "year: 2027\nannounced: true\noff:\n  - 2027-02-29\nworked: []\n", 4],
  ["a day of another year", "year: 2027\nannounced: true\noff:\n  - 2026-03-01\nworked: []\n", 4],
  ["a range backwards", "year: 2027\nannounced: true\noff: [2027-03-03..2027-03-01]\nworked: []\n", 3],
  ["a day off that is worked", "year: 2027\nannounced: true\noff: [2027-03-06]\nworked: [2027-03-06]\n", 4],
  ["a weekday worked in exchange", "year: 2027\nannounced: true\noff: [2027-03-01]\nworked: [2027-03-03]\n", 4],
  ["an announced year without a day off", "year: 2027\nannounced: true\noff: []\nworked: []\n", 3],
  ["no list of days worked", "year: 2027\nannounced: true\noff: [2027-03-01]\n", 1],
  ["no YAML", "year: 2027\noff: [\n", 3],
])("%s is refused with file and line", (_, text, line) => {
  expect(() => loadCalendar(undefined, own({ "2027.yaml": text }))).toThrow(new RegExp(`2027\\.yaml:${line}: `));
});

test("a year in two files, and a folder that is not there, are refused", () => {
  const year = "year: 2027\nannounced: true\noff: [2027-03-01]\nworked: []\n";
  expect(() => loadCalendar(undefined, own({ "a.yaml": year, "b.yaml": year }))).toThrow(/b\.yaml:1: 2027 stands in two files/);
  expect(() => loadCalendar(undefined, "/nowhere/at/all")).toThrow(/nowhere/);
});

test("the command line finds the folder from where it was started", () => {
  expect(ownHolidays({ environment: { TANDEM_HOLIDAYS: "own" }, workingFolder: "/opt" })).toBe("/opt/own");
  expect(ownHolidays({ environment: {}, workingFolder: "/opt" })).toBeNull();
});
