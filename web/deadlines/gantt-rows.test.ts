import { expect, test } from "vitest";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import type { Measure } from "#measures/measures.contract.ts";
import { buildGanttRows, spanOf, writeGanttCsv } from "#web/deadlines/gantt-rows.ts";

const clock = (rule: string, from: string, due: string, more: Partial<Deadline> = {}): Deadline => ({
  id: `${rule}-${from}`,
  version: 1,
  caseId: "c",
  caseNumber: "东湖检刑诉受〔2026〕12号",
  caseTitle: "虚构案",
  state: {
    ...{ rule, from, subject: null, detained: false, urgent: false, ruling: false, setDay: null },
    ...{ extension: null, suspensions: [], follows: null, timesBefore: 0, done: null },
  },
  act: { zh: "作出决定", en: "decide" },
  ...{ due, plain: due, custody: false, daysLeft: 1, standing: "ahead", moved: null, follows: null },
  ...{ steps: [], warnings: [], cite: [], changedBy: "承办人", changedAt: "2026-02-01T00:00:00.000Z" },
  ...more,
});
const arrest: Measure = {
  id: "m",
  version: 1,
  state: { partyId: "p", kind: "arrest", from: "2026-03-01", document: "逮捕证", place: null, until: null, ended: null, isVoid: false },
  ...{ person: "毛山遥", inForce: true, limit: null, reason: null, changedBy: "承办人", changedAt: "2026-03-01T00:00:00.000Z" },
};

test("measures come first, then criminal clocks, then those of the public interest; void records are left out", () => {
  const rows = buildGanttRows(
    [arrest, { ...arrest, id: "void", state: { ...arrest.state, isVoid: true } }],
    [
      clock("PI-CIV-NOTICE", "2026-03-02", "2026-04-01"),
      clock("SG-FILE-5", "2026-01-01", "2026-01-06"),
      clock("CR-PROS-1M", "2026-03-20", "2026-04-20"),
    ],
  );
  expect(rows.map(({ group }) => group)).toEqual(["custody", "criminal", "pil", "other"]);
  expect(rows[0]).toMatchObject({ to: null, state: "running", who: "毛山遥" });
});

test("an extension is shown from the day it would have ended; what moved keeps the day told before", () => {
  const [row] = buildGanttRows(
    [],
    [clock("CR-PROS-1M", "2026-03-01", "2026-04-16", { plain: "2026-04-01", moved: { from: "2026-04-01", reason: "延长", led: null } })],
  );
  expect(row).toMatchObject({ plain: "2026-04-01", moved: "2026-04-01", to: "2026-04-16" });
});

test("a period that counts backwards is drawn forwards, and the picture always holds today", () => {
  const rows = buildGanttRows([], [clock("CR-INV-REQ", "2026-05-10", "2026-05-03")]);
  expect(rows[0]).toMatchObject({ from: "2026-05-03", to: "2026-05-10" });
  expect(spanOf(rows, ["2026-06-01"])).toEqual({ first: "2026-05-03", last: "2026-06-01" });
});

test("the table leaves as CSV that no spreadsheet takes for a formula", () => {
  expect(writeGanttCsv([["=1+1", '说"是",']])).toBe('\uFEFF\'=1+1,"说""是"","\r\n');
});
