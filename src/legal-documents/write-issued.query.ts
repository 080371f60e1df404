import type { Tx } from "#database/database.ts";
import { type ComposedParagraph, composeDocument, type DocumentFrame } from "#legal-documents/compose-document.ts";
import type { DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import { kindOf } from "#legal-documents/document-parts.ts";
import { type LegalDocumentState, valuesOf } from "#legal-documents/legal-document.ts";
import { writeDocx } from "#legal-documents/output/write-docx.ts";

/** The document as it goes out: its DOCX, and its paragraphs for the screen and the PDF. */
export async function writeIssued(
  _tx: Tx,
  kinds: DocumentKinds,
  state: LegalDocumentState,
  frame: DocumentFrame,
): Promise<{ readonly docx: Buffer; readonly paragraphs: readonly ComposedParagraph[] }> {
  const kind = kindOf(kinds, state.kind);
  const { paragraphs } = composeDocument(kind, kinds.fields, valuesOf(state.fields), frame, state.body ?? kind.body);
  return { docx: writeDocx(paragraphs, { title: kind.name.zh, footing: "" }), paragraphs };
}
