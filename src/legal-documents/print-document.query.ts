import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import type { RouteFile } from "#http/route.ts";
import { composeDraft, DRAFT_FOOTING } from "#legal-documents/describe-document.query.ts";
import type { DocumentParts } from "#legal-documents/document-parts.ts";
import { findDocumentState, findFile, findOffice } from "#legal-documents/legal-documents.store.ts";
import { typesetDocument } from "#legal-documents/output/typeset-document.ts";
import { findUsedKind } from "#legal-documents/write-document.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** 下载文书 the document as a file: what was issued byte by byte as it was kept, a draft with its marks. Every download is in the audit. */
export async function printDocument(
  { database, kinds }: DocumentParts,
  { actor, now, requestId }: Asking,
  id: string,
  format: "docx" | "pdf",
): Promise<Outcome<RouteFile>> {
  const found = await database.transact({ as: "person", actor }, async (tx) => {
    const state = await findDocumentState(tx, id, "none");
    if (!state) return null;
    const read = { kind: "work-read" as const, thing: "legal-document", filters: { file: format }, found: 1 };
    await appendEntry(tx, { event: read, actor, caseId: state.caseId, requestId });
    const used = await findUsedKind(tx, kinds, state);
    const kept = await findFile(tx, id);
    const written =
      state.issued !== null && kept !== undefined
        ? { docx: kept, paragraphs: state.issued.paragraphs }
        : await composeDraft(kinds, used, state, await findOffice(tx, state.officeCode), officeDay(now));
    return { state, used, written };
  });
  if (found === null) return refuse("not-found", { what: "document" });
  const { state, used, written } = found;
  const name = used.kind.name.zh;
  const file = `${name}-${state.issued?.number ?? (state.issued === null ? "草稿" : state.issued.on)}.${format}`;
  if (format === "docx") return done({ name: file, contentType: DOCX, bytes: written.docx });
  const withdrawn = state.status === "withdrawn";
  const pdf = await typesetDocument(written.paragraphs, {
    title: name,
    footing: state.issued === null ? DRAFT_FOOTING : withdrawn ? "本文书已撤回，文号作废" : "",
    watermark: withdrawn ? "作废" : state.issued === null ? "草稿" : null,
  });
  return done({ name: file, contentType: "application/pdf", bytes: pdf });
}
