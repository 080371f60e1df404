import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { CaseCorrection, CorrectionIdParams, WithdrawCorrectionRequest } from "#counts/corrections.contract.ts";
import { findCorrectionRows, insertWithdrawal } from "#counts/corrections.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 撤回更正 later counts leave the correction out; it stays in the record with who withdrew it and why. */
export async function withdrawCorrection(
  database: Database,
  asking: Asking,
  { caseId, correctionId }: z.infer<typeof CorrectionIdParams>,
  request: z.infer<typeof WithdrawCorrectionRequest>,
): Promise<Outcome<CaseCorrection>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `withdraw-correction ${correctionId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("correct-count", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const found = (await findCorrectionRows(tx, caseId)).find(({ id }) => id === correctionId);
      if (!found) return refuse("not-found", { what: "correction" });
      const first = await insertWithdrawal(tx, { correctionId, caseId, reason: request.reason, by: actor.personId, at: now });
      if (!first) return refuse("wrong-state", { state: "已撤回", "state.en": "withdrawn" });
      const after = (await findCorrectionRows(tx, caseId)).find(({ id }) => id === correctionId);
      await appendEntry(tx, { event: { kind: "correction-withdrawn", correctionId }, actor, caseId, requestId });
      return done(after ?? found);
    }),
  );
}
