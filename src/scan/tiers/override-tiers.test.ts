import { expect, test } from "vitest";
import type { Correction } from "#scan/corrections/corrections.contract.ts";
import type { Kind, Tier } from "#scan/kinds.ts";
import { overrideTiers, raisedKinds } from "#scan/tiers/override-tiers.ts";
import { isIdentitySet, rulesOfTier, tierOfRecord } from "#scan/tiers/tier-of-record.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

const tier = (of: Extract<Correction, { type: "tier" }>["of"], to: Tier): Correction => ({
  type: "tier",
  of,
  tier: to,
  reason: "x",
  cite: null,
});
const facts = (kinds: Kind[], beside: { photograph?: boolean; secret?: boolean; moneyAccount?: boolean } = {}) => ({
  findings: kinds.map((kind) => ({ kind })),
  photograph: false,
  secret: false,
  moneyAccount: false,
  ...beside,
});

test.each<[string, Correction[], ReturnType<typeof facts>, Tier, string[]]>([
  ["nobody said anything", [], facts(["mobile", "accommodation"]), "B", ["accommodation"]],
  ["a kind lowered", [tier("accommodation", "C")], facts(["mobile", "accommodation"]), "C", []],
  ["a kind raised", [tier("education", "B")], facts(["mobile", "education"]), "B", ["education"]],
  ["the later word holds", [tier("education", "A"), tier("education", "B")], facts(["education"]), "B", ["education"]],
  ["journeys argued B", [tier("whereabouts", "B")], facts(["whereabouts", "health"]), "B", ["whereabouts", "health"]],
  [
    "an identity set without a photograph",
    [tier("identity-without-photograph", "B")],
    facts(["name", "resident-id", "address"]),
    "B",
    ["identity-without-photograph"],
  ],
  ["an identity set lowered", [tier("identity-set", "C")], facts(["name", "resident-id", "address"], { photograph: true }), "C", []],
  ["a card with its balance lowered", [tier("card-with-secret", "B")], facts(["bank-card"], { secret: true }), "B", ["card-with-secret"]],
  ["a payment account", [], facts(["account-password"], { moneyAccount: true }), "A", ["payment-account"]],
])("%s", (_, corrections, record, expected, rules) => {
  const table = overrideTiers(TIERS_2017_10, corrections);
  expect(tierOfRecord(record, table)).toBe(expected);
  expect(rulesOfTier(record, expected, table)).toEqual(rules);
});

test("the table of the law itself is never changed", () => {
  overrideTiers(TIERS_2017_10, [tier("health", "C"), tier("identity-set", "A")]);
  expect(TIERS_2017_10.kinds.health).toBe("B");
  expect(TIERS_2017_10.sets["identity-set"]).toBe("B");
});

test("a raised identity set is keyed by its identifier alone", () => {
  const table = overrideTiers(TIERS_2017_10, [tier("identity-without-photograph", "B")]);
  const record = facts(["name", "resident-id", "address"]);
  expect([isIdentitySet(record, "B", table), isIdentitySet(record, "B")]).toEqual([true, false]);
});

test("kinds that were raised, and not lowered again, tell facts of their own", () => {
  expect([...raisedKinds([tier("education", "B"), tier("religion", "A"), tier("religion", "C"), tier("identity-set", "A")])]).toEqual([
    "education",
  ]);
});
