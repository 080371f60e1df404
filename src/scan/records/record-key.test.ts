import { expect, test } from "vitest";
import type { Kind } from "#scan/kinds.ts";
import { identifierOfKind, KEY_ORDER, strongestIdentifier } from "#scan/records/record-key.ts";
import type { RecordFinding } from "#scan/records/seized-record.ts";

const found = (kind: Kind, value: string, more: Partial<RecordFinding> = {}): RecordFinding => ({
  kind,
  state: "valid",
  value,
  from: 0,
  to: 1,
  because: null,
  column: 0,
  otherParty: false,
  ...more,
});

test("the strongest identifier is the first of the contract's order, whatever the order of the columns", () => {
  const all = KEY_ORDER.map((kind) => found(kind, `${kind}-1`)).reverse();
  for (const kind of KEY_ORDER) {
    expect(strongestIdentifier(all, false)?.kind).toBe(kind);
    all.pop();
  }
});

test("where a kind stands twice the first value is the key", () => {
  expect(strongestIdentifier([found("mobile", "1"), found("mobile", "2")], false)?.value).toBe("1");
});

test("an invalid or damaged value is no key", () => {
  expect(strongestIdentifier([found("resident-id", "1", { state: "invalid" }), found("qq", "5")], false)).toMatchObject({ kind: "qq" });
});

test("without an identifier the name with the address, then the name with the first other kind is the key", () => {
  const [name, address, landline] = [found("name", "甲"), found("address", "某路1号"), found("landline", "010")];
  expect(strongestIdentifier([landline, address, name], false)).toEqual({ kind: "name+address", value: "甲\u0000某路1号" });
  expect(strongestIdentifier([found("health", "h"), landline, name], false)).toEqual({
    kind: "name+other",
    value: "甲\u0000landline\u0000010",
  });
  expect(strongestIdentifier([name, found("ip", "1.1.1.1")], false)).toBeNull();
});

test("the other side of a relation is no identifier of this one", () => {
  const findings = [found("resident-id", "9", { otherParty: true }), found("mobile", "1")];
  expect(strongestIdentifier(findings, false)?.value).toBe("1");
  expect(strongestIdentifier(findings, true)?.value).toBe("9");
});

test("a key of one kind takes the own party's value before the other's", () => {
  const findings = [found("mobile", "2", { otherParty: true }), found("mobile", "1")];
  expect(identifierOfKind(findings, "mobile")?.value).toBe("1");
  expect(identifierOfKind(findings, "qq")).toBeNull();
});
