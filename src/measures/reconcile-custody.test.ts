import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { limitOfMeasure } from "#measures/limit-of-measure.ts";
import { type EntryKind, type MeasureKind, MeasureState } from "#measures/measures.contract.ts";
import { type CustodyCase, type CustodyClock, reconcileCustody } from "#measures/reconcile-custody.ts";

const calendar = loadCalendar();
const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";
const TODAY = "2026-11-25";

function measure(kind: MeasureKind, from: string, until: string | null = null, partyId = A) {
  const ended = until === null ? null : { how: "changed" as const, document: "变更文书" };
  return { id: `${kind}-${from}`, state: MeasureState.parse({ partyId, kind, from, document: "决定书", until, ended }) };
}
function clock(rule: string, due: string, more: Partial<CustodyClock> = {}): CustodyClock {
  return { id: `${rule}-${due}`, rule, subject: null, detained: true, due, suspended: false, ...more };
}
function list(measures: CustodyCase["measures"], clocks: readonly CustodyClock[], today = TODAY) {
  const suspects = [
    { id: A, name: "毛山遥" },
    { id: B, name: "秦向晚" },
  ];
  const file = { caseId: A, caseNumber: "东湖检刑诉受〔2026〕12号", caseTitle: "虚构案", suspects, measures, clocks };
  return reconcileCustody(file, calendar, today);
}

/** what is on record, what runs, what the list says. */
const TABLE: readonly (readonly [string, CustodyCase["measures"], readonly CustodyClock[], readonly EntryKind[]])[] = [
  ["nothing recorded and nothing running", [], [], []],
  ["arrest with its clock", [measure("arrest", "2026-10-20")], [clock("CR-INV-2M", "2026-12-20")], []],
  ["arrest with the review for prosecution, in custody", [measure("arrest", "2026-08-20")], [clock("CR-PROS-1M", "2026-12-10")], []],
  ["a custody clock and nobody held", [], [clock("CR-INV-2M", "2026-12-20")], ["clock-without-measure"]],
  ["a review not in custody and nobody held", [], [clock("CR-PROS-1M", "2026-12-10", { detained: false })], []],
  ["a period that only never rolls says nothing of custody", [], [clock("CR-MEASURE-3", "2026-11-27")], []],
  [
    "released while the clock runs on",
    [measure("arrest", "2026-10-20", "2026-11-20")],
    [clock("CR-INV-2M", "2026-12-20")],
    ["ended-while-clock-runs"],
  ],
  ["held without a clock", [measure("arrest", "2026-10-20")], [], ["measure-without-clock"]],
  [
    "held, but the review is reckoned as if free",
    [measure("arrest", "2026-08-20")],
    [clock("CR-PROS-1M", "2026-12-10", { detained: false })],
    ["clock-says-free"],
  ],
  ["held on the last day of the clock", [measure("arrest", "2026-09-25")], [clock("CR-INV-2M", TODAY)], ["limit-near"]],
  ["held a day after the clock", [measure("arrest", "2026-09-24")], [clock("CR-INV-2M", "2026-11-24")], ["limit-passed"]],
  [
    "of two clocks the later carries the arrest",
    [measure("arrest", "2026-09-24")],
    [clock("CR-INV-2M", "2026-11-24"), clock("CR-PROS-1M", "2026-12-20")],
    [],
  ],
  [
    "held past the day of a clock that is suspended",
    [measure("arrest", "2026-09-24")],
    [clock("CR-INV-2M", "2026-11-24", { suspended: true })],
    [],
  ],
  ["detention on its 37th day", [measure("detention", "2026-10-19")], [clock("CR-ARR-7", TODAY)], ["limit-near"]],
  ["detention on its 38th day", [measure("detention", "2026-10-18")], [clock("CR-ARR-7", "2026-11-24")], ["limit-passed"]],
  ["bail in its last week", [measure("bail", "2025-12-02")], [clock("CR-BAIL", "2026-12-02")], ["limit-near"]],
  ["bail eight days before its end", [measure("bail", "2025-12-03")], [clock("CR-BAIL", "2026-12-03")], []],
  ["surveillance over six months", [measure("residential-surveillance", "2026-05-24")], [clock("CR-BAIL", "2027-05-24")], ["limit-passed"]],
  [
    "arrest recorded and the detention not ended",
    [measure("detention", "2026-11-10"), measure("arrest", "2026-11-17")],
    [clock("CR-INV-2M", "2027-01-17"), clock("CR-ARR-7", "2026-11-30")],
    ["two-at-once"],
  ],
  [
    "changed on the same day",
    [measure("detention", "2026-11-10", "2026-11-17"), measure("arrest", "2026-11-17")],
    [clock("CR-INV-2M", "2027-01-17")],
    [],
  ],
  [
    "two suspects held at once are two people",
    [measure("arrest", "2026-10-20"), measure("arrest", "2026-10-21", null, B)],
    [clock("CR-INV-2M", "2026-12-20")],
    [],
  ],
  [
    "a clock of the other suspect",
    [measure("arrest", "2026-10-20")],
    [clock("CR-INV-2M", "2026-12-20", { subject: "秦向晚" })],
    ["clock-without-measure", "measure-without-clock"],
  ],
  [
    "held though no party any more",
    [measure("bail", "2026-10-20", null, "00000000-0000-4000-8000-00000000000c")],
    [clock("CR-BAIL", "2027-10-20")],
    ["person-unknown"],
  ],
  ["not yet begun", [measure("arrest", "2026-11-26")], [], []],
  ["recorded by mistake", [{ id: "v", state: { ...measure("arrest", "2026-10-20").state, isVoid: true } }], [], []],
];

test.each(TABLE)("%s", (_, measures, clocks, kinds) => {
  expect(list(measures, clocks).map(({ kind }) => kind)).toEqual(kinds);
});

test("every entry says why, by which rule and what to do, with no brace left open", () => {
  const entries = TABLE.flatMap(([, measures, clocks]) => list(measures, clocks));
  expect(new Set(entries.map(({ kind }) => kind)).size).toBe(8);
  for (const { why, next, cite } of entries) {
    expect(`${why.zh}${why.en}${next.zh}${next.en}`).not.toMatch(/[{}]/);
    expect(cite.length).toBeGreaterThan(0);
  }
});

test("the limits are those of the rules: 37 days, twelve and six months; arrest has none of its own", () => {
  const limit = (kind: MeasureKind, from: string) => limitOfMeasure({ kind, from }, calendar)?.day ?? null;
  expect(limit("detention", "2026-03-02")).toBe("2026-04-08");
  expect(limit("bail", "2026-01-31")).toBe("2027-01-31");
  expect(limit("residential-surveillance", "2026-08-31")).toBe("2027-02-28");
  expect(limit("arrest", "2026-03-02")).toBeNull();
});
