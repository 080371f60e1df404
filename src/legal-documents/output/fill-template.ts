import {
  type ComposedParagraph,
  chineseDay,
  type DocumentFrame,
  linesOf,
  missingMark,
  type ParagraphStyle,
} from "#legal-documents/compose-document.ts";
import type { DocumentField, DocumentKind } from "#legal-documents/document-kind.contract.ts";
import { type FieldFilling, fillPart, joined, paragraphsOf } from "#legal-documents/output/docx-fields.ts";
import { FILLED_PARTS } from "#legal-documents/output/open-template.ts";
import { writeZip, type ZipPart } from "#legal-documents/output/write-zip.ts";

/** Fields of the frame, which every template may use beside those of fields.yaml. */
export const FRAME_FIELDS = ["documentNumber", "documentName", "issuedOn", "officeName"] as const;

/** An office's template with the fields filled, what is missing marked; its text as paragraphs for the screen and the PDF. */
export function fillTemplate(
  parts: readonly ZipPart[],
  kind: DocumentKind,
  fields: ReadonlyMap<string, DocumentField>,
  values: Readonly<Record<string, string>>,
  frame: DocumentFrame,
): { readonly docx: Buffer; readonly paragraphs: readonly ComposedParagraph[] } {
  const framed: Readonly<Record<string, string>> = {
    documentNumber: frame.number ?? frame.numberToCome ?? "",
    documentName: kind.name.zh,
    issuedOn: frame.issuedOn === null ? "　　　　年　　月　　日" : chineseDay(frame.issuedOn),
    officeName: frame.officeName,
  };
  const optional = new Set(kind.optional);
  const fillingOf = (name: string): FieldFilling => {
    if (Object.hasOwn(framed, name)) return { lines: [framed[name] ?? ""], optional: false };
    const lines = linesOf(Object.hasOwn(values, name) ? (values[name] ?? "") : "");
    if (lines.length > 0 || optional.has(name)) return { lines, optional: optional.has(name) };
    return { lines: [missingMark(fields.get(name)?.name.zh ?? name)], optional: false };
  };
  const filled = parts.map(({ name, bytes }) =>
    FILLED_PARTS.test(name) ? { name, bytes: Buffer.from(fillPart(bytes.toString("utf8"), fillingOf)) } : { name, bytes },
  );
  const body = filled.find(({ name }) => name === "word/document.xml")?.bytes.toString("utf8") ?? "";
  return { docx: writeZip(filled), paragraphs: readParagraphs(body) };
}

/** The paragraphs of a DOCX body with their alignment, marks of what is missing told apart. */
function readParagraphs(xml: string): ComposedParagraph[] {
  return paragraphsOf(xml).flatMap((paragraph) => {
    const text = joined(paragraph.texts);
    if (text.trim() === "") return [];
    const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(xml.slice(paragraph.from, paragraph.to))?.[0] ?? "";
    const runs = text
      .split(/(【待填：[^】]*】)/)
      .filter((piece) => piece !== "")
      .map((piece) => ({ text: piece, missing: piece.startsWith("【待填：") }));
    return [{ style: styleOf(properties), runs }];
  });
}

function styleOf(properties: string): ParagraphStyle {
  const named = /<w:pStyle w:val="(\w+)"/.exec(properties)?.[1];
  const own = named === undefined ? undefined : OWN_STYLES[named];
  if (own !== undefined) return own;
  const align = /<w:jc w:val="(\w+)"/.exec(properties)?.[1];
  if (align === "center") return "office";
  if (align === "right" || align === "end") return "closing";
  return /<w:ind\b[^>]*firstLine/.test(properties) ? "text" : "flush";
}

/** The styles of our own standard text, which offices start from. */
const OWN_STYLES: Readonly<Record<string, ParagraphStyle>> = {
  Office: "office",
  DocumentTitle: "title",
  DocumentNumber: "number",
  Flush: "flush",
  TextHeading: "heading",
  TextBody: "text",
  Closing: "closing",
};
