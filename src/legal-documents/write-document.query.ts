import type { Tx } from "#database/database.ts";
import { type ComposedParagraph, composeDocument, type DocumentFrame } from "#legal-documents/compose-document.ts";
import type { DocumentKind, DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import { kindOf } from "#legal-documents/document-parts.ts";
import { type LegalDocumentState, valuesOf } from "#legal-documents/legal-document.ts";
import { fillTemplate } from "#legal-documents/output/fill-template.ts";
import { openTemplate } from "#legal-documents/output/open-template.ts";
import { writeDocx } from "#legal-documents/output/write-docx.ts";
import { findTemplate } from "#legal-documents/templates.store.ts";

export type UsedTemplate = Awaited<ReturnType<typeof findTemplate>>;
type Written = { readonly docx: Buffer; readonly paragraphs: readonly ComposedParagraph[] };

/** The kind as a document of it is written: with the fields of the office's template where it has one, else those of the text, as people changed it. */
export async function findUsedKind(
  tx: Tx,
  kinds: DocumentKinds,
  { kind, templateId, body }: Pick<LegalDocumentState, "kind" | "templateId" | "body">,
): Promise<{ readonly kind: DocumentKind; readonly template: UsedTemplate }> {
  const standard = kindOf(kinds, kind);
  const template = templateId === null ? undefined : await findTemplate(tx, templateId);
  if (template !== undefined) return { kind: kindOfTemplate(standard, template.fields), template };
  return { kind: body === null ? standard : { ...standard, body: [...body] }, template };
}

/** The kind with the fields of a template in place of those of its text. */
export function kindOfTemplate(kind: DocumentKind, fields: readonly string[]): DocumentKind {
  return { ...kind, addressee: false, body: fields.length === 0 ? [kind.name.zh] : fields.map((field) => `{{${field}}}`) };
}

/** The document as DOCX, and its paragraphs for the screen and the PDF. `footing` goes below each page of the standard layout. */
export async function writeDocument(
  kinds: DocumentKinds,
  { kind, template }: { readonly kind: DocumentKind; readonly template: UsedTemplate },
  { fields }: Pick<LegalDocumentState, "fields">,
  frame: DocumentFrame,
  footing: string,
): Promise<Written> {
  const values = valuesOf(fields);
  if (template !== undefined) {
    const opened = await openTemplate(template.docx);
    if (!opened.ok) throw new Error(`a template that was taken in cannot be opened: ${opened.problem.en}`);
    return fillTemplate(opened.parts, kind, kinds.fields, values, frame);
  }
  const { paragraphs } = composeDocument(kind, kinds.fields, values, frame);
  return { docx: writeDocx(paragraphs, { title: kind.name.zh, footing }), paragraphs };
}
