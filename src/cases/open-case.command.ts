import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canOpenCase } from "#cases/case.policy.ts";
import { evolve } from "#cases/case.ts";
import { officeDay } from "#cases/case-day.ts";
import type { CaseEvent } from "#cases/case-event.contract.ts";
import { CaseDetail, type OpenCaseRequest } from "#cases/cases.contract.ts";
import { insertCase, insertEvent } from "#cases/cases.store.ts";
import { describeCase } from "#cases/describe-case.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 受理案件 accepts a case for the actor's own office; a prosecutor who does so becomes its owner. */
export async function openCase(database: Database, asking: Asking, request: OpenCaseRequest): Promise<Outcome<CaseDetail>> {
  return database.transact({ as: "person", actor: asking.actor }, (tx) =>
    answerOnce(tx, asking.actor, request.requestId, "open-case", async () => {
      const opened = await openCaseIn(tx, asking, request);
      return opened.ok ? done(CaseDetail.parse(await describeCase(tx, asking, opened.value.id))) : opened;
    }),
  );
}

/** The same in the caller's transaction (a clue that becomes a case). */
export async function openCaseIn(
  tx: Tx,
  { actor, now, requestId }: Asking,
  { requestId: changeId, number, title, stage, acceptedOn }: OpenCaseRequest,
): Promise<Outcome<{ readonly id: string }>> {
  const decision = canOpenCase(actor);
  if (!decision.allowed) return decision.refusal;
  const today = officeDay(now);
  if (acceptedOn > today) {
    const [expected, found] = [`${today}或以前的日期`, acceptedOn];
    return refuse("invalid-input", { place: "acceptedOn", expected, "expected.en": `${today} or earlier`, found });
  }
  const id = randomUUID();
  const prosecutes = actor.roles.includes("criminal-prosecutor") || actor.roles.includes("pil-prosecutor");
  const event: CaseEvent = {
    type: "opened",
    number,
    title,
    offence: "infringing-personal-information",
    stage,
    officeCode: actor.officeCode,
    acceptedOn,
    owner: prosecutes ? actor.personId : null,
  };
  if (!(await insertCase(tx, id, evolve(null, event), now)))
    return refuse("already-exists", { what: `案号“${number}”`, "what.en": `The case number ${number}` });
  await insertEvent(tx, id, 1, event, { personId: actor.personId, at: now, requestId: changeId });
  await appendEntry(tx, { event: { kind: "case-changed", action: "open", version: 1 }, actor, caseId: id, requestId });
  return done({ id });
}
