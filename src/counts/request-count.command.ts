import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findCorrectionRows } from "#counts/corrections.store.ts";
import { waitingProgress } from "#counts/count.ts";
import type { Count, RequestCountRequest } from "#counts/counts.contract.ts";
import { findCountRow, insertCount, presentCount } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { CountKey, PAIR_KEYS } from "#scan/corrections/corrections.contract.ts";
import { KIND_NAMES } from "#scan/kinds.ts";
import { CountOptions } from "#scan/scan.contract.ts";

/** Bytes of evidence up to which a count works out every definition side by side without being asked to: it takes memory by the record. */
const COMPARED_UP_TO = 128 * 1024 * 1024;

/** 发起计数 asks the worker to count evidence of a case. Row, job and audit entry stand or fall together. */
export async function requestCount(
  services: { readonly database: Database; readonly jobs: Jobs },
  asking: Asking,
  caseId: string,
  request: z.infer<typeof RequestCountRequest>,
): Promise<Outcome<Count>> {
  const { actor, now, requestId } = asking;
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `request-count ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("count", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const given = Object.fromEntries(Object.entries(request.options).filter(([, value]) => value !== undefined));
      const asked = CountOptions.parse({ asOf: officeDay(now), ...given });
      const wrong = refuseKey(asked.key);
      if (wrong) return wrong;

      const evidence = await findEvidenceOfCase(tx, caseId);
      const chosen = request.evidenceIds.length === 0 ? evidence : evidence.filter(({ id }) => request.evidenceIds.includes(id));
      if (chosen.length === 0 || (request.evidenceIds.length > 0 && chosen.length !== new Set(request.evidenceIds).size)) {
        return refuse("invalid-input", {
          place: "evidenceIds",
          expected: "本案的证据",
          "expected.en": "evidence of this case",
          found: `${chosen.length}`,
        });
      }
      const id = randomUUID();
      const bytesTotal = chosen.reduce((sum, { bytes }) => sum + bytes, 0);
      const evidenceIds = chosen.map((one) => one.id);
      const corrections = (await findCorrectionRows(tx, caseId)).filter(({ withdrawn }) => withdrawn === null);
      const options: CountOptions = {
        ...asked,
        definitions: asked.definitions ?? bytesTotal <= COMPARED_UP_TO,
        ...(corrections.length === 0 ? {} : { corrections: corrections.map(({ correction }) => correction) }),
      };
      await insertCount(tx, {
        id,
        caseId,
        options,
        evidenceIds,
        by: actor.personId,
        at: now,
        progress: waitingProgress(bytesTotal, 0, now),
      });
      await services.jobs.enqueue(tx, "count-evidence", { countId: id }, request.requestId);
      const row = await findCountRow(tx, id, "none");
      if (!row) throw new Error("a count that was just requested is not visible to the person who did");
      await appendEntry(tx, { event: { kind: "count-requested", countId: id, evidence: evidenceIds.length }, actor, caseId, requestId });
      return done(presentCount(row));
    }),
  );
}

function refuseKey(key: string): Refusal | null {
  if (CountKey.safeParse(key).success) return null;
  const names = `auto, row, ${[...PAIR_KEYS, ...KIND_NAMES].join(", ")}`;
  return refuse("invalid-input", { place: "options.key", expected: names, found: key.slice(0, 40) });
}
