import { expect, test } from "vitest";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { writeCalendarFile } from "#deadlines/write-calendar-file.ts";

const CLOCK: Deadline = {
  id: "00000000-0000-4000-8000-000000000001",
  version: 2,
  caseId: "00000000-0000-4000-8000-000000000002",
  caseNumber: "东湖检刑诉受〔2026〕12号",
  caseTitle: "虚构示例；含，标点",
  state: {
    rule: "CR-PROS-1M",
    from: "2026-01-31",
    subject: null,
    detained: true,
    urgent: false,
    ruling: false,
    setDay: null,
    extension: null,
    suspensions: [],
    follows: null,
    timesBefore: 0,
    done: null,
  },
  act: {
    zh: "作出起诉、不起诉等决定",
    en: "decide on prosecution; a long sentence, with signs that must be escaped, and more than seventy-five bytes",
  },
  due: "2026-02-28",
  plain: "2026-02-28",
  custody: true,
  daysLeft: 3,
  standing: "soon",
  moved: null,
  follows: null,
  steps: [],
  warnings: [],
  cite: [],
  changedBy: "承办人",
  changedAt: "2026-02-01T00:00:00.000Z",
};
const NOW = new Date("2026-02-25T01:02:03.000Z");

test("a clock is a day in the calendar, custody told first, with a reminder the day before", () => {
  const file = writeCalendarFile([CLOCK], NOW, "zh");
  for (const line of ["DTSTART;VALUE=DATE:20260228", "TRIGGER:-P1D", "DTSTAMP:20260225T010203Z", "SEQUENCE:2"])
    expect(file).toContain(`${line}\r\n`);
  expect(file.replaceAll("\r\n ", "")).toContain("SUMMARY:【在押】作出起诉、不起诉等决定 · 东湖检刑诉受〔2026〕12号");
});

test("no line is longer than 75 bytes, and unfolded each says what was written, its signs escaped", () => {
  const file = writeCalendarFile([CLOCK], NOW, "en");
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n ", "")).toContain("decide on prosecution\\; a long sentence\\, with signs");
});

test("what has ended is not in it", () => {
  const ended = { ...CLOCK, state: { ...CLOCK.state, done: { on: "2026-02-20", document: null } } };
  expect(writeCalendarFile([ended], NOW, "zh")).not.toContain("VEVENT");
});
