import { describe, expect, test } from "vitest";
import { type AuditScope, mayReadAudit, mayVerifyAudit } from "#audit/audit.policy.ts";
import { Role } from "#offices/offices.contract.ts";

const SCOPES: readonly AuditScope[] = ["everything", "hidden-case", "visible-case", "own-case"];
const OTHERS = { everything: "not-permitted", "hidden-case": "not-found", "visible-case": "not-permitted", "own-case": "yes" } as const;
const AUDITOR = { everything: "yes", "hidden-case": "yes", "visible-case": "yes", "own-case": "yes" } as const;

/** actor × what is asked for; every role has its row. */
const READING = {
  "criminal-prosecutor": OTHERS,
  "pil-prosecutor": OTHERS,
  technician: OTHERS,
  "case-manager": OTHERS,
  leader: OTHERS,
  auditor: AUDITOR,
  administrator: OTHERS,
} as const satisfies Record<Role, Record<AuditScope, string>>;

describe("who may read entries", () => {
  test.each(Role.options.flatMap((role) => SCOPES.map((scope) => [role, scope] as const)))("%s, %s", (role, scope) => {
    const outcome = mayReadAudit({ roles: [role] }, scope);
    expect(outcome.ok ? "yes" : outcome.kind).toBe(READING[role][scope]);
  });
  test("a person without a role reads nothing beyond an own case", () =>
    expect(SCOPES.map((scope) => mayReadAudit({ roles: [] }, scope).ok)).toEqual([false, false, false, true]));
});

test("only the auditor may have the chain verified", () => {
  expect(Role.options.filter((role) => mayVerifyAudit({ roles: [role] }).ok)).toEqual(["auditor"]);
  expect(mayVerifyAudit({ roles: ["administrator", "leader", "auditor"] }).ok).toBe(true);
  expect(mayVerifyAudit({ roles: [] }).ok).toBe(false);
});
