import { expect, test } from "vitest";
import type { Kind, Tier } from "#scan/kinds.ts";
import { isIdentitySet, tierOfRecord } from "#scan/tiers/tier-of-record.ts";

const none = { photograph: false, secret: false, moneyAccount: false };
const of = (...kinds: Kind[]) => kinds.map((kind) => ({ kind }));

test.each<[string, readonly { kind: Kind }[], Partial<typeof none>, Tier]>([
  ["whereabouts are A", of("mobile", "whereabouts"), {}, "A"],
  ["communication content is A", of("communication-content"), {}, "A"],
  ["credit is A", of("name", "credit"), {}, "A"],
  ["property is A", of("property", "health"), {}, "A"],
  ["accommodation is B", of("resident-id", "accommodation"), {}, "B"],
  ["communication records are B", of("mobile", "communication-record"), {}, "B"],
  ["health is B", of("name", "health"), {}, "B"],
  ["biometrics are B", of("biometric"), {}, "B"],
  ["transactions are B", of("mobile", "transaction"), {}, "B"],
  ["education, employment and religion are the rest", of("name", "education", "employment", "religion"), {}, "C"],
  ["a resident id with name and address is C", of("name", "resident-id", "address"), {}, "C"],
  ["with a photograph the identity set is B", of("name", "resident-id", "address"), { photograph: true }, "B"],
  ["a photograph without the address is C", of("name", "resident-id"), { photograph: true }, "C"],
  ["a bank card alone is C", of("name", "bank-card"), {}, "C"],
  ["a bank card beside a balance, password or CVV is A", of("bank-card"), { secret: true }, "A"],
  ["a bank card beside an account password is A", of("bank-card", "account-password"), {}, "A"],
  ["a password beside no card is C", of("mobile"), { secret: true }, "C"],
  ["an account with its password is C", of("account-password"), {}, "C"],
  ["a payment account with its password is A", of("account-password"), { moneyAccount: true }, "A"],
])("%s", (_title, findings, beside, tier) => {
  expect(tierOfRecord({ findings, ...none, ...beside })).toBe(tier);
});

test("a tier B record is an identity set when no category of tier B stands in it", () => {
  const set = { findings: of("name", "resident-id", "address"), ...none, photograph: true };
  expect(isIdentitySet(set, "B")).toBe(true);
  expect(isIdentitySet({ ...set, findings: [...set.findings, { kind: "health" }] }, "B")).toBe(false);
  expect(isIdentitySet(set, "C")).toBe(false);
});
