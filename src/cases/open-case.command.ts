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
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 受理案件 accepts a case for the actor's own office; a prosecutor who does so becomes its owner. */
export async function openCase(database: Database, asking: Asking, request: OpenCaseRequest): Promise<Outcome<CaseDetail>> {
  const { actor, now, requestId } = asking;
  const decision = canOpenCase(actor);
  if (!decision.allowed) return decision.refusal;
  if (request.acceptedOn > officeDay(now)) {
    const today = officeDay(now);
    return refuse("invalid-input", {
      place: "acceptedOn",
      expected: `${today}或以前的日期`,
      "expected.en": `${today} or earlier`,
      found: request.acceptedOn,
    });
  }
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, "open-case", async () => {
      const id = randomUUID();
      const event: CaseEvent = {
        type: "opened",
        number: request.number,
        title: request.title,
        offence: "infringing-personal-information",
        stage: request.stage,
        officeCode: actor.officeCode,
        acceptedOn: request.acceptedOn,
        owner: actor.roles.includes("criminal-prosecutor") ? actor.personId : null,
      };
      if (!(await insertCase(tx, id, evolve(null, event), now))) {
        return refuse("already-exists", { what: `案号“${request.number}”`, "what.en": `The case number ${request.number}` });
      }
      await insertEvent(tx, id, 1, event, { personId: actor.personId, at: now, requestId: request.requestId });
      const detail = CaseDetail.parse(await describeCase(tx, asking, id));
      await appendEntry(tx, { event: { kind: "case-changed", action: "open", version: 1 }, actor, caseId: id, requestId });
      return done(detail);
    }),
  );
}
