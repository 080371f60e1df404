import { startClock } from "#deadlines/run-clocks.command.ts";
import { draftDocumentIn } from "#legal-documents/draft-document.command.ts";
import { tellDocumentFields } from "#recommendations/compose-recommendation.ts";
import type { Decided } from "#recommendations/decide-recommendation.ts";
import { clocks, type Run } from "#recommendations/issue-recommendation.command.ts";
import type { RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 批准 starts the clock of the delivery, where the type has one, and drafts the 检察建议书 among the documents of the case, filled in from the findings. */
export async function completeApproval(
  run: Run,
  event: Extract<Decided, { type: "approved" }>,
): Promise<Outcome<Extract<RecommendationEvent, { type: "approved" }>>> {
  const { tx, parts, asking, state, changeId } = run;
  const { caseId, procedureId, content } = state;
  const type = parts.types.type(content.type);
  const made = { caseId, procedureId, kind: "recommendation", toOffice: null, fields: tellDocumentFields(type, content) };
  const document = await draftDocumentIn(tx, { kinds: parts.documents, tables: parts.procedures }, asking, made, changeId);
  if (!document.ok) return document;
  const documentId = document.value.id;
  if (type.clocks.send === null) return done({ ...event, sendClock: null, documentId });
  const started = await startClock(clocks(run), { rule: type.clocks.send, from: event.on, subject: content.addressee.name });
  return started.ok ? done({ ...event, sendClock: started.value.id, documentId }) : started;
}
