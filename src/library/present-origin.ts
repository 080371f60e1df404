import type { DocumentRow } from "#library/documents.store.ts";
import type { Origin } from "#library/library.contract.ts";

/** Whose document a row is. @throws when the row is of no kind: the table's checks forbid that */
export function presentOrigin(row: Pick<DocumentRow, "id" | "source_id" | "case_id" | "document_id" | "case_number">): Origin {
  if (row.source_id !== null) return { kind: "published", sourceId: row.source_id };
  if (row.case_id === null || row.document_id === null) throw new Error(`library document ${row.id} is neither published nor of a case`);
  return { kind: "case", caseId: row.case_id, caseNumber: row.case_number ?? "", documentId: row.document_id };
}
