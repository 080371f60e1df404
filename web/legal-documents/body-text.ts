import type { BodyParagraph } from "#legal-documents/document-kind.contract.ts";

/** The text of a document as one types it: a line is a paragraph, `# ` begins a heading, `> ` a line without indent. */
export function writeBody(body: readonly BodyParagraph[]): string {
  return body
    .map((paragraph) => {
      if (typeof paragraph === "string") return paragraph;
      return "heading" in paragraph ? `# ${paragraph.heading}` : `> ${paragraph.flush}`;
    })
    .join("\n");
}

/** What was typed, as paragraphs; empty lines are left out, the wide blanks of lines to be signed stay. */
export function readBody(text: string): BodyParagraph[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ""))
    .filter((line) => line !== "" && line !== "#" && line !== ">")
    .map((line) => {
      if (line.startsWith("# ")) return { heading: line.slice(2) };
      return line.startsWith("> ") ? { flush: line.slice(2) } : line;
    });
}
