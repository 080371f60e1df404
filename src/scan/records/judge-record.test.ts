import { expect, test } from "vitest";
import type { FindingState } from "#scan/finding.ts";
import { KIND_NAMES, KINDS, type Kind } from "#scan/kinds.ts";
import { canRestore, judgeRecord, restoreFindings } from "#scan/records/judge-record.ts";
import type { RecordFinding } from "#scan/records/seized-record.ts";

const found = (kind: Kind, state: FindingState = "valid", value = `${kind}-1`): RecordFinding => ({
  kind,
  state,
  value,
  from: 0,
  to: 1,
  because: null,
  column: 0,
  otherParty: false,
});

const ALONE: readonly Kind[] = [
  "resident-id",
  "passport",
  "hk-macao-permit",
  "taiwan-permit",
  "foreign-permanent-resident-id",
  "military-id",
  "social-security",
  "mobile",
  "bank-card",
  "email",
  "qq",
  "wechat",
  "account-password",
  "imei",
  "imsi",
  "iccid",
  "plate",
  "biometric",
];

test.each(ALONE)("%s alone identifies a person", (kind) => {
  expect(judgeRecord([found(kind)], null)).toBeNull();
});

test.each(KIND_NAMES.filter((kind) => !ALONE.includes(kind)))("%s alone does not", (kind) => {
  expect(judgeRecord([found(kind)], null)).toBe("not-identifying");
});

test.each(KIND_NAMES.filter((kind) => !ALONE.includes(kind) && kind !== "name"))(
  "a name together with %s identifies, except with ip, mac and coordinates",
  (kind) => {
    expect(judgeRecord([found("name"), found(kind)], null)).toBe(["ip", "mac", "coordinates"].includes(kind) ? "not-identifying" : null);
  },
);

test("an address with a landline and no name does not identify", () => {
  expect(judgeRecord([found("address"), found("landline")], null)).toBe("not-identifying");
});

test("two names do not identify", () => {
  expect(judgeRecord([found("name"), found("name", "valid", "name-2")], null)).toBe("not-identifying");
});

test("one valid identifier makes the record valid, whatever else fails in it", () => {
  expect(judgeRecord([found("resident-id", "invalid"), found("bank-card", "damaged"), found("mobile")], null)).toBeNull();
});

test("the first reason that applies counts: invalid before damaged before not identifying", () => {
  expect(judgeRecord([found("name"), found("mobile", "damaged"), found("resident-id", "invalid")], null)).toBe("invalid");
  expect(judgeRecord([found("name"), found("mobile", "damaged")], null)).toBe("damaged");
  expect(judgeRecord([found("name")], null)).toBe("not-identifying");
});

test("a name does not identify with an invalid or damaged value", () => {
  expect(judgeRecord([found("name"), found("landline", "invalid")], null)).toBe("invalid");
  expect(judgeRecord([found("name", "damaged"), found("address")], null)).toBe("damaged");
});

test("a record whose identifying values are all known dummies is test data, also beside a name and an address", () => {
  const dummy = found("mobile", "valid", "13800138000");
  expect(judgeRecord([dummy], null)).toBe("test-data");
  expect(judgeRecord([found("name"), found("address"), dummy], null)).toBe("test-data");
  expect(judgeRecord([dummy, found("resident-id", "invalid")], null)).toBe("test-data");
  expect(judgeRecord([dummy, found("resident-id")], null)).toBeNull();
});

test("a person's decision comes before every other reason", () => {
  expect(judgeRecord([found("mobile")], "rejected")).toBe("rejected");
  expect(judgeRecord([found("mobile", "invalid")], "anonymised")).toBe("anonymised");
});

test("the table of kinds says of each kind what the contract says", () => {
  expect(KIND_NAMES.filter((kind) => KINDS[kind].identifies === "alone").sort()).toEqual([...ALONE].sort());
});

const failed = (kind: Kind, because: string, state: FindingState = "invalid"): RecordFinding => ({ ...found(kind, state), because });

test.each<[string, RecordFinding[], boolean]>([
  ["a card that fails Luhn", [failed("bank-card", "luhn")], true],
  ["a name beside such a card", [found("name"), failed("bank-card", "luhn")], true],
  ["a resident id whose check digit fails", [failed("resident-id", "check-digit")], false],
  ["a card too long", [failed("bank-card", "length")], false],
  ["a device number that fails Luhn", [failed("imei", "luhn")], false],
  ["a masked mobile", [failed("mobile", "masked", "damaged")], false],
  ["a name alone", [found("name")], false],
])("a person can put back what is not disproved: %s", (_, findings, can) => {
  const reason = judgeRecord(findings, null);
  if (reason === null) throw new Error("not excluded");
  expect(canRestore(findings, reason)).toBe(can);
  expect(judgeRecord(restoreFindings(findings), "restored")).toBe(can ? null : reason);
});

test("known dummies are put back as they are", () => {
  const findings = [found("mobile", "valid", "13800138000")];
  expect([judgeRecord(findings, null), canRestore(findings, "test-data"), judgeRecord(restoreFindings(findings), "restored")]).toEqual([
    "test-data",
    true,
    null,
  ]);
});
