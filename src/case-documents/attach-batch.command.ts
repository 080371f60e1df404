import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { AttachBatchRequest, DocumentBatch } from "#case-documents/batches.contract.ts";
import { findBatchOf, insertBatch } from "#case-documents/batches.store.ts";
import { describeBatches } from "#case-documents/describe-batch.query.ts";
import { findAttachable } from "#case-documents/find-attachable.query.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 成批附入 asks the worker to attach and read every line of a JSONL, or every file of a ZIP, of the case's evidence. Row, job and audit entry stand or fall together. */
export async function attachBatch(
  services: { readonly database: Database; readonly jobs: Jobs },
  asking: Asking,
  caseId: string,
  request: AttachBatchRequest,
): Promise<Outcome<DocumentBatch>> {
  const { actor, now, requestId } = asking;
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `attach-batch ${caseId}`, async () => {
      const attachable = await findAttachable(tx, asking, caseId, request.evidenceId);
      if (!attachable.ok) return attachable;
      const evidence = attachable.value;
      if ((await findBatchOf(tx, caseId, evidence.id)) !== null) return refuse("already-exists", { what: evidence.path });
      const id = randomUUID();
      await insertBatch(tx, { id, caseId, evidenceId: evidence.id, kind: request.kind, by: actor.personId, at: now });
      await services.jobs.enqueue(tx, "read-batch", { batchId: id }, id);
      const event = { kind: "work-changed" as const, thing: "document-batch", thingId: id, action: "attach", version: 1 };
      await appendEntry(tx, { event, actor, caseId, requestId });
      const [batch] = await describeBatches(tx, { id });
      if (!batch) throw new Error("a batch that was just asked for is not visible to the person who did");
      return done(batch);
    }),
  );
}
