import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { AttachDocumentRequest, CaseDocument } from "#case-documents/case-documents.contract.ts";
import { findDocumentOf, insertDocument, insertReading } from "#case-documents/case-documents.store.ts";
import { describeDocuments } from "#case-documents/describe-document.query.ts";
import { findAttachable } from "#case-documents/find-attachable.query.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/**
 * 附入文书 attaches a piece of evidence of the case as a document and asks the worker to read it. Only what lies in the vault, with its custody record: nothing
 * is fetched. Row, job and audit entry stand or fall together.
 */
export async function attachDocument(
  services: { readonly database: Database; readonly jobs: Jobs },
  asking: Asking,
  caseId: string,
  request: AttachDocumentRequest,
): Promise<Outcome<CaseDocument>> {
  const { actor, now, requestId } = asking;
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `attach-document ${caseId}`, async () => {
      const attachable = await findAttachable(tx, asking, caseId, request.evidenceId);
      if (!attachable.ok) return attachable;
      const evidence = attachable.value;
      if ((await findDocumentOf(tx, caseId, evidence.id)) !== null) return refuse("already-exists", { what: evidence.path });
      const [id, readingId] = [randomUUID(), randomUUID()];
      const by = { by: actor.personId, at: now };
      await insertDocument(tx, { id, caseId, evidenceId: evidence.id, kind: request.kind, ...by });
      await insertReading(tx, { id: readingId, documentId: id, caseId, ...by });
      await services.jobs.enqueue(tx, "read-document", { readingId }, readingId);
      const event = { kind: "work-changed" as const, thing: "case-document", thingId: id, action: "attach", version: 1 };
      await appendEntry(tx, { event, actor, caseId, requestId });
      const [document] = await describeDocuments(tx, { id });
      if (!document) throw new Error("a document that was just attached is not visible to the person who did");
      return done(document);
    }),
  );
}
