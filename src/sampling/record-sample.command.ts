import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { planSample } from "#sampling/plan-sample.ts";
import { refuseDesign } from "#sampling/refuse-design.ts";
import type { CaseSample, PlanSampleRequest } from "#sampling/sampling.contract.ts";
import { findSample, insertSample } from "#sampling/sampling.store.ts";

/** 记录抽样方案 draws the list and keeps it before anything is checked: what was drawn cannot be drawn again until it suits. */
export async function recordSample(
  database: Database,
  asking: Asking,
  caseId: string,
  request: PlanSampleRequest,
): Promise<Outcome<CaseSample>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `record-sample ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("sample", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const { countId } = request;
      if (countId !== null && (await findCountResult(tx, countId))?.caseId !== caseId) {
        const expected = { expected: "本案已完成的计数", "expected.en": "a finished count of this case" };
        return refuse("invalid-input", { place: "countId", ...expected, found: countId });
      }
      const planned = planSample(request.design);
      if (!planned.ok) return refuseDesign(planned.refused);
      const id = randomUUID();
      await insertSample(tx, { id, caseId, countId, plan: planned.plan, by: actor.personId, at: now });
      const sample = await findSample(tx, id);
      if (!sample) throw new Error("a sample that was just planned is not visible to the person who did");
      await appendEntry(tx, { event: { kind: "quantity-recorded", quantity: "sample", quantityId: id }, actor, caseId, requestId });
      return done(sample);
    }),
  );
}
