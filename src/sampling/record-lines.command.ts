import { sql } from "kysely";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { findNullSet, insertLineChecks } from "#sampling/null-sets.store.ts";
import type { CaseNullSet, RecordLinesRequest } from "#sampling/sampling.contract.ts";

/** 记录查漏结果 keeps all findings of a null set so far as its next version; earlier ones stay. */
export async function recordLines(
  database: Database,
  asking: Asking,
  nullSetId: string,
  request: RecordLinesRequest,
): Promise<Outcome<CaseNullSet>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `record-lines ${nullSetId}`, async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${nullSetId}, 7242004))`.execute(tx);
      const nullSet = await findNullSet(tx, nullSetId);
      const facts = nullSet && (await findCaseFacts(tx, nullSet.caseId, "share"));
      if (!nullSet || !facts) return refuse("not-found", { what: "null-set" });
      const decision = canDo("sample", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      if (nullSet.sample === null) return refuse("wrong-state", { state: "尚未抽取", "state.en": "not drawn yet" });
      if (request.expectedVersion !== nullSet.version) return refuse("stale-version", { current: nullSet.version });
      const drawn = nullSet.sample.lines.length;
      const stranger = request.checks.findIndex(({ line }) => line >= drawn);
      if (stranger >= 0) {
        const expected = { expected: `0至${drawn - 1}`, "expected.en": `0 to ${drawn - 1}` };
        return refuse("invalid-input", { place: `checks[${stranger}].line`, ...expected, found: `${request.checks[stranger]?.line}` });
      }
      const { caseId } = nullSet;
      await insertLineChecks(tx, { nullSetId, caseId, version: nullSet.version + 1, checks: request.checks, by: actor.personId, at: now });
      const after = await findNullSet(tx, nullSetId);
      if (!after) throw new Error("a null set is not visible any more to the person who checked it");
      const event = { kind: "quantity-recorded" as const, quantity: "null-set-checks", quantityId: nullSetId };
      await appendEntry(tx, { event, actor, caseId, requestId });
      return done(after);
    }),
  );
}
