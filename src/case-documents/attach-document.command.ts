import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { AttachDocumentRequest, CaseDocument } from "#case-documents/case-documents.contract.ts";
import { findDocumentOf, insertDocument, insertReading } from "#case-documents/case-documents.store.ts";
import { describeDocuments } from "#case-documents/describe-document.query.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
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
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("take-in-evidence", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const evidence = (await findEvidenceOfCase(tx, caseId)).find(({ id }) => id === request.evidenceId);
      if (!evidence) {
        const found = request.evidenceId.slice(0, 40);
        return refuse("invalid-input", { place: "evidenceId", expected: "本案的证据", "expected.en": "evidence of this case", found });
      }
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
