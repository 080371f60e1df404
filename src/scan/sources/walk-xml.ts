import { problemOf, Unreadable } from "#scan/sources/problem.ts";

/** What a walker reports: element names without their prefix, attributes as written, text between tags as written. */
export type XmlEvents = {
  readonly open: (name: string, attributes: string, empty: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: (raw: string) => void;
};

const LONGEST_TAG = 16 * 1024 * 1024;

/**
 * Walks XML as it streams by: one pass, no tree. Knows no entity but the five of XML and numbers, opens nothing, expands nothing: a
 * document type with entities that multiply (billion laughs) or point outside is skipped like a comment.
 * @throws Unreadable when a tag never ends
 */
export async function walkXml(bytes: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let kept = "";
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = kept + decoder.decode(chunk, { stream: true });
    kept = text.slice(walkPart(text, events));
    if (kept.length > LONGEST_TAG) throw new Unreadable(problemOf("workbook-damaged", "XML tag without an end"));
  }
  if (kept.trim() !== "") throw new Unreadable(problemOf("workbook-damaged", "XML ends inside a tag"));
}

/** Walks what is whole in the text; answers how much of it that was. */
function walkPart(text: string, events: XmlEvents): number {
  let at = 0;
  for (;;) {
    const tag = text.indexOf("<", at);
    if (tag < 0) return at;
    const next = text.charCodeAt(tag + 1);
    if (next === 0x21 || next === 0x3f) {
      if (text.startsWith("<![CDATA[", tag)) {
        const end = text.indexOf("]]>", tag);
        if (end < 0) return at;
        if (tag > at) events.text(text.slice(at, tag));
        events.text(text.slice(tag + 9, end).replaceAll("&", "&amp;"));
        at = end + 3;
        continue;
      }
      const end = endOfDeclaration(text, tag);
      if (end < 0) return at;
      at = end;
      continue;
    }
    const end = endOfTag(text, tag);
    if (end < 0) return at;
    if (tag > at) events.text(text.slice(at, tag));
    if (next === 0x2f) events.close(localName(text, tag + 2, end));
    else openTag(text, tag, end, events);
    at = end + 1;
  }
}

function openTag(text: string, tag: number, end: number, events: XmlEvents): void {
  const empty = text.charCodeAt(end - 1) === 0x2f;
  const until = empty ? end - 1 : end;
  let name = tag + 1;
  while (name < until && text.charCodeAt(name) > 0x20) name++;
  events.open(localName(text, tag + 1, name), text.slice(name, until), empty);
}

function localName(text: string, from: number, to: number): string {
  while (to > from && text.charCodeAt(to - 1) <= 0x20) to--;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x3a) return text.slice(at + 1, to);
  return text.slice(from, to);
}

/** The `>` of a tag, not one inside a quoted attribute. */
function endOfTag(text: string, tag: number): number {
  let end = text.indexOf(">", tag);
  while (end >= 0) {
    let quotes = 0;
    let quote = 0;
    for (let at = tag; at < end; at++) {
      const code = text.charCodeAt(at);
      if (quote === 0 && (code === 0x22 || code === 0x27)) [quote, quotes] = [code, quotes + 1];
      else if (code === quote) quote = 0;
    }
    if (quote === 0) return end;
    end = text.indexOf(">", end + 1);
  }
  return -1;
}

function endOfDeclaration(text: string, tag: number): number {
  if (text.startsWith("<!--", tag)) {
    const end = text.indexOf("-->", tag + 4);
    return end < 0 ? -1 : end + 3;
  }
  if (text.charCodeAt(tag + 1) === 0x3f) {
    const end = text.indexOf("?>", tag);
    return end < 0 ? -1 : end + 2;
  }
  if (tag + 9 > text.length) return -1; // might still become <![CDATA[
  const subset = text.indexOf("[", tag);
  const end = text.indexOf(">", tag);
  if (end < 0) return -1;
  if (subset < 0 || subset > end) return end + 1;
  const close = /\]\s*>/g;
  close.lastIndex = subset;
  const found = close.exec(text);
  return found === null ? -1 : found.index + found[0].length;
}

/** The value of an attribute, decoded; undefined when it is not there. Prefixed names are asked for without their prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const raw = found?.[1] ?? found?.[2];
  return raw === undefined ? undefined : decodeXmlText(raw);
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text with its entities resolved: the five of XML and numbers; any other stays as written. */
export function decodeXmlText(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w+));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return "utf-8";
}
