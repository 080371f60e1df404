import { writeZip } from "#legal-documents/output/write-zip.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A DOCX as a word processor saves it: the body given as XML of paragraphs, and further parts. */
export function buildTemplate(body: string, more: readonly { readonly name: string; readonly text: string }[] = []): Buffer {
  const parts = [
    { name: "[Content_Types].xml", text: "<Types/>" },
    { name: "word/document.xml", text: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...more,
  ];
  return writeZip(parts.map(({ name, text }) => ({ name, bytes: Buffer.from(text) })));
}

/** A paragraph whose text is split over runs as given. */
export function paragraph(...runs: readonly string[]): string {
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`).join("")}</w:p>`;
}
