import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { AttachBatchRequest, DocumentBatch } from "#case-documents/batches.contract.ts";
import { findBatchOf, insertBatch } from "#case-documents/batches.store.ts";
import { describeBatches } from "#case-documents/describe-batch.query.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
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
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("take-in-evidence", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const evidence = (await findEvidenceOfCase(tx, caseId)).find(({ id }) => id === request.evidenceId);
      if (!evidence) {
        const found = request.evidenceId.slice(0, 40);
        return refuse("invalid-input", { place: "evidenceId", expected: "本案的证据", "expected.en": "evidence of this case", found });
      }
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
