import fc from "fast-check";
import { expect, test } from "vitest";
import { buildBankCard, buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { judgeCell } from "#scan/detectors/judge-cell.ts";
import { findPlainNumber } from "#scan/records/find-plain-number.ts";

const TODAY = "2026-11-22";

test("the short way finds what the long way finds", () => {
  const real = fc.oneof(
    fc.nat(99_999_999).map(buildMobile),
    fc.nat(9_999_999).map(buildBankCard),
    fc.integer({ min: 900, max: 999 }).map((order) => buildResidentId(order)),
  );
  const number = fc.oneof(real, fc.stringMatching(/^1[3-9]\d{9}$/), fc.stringMatching(/^\d{11,19}X?$/));
  fc.assert(
    fc.property(fc.constantFrom("mobile" as const, "resident-id" as const, "bank-card" as const), number, (kind, cell) => {
      const short = findPlainNumber(kind, cell, TODAY);
      if (short !== null) expect(short).toEqual(judgeCell(kind, cell, TODAY));
    }),
    { numRuns: 2000 },
  );
});

test("it answers for plain good numbers, and leaves the rest to the long way", () => {
  expect(findPlainNumber("mobile", buildMobile(1), TODAY)).toHaveLength(1);
  expect(findPlainNumber("resident-id", buildResidentId(901), TODAY)).toHaveLength(1);
  expect(findPlainNumber("bank-card", buildBankCard(1), TODAY)).toHaveLength(1);
  for (const cell of [` ${buildMobile(1)}`, "1.10105E+17", "138****1234", "无"]) expect(findPlainNumber("mobile", cell, TODAY)).toBeNull();
  expect(findPlainNumber("qq", buildMobile(1), TODAY)).toBeNull();
});
