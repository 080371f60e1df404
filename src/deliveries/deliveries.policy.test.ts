import { expect, test } from "vitest";
import type { MemberRole, Stage } from "#cases/cases.contract.ts";
import { canRecordDeliveries } from "#deliveries/deliveries.policy.ts";
import type { Role } from "#offices/offices.contract.ts";

/** part in the case, roles in the office, stage of the case, and what becomes of it */
const TABLE: readonly (readonly [MemberRole | null, readonly Role[], Stage, "yes" | "not-permitted" | "wrong-state"])[] = [
  ["owner", ["criminal-prosecutor"], "prosecution-review", "yes"],
  ["criminal-prosecutor", ["criminal-prosecutor"], "trial", "yes"],
  ["pil-prosecutor", ["pil-prosecutor"], "arrest-review", "yes"],
  ["technician", ["technician"], "early-intervention", "yes"],
  ["owner", ["criminal-prosecutor"], "closed", "wrong-state"],
  [null, ["criminal-prosecutor"], "trial", "not-permitted"],
  [null, ["case-manager"], "trial", "not-permitted"],
  [null, ["leader"], "trial", "not-permitted"],
  [null, ["leader"], "closed", "not-permitted"],
  [null, ["auditor", "administrator"], "trial", "not-permitted"],
  [null, [], "trial", "not-permitted"],
];

test.each(TABLE)("%s with the roles %j in %s: %s", (part, roles, stage, answer) => {
  const personId = "11111111-1111-4111-8111-111111111111";
  const actor = { personId, name: "甲", officeCode: "990101", department: "criminal" as const, roles: [...roles] };
  const members = part === null ? [] : [{ personId, role: part, from: "2026-01-01", until: null }];
  const decision = canRecordDeliveries(actor, { stage, officeCode: "990101", members }, "2026-11-24");
  expect(decision.allowed ? "yes" : decision.refusal.kind).toBe(answer);
});
