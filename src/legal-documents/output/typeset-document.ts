import { join } from "node:path";
import type { ComposedParagraph } from "#legal-documents/compose-document.ts";
import { typeset } from "#reports/typeset.ts";

const TEMPLATE = join(import.meta.dirname, "official-document.typ");

/** A document as PDF: the same paragraphs give the same bytes. `watermark` lies across every page of a draft and of what was withdrawn. */
export function typesetDocument(
  paragraphs: readonly ComposedParagraph[],
  setting: { readonly title: string; readonly footing: string; readonly watermark: string | null },
): Promise<Buffer> {
  return typeset(TEMPLATE, { document: JSON.stringify({ ...setting, paragraphs }) });
}
