import { appendEntry } from "#audit/append-entry.command.ts";
import { nextBatchStatus } from "#case-documents/batch.ts";
import type { DocumentBatch } from "#case-documents/batches.contract.ts";
import { findBatches, holdBatch, updateBatch } from "#case-documents/batches.store.ts";
import { describeBatches } from "#case-documents/describe-batch.query.ts";
import { STATUS_NAMES } from "#case-documents/reading.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 取消、继续 gives a batch up, or goes on with one that was given up or failed, behind what was entered already. */
export async function changeBatch(
  services: { readonly database: Database; readonly jobs: Jobs },
  { actor, now, requestId }: Asking,
  id: string,
  move: "cancel" | "resume",
  request: { readonly requestId: string },
): Promise<Outcome<DocumentBatch>> {
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `${move}-batch ${id}`, async () => {
      const [seen] = await findBatches(tx, { id });
      const facts = seen && (await findCaseFacts(tx, seen.case_id, "share"));
      if (!seen || !facts) return refuse("not-found", { what: "document" });
      const decision = canDo("take-in-evidence", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const held = await holdBatch(tx, id);
      const status = held && nextBatchStatus(held.status, move);
      if (!held || !status) {
        const { zh, en } = STATUS_NAMES[(held ?? seen).status];
        return refuse("wrong-state", { state: zh, "state.en": en });
      }
      await updateBatch(tx, id, status, now);
      if (status === "waiting") await services.jobs.enqueue(tx, "read-batch", { batchId: id }, id);
      const event = {
        kind: "work-changed" as const,
        thing: "document-batch",
        thingId: id,
        action: `batch-${move}`,
        version: held.nextPart,
      };
      await appendEntry(tx, { event, actor, caseId: held.caseId, requestId });
      const [batch] = await describeBatches(tx, { id });
      if (!batch) throw new Error("a batch is not visible any more to the person who changed it");
      return done(batch);
    }),
  );
}
