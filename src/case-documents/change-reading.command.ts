import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { CaseDocument } from "#case-documents/case-documents.contract.ts";
import { findReadings, holdDocument, holdReading, insertReading, updateReading } from "#case-documents/case-documents.store.ts";
import { describeDocuments } from "#case-documents/describe-document.query.ts";
import { isOver, nextStatus, STATUS_NAMES } from "#case-documents/reading.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

type Services = { readonly database: Database; readonly jobs: Jobs };

/** 重新阅读 reads a document again, as a new version; earlier readings stay. */
export function readAgain(services: Services, asking: Asking, id: string, request: { readonly requestId: string }) {
  return changeReading(services.database, asking, id, request.requestId, "read-again", async (tx, caseId) => {
    const [newest] = await findReadings(tx, [id]);
    if (newest && !isOver(newest.status)) return refuseState(newest.status);
    const readingId = randomUUID();
    await insertReading(tx, { id: readingId, documentId: id, caseId, by: asking.actor.personId, at: asking.now });
    await services.jobs.enqueue(tx, "read-document", { readingId }, readingId);
    return null;
  });
}

/** 取消阅读 a waiting reading is given up at once, a running one as soon as its worker sees it. */
export function cancelReading(services: Services, asking: Asking, id: string, request: { readonly requestId: string }) {
  return changeReading(services.database, asking, id, request.requestId, "cancel", async (tx) => {
    const [newest] = await findReadings(tx, [id]);
    const held = newest && (await holdReading(tx, newest.id));
    if (!newest || !held) return refuse("not-found", { what: "document" });
    const status = nextStatus(held.status, "cancel");
    if (status === null) return refuseState(held.status);
    await updateReading(tx, newest.id, status, asking.now);
    return null;
  });
}

async function changeReading(
  database: Database,
  { actor, now, requestId }: Asking,
  id: string,
  changeId: string,
  action: "read-again" | "cancel",
  run: (tx: Tx, caseId: string) => Promise<Refusal | null>,
): Promise<Outcome<CaseDocument>> {
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `${action} ${id}`, async () => {
      const held = await holdDocument(tx, id);
      const facts = held && (await findCaseFacts(tx, held.caseId, "share"));
      if (!held || !facts) return refuse("not-found", { what: "document" });
      const decision = canDo("take-in-evidence", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const refused = await run(tx, held.caseId);
      if (refused) return refused;
      const [document] = await describeDocuments(tx, { id });
      if (!document) throw new Error("a document is not visible any more to the person who changed it");
      const version = document.reading.number;
      const event = { kind: "work-changed" as const, thing: "case-document", thingId: id, action, version };
      await appendEntry(tx, { event, actor, caseId: held.caseId, requestId });
      return done(document);
    }),
  );
}

function refuseState(status: keyof typeof STATUS_NAMES): Refusal {
  return refuse("wrong-state", { state: STATUS_NAMES[status].zh, "state.en": STATUS_NAMES[status].en });
}
