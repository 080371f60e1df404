import { escapeXml } from "#legal-documents/output/write-docx.ts";

/**
 * Fields `{{name}}` in the XML of a DOCX part. A word processor splits a field over several runs as it pleases (`{{`, `na`, `me}}`): fields are
 * found in the text of a whole paragraph, their value goes where they begin, the rest of their text is taken out of the runs after it.
 */
export type FoundField = { readonly name: string /** from 1, in the order of the part */; readonly paragraph: number };

/** Names of all fields of a part, in order, each with its paragraph. */
export function findFields(xml: string): FoundField[] {
  return paragraphsOf(xml).flatMap(({ texts }, at) =>
    [...joined(texts).matchAll(ANY_FIELD)].map(([, name]) => ({ name: name ?? "", paragraph: at + 1 })),
  );
}

/** What stands in place of a field. `lines`: one or more; a paragraph that is nothing but the field is repeated for each. */
export type FieldFilling = { readonly lines: readonly string[]; readonly optional: boolean };

/** The part with its fields filled. A paragraph whose fields are all optional and all empty loses its text. */
export function fillPart(xml: string, fillingOf: (name: string) => FieldFilling): string {
  const paragraphs = paragraphsOf(xml);
  const edits: { from: number; to: number; text: string }[] = [];
  for (const paragraph of paragraphs) {
    const { texts } = paragraph;
    const whole = joined(texts);
    const found = [...whole.matchAll(ANY_FIELD)];
    if (found.length === 0) continue;
    const fillings = found.map(([, name]) => fillingOf(name ?? ""));
    if (fillings.every(({ lines, optional }) => optional && lines.length === 0)) {
      for (const text of texts) edits.push({ from: text.from, to: text.to, text: "" });
      continue;
    }
    const [only] = fillings;
    const alone = found.length === 1 && whole.trim() === found[0]?.[0] && paragraph.inner === 0;
    if (alone && only !== undefined && only.lines.length > 1) {
      const copies = only.lines.map((line) => fillTexts(xml, paragraph, [{ at: 0, length: whole.length, text: line }]));
      edits.push({ from: paragraph.from, to: paragraph.to, text: copies.join("") });
      continue;
    }
    const places = found.map((match, at) => ({ at: match.index, length: match[0].length, text: (fillings[at]?.lines ?? []).join("；") }));
    for (const edit of editsOfTexts(texts, places)) edits.push(edit);
  }
  return applyEdits(xml, edits);
}

/** A paragraph with its place in the part, the texts that belong to itself and not to a paragraph within it, and how many stand within it. */
type Paragraph = { from: number; to: number; readonly texts: TextNode[]; inner: number };
/** Characters between `<w:t>` and `</w:t>`; `text` with entities resolved. */
type TextNode = { readonly from: number; readonly to: number; readonly text: string };
type Place = { readonly at: number; readonly length: number; readonly text: string };

const TOKEN = /<!--[\s\S]*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const ANY_FIELD = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

export function paragraphsOf(xml: string): Paragraph[] {
  const [all, open]: [Paragraph[], Paragraph[]] = [[], []];
  let textFrom: number | null = null;
  for (const match of xml.matchAll(TOKEN)) {
    const [tag, at] = [match[0], match.index];
    if (/^<w:p[\s>]/.test(tag) && !tag.endsWith("/>")) {
      const outer = open.at(-1);
      if (outer) outer.inner += 1;
      const paragraph = { from: at, to: at, texts: [], inner: 0 };
      all.push(paragraph);
      open.push(paragraph);
    } else if (tag === "</w:p>") {
      const closed = open.pop();
      if (closed) closed.to = at + tag.length;
    } else if (/^<w:t[\s>]/.test(tag) && !tag.endsWith("/>")) textFrom = at + tag.length;
    else if (tag === "</w:t>" && textFrom !== null) {
      open.at(-1)?.texts.push({ from: textFrom, to: at, text: resolve(xml.slice(textFrom, at)) });
      textFrom = null;
    }
  }
  return all;
}

export function joined(texts: readonly TextNode[]): string {
  return texts.map(({ text }) => text).join("");
}

function editsOfTexts(texts: readonly TextNode[], places: readonly Place[]) {
  const edits: { from: number; to: number; text: string }[] = [];
  let start = 0;
  for (const node of texts) {
    const end = start + node.text.length;
    const touching = places.filter(({ at, length }) => at < end && at + length > start);
    if (touching.length > 0) {
      let [text, from] = ["", start];
      for (const { at, length, text: value } of touching) {
        text += node.text.slice(from - start, Math.max(at, start) - start);
        if (at >= start) text += value;
        from = Math.min(end, at + length);
      }
      text += node.text.slice(from - start);
      edits.push({ from: node.from, to: node.to, text: escapeXml(text) });
    }
    start = end;
  }
  return edits;
}

function fillTexts(xml: string, { from, to, texts }: Paragraph, places: readonly Place[]): string {
  const shifted = editsOfTexts(texts, places).map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  return applyEdits(xml.slice(from, to), shifted);
}

function applyEdits(xml: string, edits: readonly { readonly from: number; readonly to: number; readonly text: string }[]): string {
  let [out, at] = ["", 0];
  for (const { from, to, text } of [...edits].sort((one, other) => one.from - other.from)) {
    out += xml.slice(at, from) + text;
    at = to;
  }
  return out + xml.slice(at);
}

function resolve(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (entity, decimal?: string, hex?: string) => {
    if (decimal ?? hex) {
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    }
    return ENTITIES[entity] ?? entity;
  });
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
