import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { AddCorrectionRequest, CaseCorrection } from "#counts/corrections.contract.ts";
import { findCorrectionRows, insertCorrection } from "#counts/corrections.store.ts";
import { findCountRow } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { findCorrectionFault } from "#scan/corrections/find-correction-fault.ts";
import { CountResult } from "#scan/scan.contract.ts";

/**
 * 更正 keeps what a person decided otherwise than the program, for all later counts of the case. What it names (a shape, a source, a
 * column) must stand in the count in which it was seen.
 */
export async function addCorrection(
  database: Database,
  asking: Asking,
  caseId: string,
  request: z.infer<typeof AddCorrectionRequest>,
): Promise<Outcome<CaseCorrection>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `add-correction ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("correct-count", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const count = await findCountRow(tx, request.countId, "none");
      if (count?.case_id !== caseId || count.status !== "done")
        return refuse("invalid-input", {
          place: "countId",
          expected: "本案已完成的统计",
          "expected.en": "a finished count of this case",
          found: request.countId,
        });
      const fault = findCorrectionFault(request.correction, CountResult.parse(count.result));
      if (fault !== null)
        return refuse("invalid-input", {
          place: `correction.${fault.place}`,
          expected: fault.expected.zh,
          "expected.en": fault.expected.en,
          found: fault.found,
        });
      const id = randomUUID();
      // Who and when are the session's and the clock's, whatever the request says.
      const correction = { ...request.correction, by: actor.name, at: now.toISOString() };
      await insertCorrection(tx, { id, caseId, correction, countId: request.countId, by: actor.personId, at: now });
      const kept = (await findCorrectionRows(tx, caseId)).find((one) => one.id === id);
      if (!kept) throw new Error("a correction that was just made is not visible to the person who made it");
      const event = { kind: "correction-added" as const, correctionId: id, correction: correction.type };
      await appendEntry(tx, { event, actor, caseId, requestId });
      return done(kept);
    }),
  );
}
