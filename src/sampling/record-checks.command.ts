import { sql } from "kysely";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import type { CaseSample, RecordChecksRequest } from "#sampling/sampling.contract.ts";
import { findSample, insertChecks } from "#sampling/sampling.store.ts";

/** 记录核对结果 keeps all findings so far as the next version; earlier ones stay. Units that were not drawn are refused. */
export async function recordChecks(
  database: Database,
  asking: Asking,
  sampleId: string,
  request: RecordChecksRequest,
): Promise<Outcome<CaseSample>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `record-checks ${sampleId}`, async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${sampleId}, 7242004))`.execute(tx);
      const sample = await findSample(tx, sampleId);
      const facts = sample && (await findCaseFacts(tx, sample.caseId, "share"));
      if (!sample || !facts) return refuse("not-found", { what: "sample" });
      const decision = canDo("sample", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      if (request.expectedVersion !== sample.version) return refuse("stale-version", { current: sample.version });
      const drawn = new Map(sample.plan.strata.map((stratum) => [stratum.id, new Set(stratum.drawn)]));
      const stranger = request.checks.findIndex(({ stratum, unit }) => !drawn.get(stratum)?.has(unit));
      if (stranger >= 0) {
        const expected = { expected: "抽取名单中的一条", "expected.en": "a unit that was drawn" };
        return refuse("invalid-input", { place: `checks[${stranger}].unit`, ...expected, found: `${request.checks[stranger]?.unit}` });
      }
      const version = sample.version + 1;
      const { caseId } = sample;
      await insertChecks(tx, { sampleId, caseId, version, checks: request.checks, by: actor.personId, at: now });
      const after = await findSample(tx, sampleId);
      if (!after) throw new Error("a sample is not visible any more to the person who checked it");
      const event = { kind: "quantity-recorded" as const, quantity: "sample-checks", quantityId: sampleId };
      await appendEntry(tx, { event, actor, caseId, requestId });
      return done(after);
    }),
  );
}
