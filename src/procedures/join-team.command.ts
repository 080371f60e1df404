import type { Asking } from "#cases/asking.ts";
import type { CaseFacts } from "#cases/case.policy.ts";
import { isMemberOn } from "#cases/case.ts";
import { officeDay } from "#cases/case-day.ts";
import { recordAction } from "#cases/record-action.command.ts";
import type { Tx } from "#database/database.ts";
import { HANDLER_ROLE } from "#procedures/handler-role.ts";
import type { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { findHandler } from "#procedures/procedures.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Joining = {
  readonly caseId: string;
  readonly facts: CaseFacts;
  readonly kind: ProcedureKind;
  readonly officeCode: string;
  readonly handler: string;
  readonly changeId: string;
};

/** 入组 the handler of a procedure joins the case team, so that the case is seen; refused unless of that office, in service, with the role of the kind. */
export async function joinTeam(
  tx: Tx,
  asking: Asking,
  { caseId, facts, kind, officeCode, handler, changeId }: Joining,
): Promise<Outcome<null>> {
  const today = officeDay(asking.now);
  const person = await findHandler(tx, handler);
  const role = HANDLER_ROLE[kind];
  if (!person || person.disabled_at !== null || person.office_code !== officeCode || !person.roles.includes(role))
    return refuse("invalid-input", {
      place: "handler",
      expected: "该院具备相应角色的在职人员",
      "expected.en": "a person of that office with the role the procedure needs",
      found: person?.name ?? handler,
    });
  if (facts.members.some((one) => one.personId === handler && isMemberOn(one, today))) return done(null);
  const action = { type: "add-member" as const, personId: handler, role, from: today, until: null };
  const joined = await recordAction(tx, asking, caseId, action, { changeId, expectedVersion: null, judged: true });
  return joined.ok ? done(null) : joined;
}
