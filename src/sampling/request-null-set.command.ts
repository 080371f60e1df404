import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { STATUS_NAMES } from "#counts/count.ts";
import { findCountStatus } from "#counts/find-count-status.query.ts";
import type { Database } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { findNullSet, insertNullSet } from "#sampling/null-sets.store.ts";
import type { CaseNullSet, DrawNullSetRequest } from "#sampling/sampling.contract.ts";

/** 抽取阴性样本 asks the worker to draw lines without findings from the evidence of a finished count. */
export async function requestNullSet(
  services: { readonly database: Database; readonly jobs: Jobs },
  asking: Asking,
  countId: string,
  request: DrawNullSetRequest,
): Promise<Outcome<CaseNullSet>> {
  const { actor, now, requestId } = asking;
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `request-null-set ${countId}`, async () => {
      const count = await findCountStatus(tx, countId);
      const facts = count && (await findCaseFacts(tx, count.caseId, "share"));
      if (!count || !facts) return refuse("not-found", { what: "count" });
      const decision = canDo("sample", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const { zh, en } = STATUS_NAMES[count.status];
      if (count.status !== "done") return refuse("wrong-state", { state: zh, "state.en": en });
      const [id, { caseId }] = [randomUUID(), count];
      await insertNullSet(tx, { id, caseId, countId, seed: request.seed, size: request.size, by: actor.personId, at: now });
      await services.jobs.enqueue(tx, "draw-null-set", { nullSetId: id }, request.requestId);
      const nullSet = await findNullSet(tx, id);
      if (!nullSet) throw new Error("a null set that was just asked for is not visible to the person who did");
      await appendEntry(tx, { event: { kind: "quantity-recorded", quantity: "null-set", quantityId: id }, actor, caseId, requestId });
      return done(nullSet);
    }),
  );
}
