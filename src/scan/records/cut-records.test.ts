import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "#scan/finding.ts";
import type { Kind } from "#scan/kinds.ts";
import { cutRecords } from "#scan/records/cut-records.ts";

const found = (kind: Kind, value: string): Finding => ({ kind, value, state: "valid", from: 0, to: 1, because: null });
const show = (records: Finding[][]) => records.map((record) => record.map(({ kind, value }) => `${kind} ${value}`).join(" + "));

test("a line with two mobiles and one resident id holds two records", () => {
  expect(show(cutRecords([found("mobile", "1"), found("mobile", "2"), found("resident-id", "9")]))).toEqual([
    "mobile 1",
    "mobile 2 + resident-id 9",
  ]);
  expect(show(cutRecords([found("resident-id", "9"), found("mobile", "1"), found("mobile", "2")]))).toEqual([
    "resident-id 9 + mobile 1",
    "mobile 2",
  ]);
});

test("a value repeated in a line does not cut it", () => {
  expect(cutRecords([found("mobile", "1"), found("mobile", "1"), found("qq", "5")])).toHaveLength(1);
  expect(cutRecords([found("mobile", "1"), found("mobile", "2"), found("mobile", "1")])).toHaveLength(2);
});

test("nothing found is no record", () => {
  expect(cutRecords([])).toEqual([]);
});

test("cutting loses and reorders nothing, and no record holds two values of a kind unless one is repeated", () => {
  const finding = fc.record({ kind: fc.constantFrom<Kind>("mobile", "qq", "email"), value: fc.constantFrom("1", "2", "3") });
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 12 }), (pairs) => {
      const findings = pairs.map(({ kind, value }) => found(kind, value));
      const records = cutRecords(findings);
      expect(records.flat()).toEqual(findings);
      const distinct = new Set(findings.map(({ kind, value }) => kind + value));
      expect(records.length).toBeLessThanOrEqual(distinct.size);
    }),
  );
});
