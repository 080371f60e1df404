import { problemOf, Unreadable } from "#scan/sources/problem.ts";

/**
 * What a walker reports, all as places in `bytes`, which are dead after the call: local names (without their prefix), attributes as they
 * are written, text between tags as it is written; `literal` where it comes from CDATA, in which an & is an &. `open` and `close` answer
 * whether the walk should pause behind the tag.
 */
export type XmlByteEvents = {
  readonly open: (bytes: Uint8Array, name: number, nameEnd: number, attributesEnd: number, empty: boolean) => boolean;
  readonly close: (bytes: Uint8Array, name: number, nameEnd: number) => boolean;
  readonly text: (bytes: Uint8Array, from: number, to: number, literal: boolean) => void;
  /** told where the `bytes` of the calls that follow begin in the part; never for a part in UTF-16, whose bytes are others */
  readonly moved?: (offset: number) => void;
};

const LONGEST_TAG = 16 * 1024 * 1024;
const FIRST_ROOM = 512 * 1024;
const [SPACE, QUOTE, APOSTROPHE, SLASH, COLON, LESS, GREATER] = [0x20, 0x22, 0x27, 0x2f, 0x3a, 0x3c, 0x3e];
const CDATA = Buffer.from("<![CDATA[");
const CDATA_END = Buffer.from("]]>");
const COMMENT = Buffer.from("<!--");
const COMMENT_END = Buffer.from("-->");
const INSTRUCTION_END = Buffer.from("?>");

/**
 * Walks XML as `walkXml` does, on its bytes in UTF-8: for the parts of workbooks, which hold hundreds of bytes a row. Expands nothing;
 * document types, comments and instructions are skipped.
 * @throws Unreadable when a tag never ends
 */
export async function walkXmlBytes(chunks: AsyncIterable<Uint8Array>, events: XmlByteEvents): Promise<void> {
  for await (const _ of walkWithPauses(chunks, events));
}

/** The same, in the hands of who asks for the next: it stands still where a pause is asked for. */
export async function* walkWithPauses(chunks: AsyncIterable<Uint8Array>, events: XmlByteEvents): AsyncGenerator<void> {
  let work: Buffer = Buffer.allocUnsafe(FIRST_ROOM);
  let kept = 0;
  let offset: number | null = 0;
  const wide = () => (offset = null);
  for await (const chunk of asUtf8(chunks, wide)) {
    const length = kept + chunk.length;
    if (length > work.length) work = Buffer.concat([work.subarray(0, kept)], length * 2);
    work.set(chunk, kept);
    const walk = new Walk(work.subarray(0, length), events);
    if (offset !== null) events.moved?.(offset);
    while (!walk.goOn()) yield;
    if (offset !== null) offset += walk.at;
    work.copyWithin(0, walk.at, length);
    kept = length - walk.at;
    if (kept > LONGEST_TAG) throw new Unreadable(problemOf("workbook-damaged", "XML tag without an end"));
  }
  if (work.toString("utf8", 0, kept).trim() !== "") throw new Unreadable(problemOf("workbook-damaged", "XML ends inside a tag"));
}

class Walk {
  /** how much of the bytes was walked */
  at = 0;
  readonly #bytes: Buffer;
  readonly #events: XmlByteEvents;

  constructor(bytes: Buffer, events: XmlByteEvents) {
    this.#bytes = bytes;
    this.#events = events;
  }

  /** Walks what is whole; false when it paused on the way. */
  goOn(): boolean {
    const bytes = this.#bytes;
    const events = this.#events;
    const length = bytes.length;
    let at = this.at;
    for (;;) {
      let tag = at;
      while (tag < length && bytes[tag] !== LESS) tag++;
      if (tag + 1 >= length) break;
      const next = bytes[tag + 1];
      if (next === 0x21 || next === 0x3f) {
        const end = endOfDeclaration(bytes, tag);
        if (end < 0) break;
        if (tag > at) events.text(bytes, at, tag, false);
        if (startsWith(bytes, tag, CDATA)) events.text(bytes, tag + CDATA.length, end - CDATA_END.length, true);
        at = end;
        continue;
      }
      const end = endOfTag(bytes, tag + 1);
      if (end < 0) break;
      if (tag > at) events.text(bytes, at, tag, false);
      at = end + 1;
      if (next === SLASH ? closeTag(bytes, tag + 2, end, events) : openTag(bytes, tag + 1, end, events)) {
        this.at = at;
        return false;
      }
    }
    this.at = at;
    return true;
  }
}

/** The `>` of a tag, not one inside a quoted attribute; -1 when it is not there yet. */
function endOfTag(bytes: Buffer, from: number): number {
  const length = bytes.length;
  for (let at = from; at < length; at++) {
    const byte = bytes[at];
    if (byte === GREATER) return at;
    if (byte !== QUOTE && byte !== APOSTROPHE) continue;
    do at++;
    while (at < length && bytes[at] !== byte);
  }
  return -1;
}

function openTag(bytes: Buffer, from: number, end: number, events: XmlByteEvents): boolean {
  const empty = bytes[end - 1] === SLASH;
  const until = empty ? end - 1 : end;
  let name = from;
  let nameEnd = from;
  for (; nameEnd < until; nameEnd++) {
    const byte = bytes[nameEnd] ?? 0;
    if (byte <= SPACE) break;
    if (byte === COLON && name === from) name = nameEnd + 1;
  }
  return events.open(bytes, name, nameEnd, until, empty);
}

function closeTag(bytes: Buffer, from: number, end: number, events: XmlByteEvents): boolean {
  let name = from;
  let nameEnd = end;
  while (nameEnd > from && (bytes[nameEnd - 1] ?? 0) <= SPACE) nameEnd--;
  for (let at = from; at < nameEnd && name === from; at++) if (bytes[at] === COLON) name = at + 1;
  return events.close(bytes, name, nameEnd);
}

function endOfDeclaration(bytes: Buffer, tag: number): number {
  if (bytes[tag + 1] === 0x3f) return behind(bytes, INSTRUCTION_END, tag);
  if (tag + CDATA.length > bytes.length) return -1; // might still become a comment or CDATA
  if (startsWith(bytes, tag, COMMENT)) return behind(bytes, COMMENT_END, tag + COMMENT.length);
  if (startsWith(bytes, tag, CDATA)) return behind(bytes, CDATA_END, tag);
  const subset = bytes.indexOf(0x5b, tag);
  const end = bytes.indexOf(GREATER, tag);
  if (end < 0) return -1;
  if (subset < 0 || subset > end) return end + 1;
  for (let close = bytes.indexOf(0x5d, subset); close >= 0; close = bytes.indexOf(0x5d, close + 1)) {
    let after = close + 1;
    while ((bytes[after] ?? GREATER) <= SPACE) after++;
    if (bytes[after] === GREATER) return after + 1;
  }
  return -1;
}

function behind(bytes: Buffer, words: Buffer, from: number): number {
  const found = bytes.indexOf(words, from);
  return found < 0 ? -1 : found + words.length;
}

function startsWith(bytes: Buffer, at: number, words: Buffer): boolean {
  for (let offset = 0; offset < words.length; offset++) if (bytes[at + offset] !== words[offset]) return false;
  return true;
}

/** The same XML in UTF-8: parts in UTF-16 are rare, and say so by the mark they begin with. */
async function* asUtf8(chunks: AsyncIterable<Uint8Array>, wide: () => void): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      decoder = decoderOf(chunk);
      if (decoder !== null) wide();
    }
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}

function decoderOf(start: Uint8Array): InstanceType<typeof TextDecoder> | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le");
  return start[0] === 0xfe && start[1] === 0xff ? new TextDecoder("utf-16be") : null;
}
