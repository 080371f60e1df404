/** A part of a message: places are those of the text it was parsed from. */
export type MailPart = {
  readonly type: string;
  readonly charset: string;
  readonly transfer: string;
  /** the name it is attached under; null for a body */
  readonly name: string | null;
  readonly from: number;
  readonly to: number;
};

/** What a message says: the decoded headers that name people, and its parts in order. */
export type Mail = { readonly headers: readonly string[]; readonly parts: readonly MailPart[]; readonly cut: boolean };

const DEEPEST = 32;
const MOST_PARTS = 10_000;
const LONGEST_HEAD = 256 * 1024;
const TOLD = ["from", "sender", "reply-to", "to", "cc", "bcc", "subject", "date"];

/** Parses a message given one character a byte (latin1): its headers and, however they are nested, its parts. `cut` when more parts or levels than the limit were left out. */
export function parseMail(raw: string, from = 0, to = raw.length): Mail {
  const parts: MailPart[] = [];
  const headers: string[] = [];
  const state = { cut: false };
  walkPart(raw, from, to, 0, parts, headers, state);
  return { headers, parts, cut: state.cut };
}

function walkPart(raw: string, from: number, to: number, depth: number, parts: MailPart[], told: string[], state: { cut: boolean }): void {
  if (depth > DEEPEST || parts.length >= MOST_PARTS) {
    state.cut = true;
    return;
  }
  const body = bodyOf(raw, from, to);
  const headers = parseHeaders(raw.slice(from, Math.min(body, from + LONGEST_HEAD)));
  if (depth === 0 || headers.has("subject"))
    for (const name of TOLD) {
      const value = headers.get(name);
      if (value !== undefined) told.push(`${name}: ${decodeWords(value)}`);
    }
  const content = headers.get("content-type") ?? "text/plain";
  const type = (/^\s*([\w.+-]+\/[\w.+-]+)/.exec(content)?.[1] ?? "text/plain").toLowerCase();
  const boundary = parameterOf(content, "boundary");
  if (type.startsWith("multipart/") && boundary !== null && boundary !== "") {
    const ranges = cutAt(raw, body, to, boundary, state);
    const children = ranges.map(([start, end]) => {
      const inner: MailPart[] = [];
      walkPart(raw, start, end, depth + 1, inner, told, state);
      return inner;
    });
    parts.push(...(type === "multipart/alternative" ? chooseAlternative(raw, children) : children.flat()).slice(0, MOST_PARTS));
    return;
  }
  if (type === "message/rfc822" && !/base64|quoted/i.test(headers.get("content-transfer-encoding") ?? "")) {
    walkPart(raw, body, to, depth + 1, parts, told, state);
    return;
  }
  const disposition = headers.get("content-disposition") ?? "";
  const named = nameParameter(disposition, "filename") ?? nameParameter(content, "name");
  const attached = named !== null || /^\s*attachment/i.test(disposition) || !type.startsWith("text/");
  parts.push({
    type,
    charset: parameterOf(content, "charset") ?? "",
    transfer: (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase(),
    name: attached ? nameOf(named ?? "", type, parts.length) : null,
    from: body,
    to,
  });
}

/** Alternatives say the same: the plain text stands for all, where it says anything. What is attached beside is kept. */
function chooseAlternative(raw: string, children: readonly MailPart[][]): MailPart[] {
  const all = children.flat();
  const plain = all.find(({ type, name, from, to }) => name === null && type === "text/plain" && raw.slice(from, to).trim() !== "");
  return plain === undefined ? all : all.filter((part) => part === plain || part.name !== null);
}

/** A file name in a header: what RFC 2231 writes is decoded already, anything else may be encoded words or bare bytes. */
function nameParameter(header: string, name: string): string | null {
  const value = parameterOf(header, name);
  if (value === null || new RegExp(`;\\s*${name}\\*`, "i").test(header)) return value;
  return decodeWords(value);
}

function nameOf(named: string, type: string, at: number): string {
  const name = named.replaceAll("\\", "/").trim();
  return name === "" ? `part-${at + 1}.${type.split("/")[1] ?? "bin"}` : name;
}

/** The place where the body begins: after the first empty line. */
function bodyOf(raw: string, from: number, to: number): number {
  if (raw.startsWith("\r\n", from)) return from + 2;
  if (raw.startsWith("\n", from)) return from + 1;
  const empty = /\r?\n\r?\n/.exec(raw.slice(from, Math.min(to, from + LONGEST_HEAD)));
  return empty === null ? to : from + empty.index + empty[0].length;
}

function parseHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "" && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** The parts between the lines of a boundary; the last one ends with the text where its boundary is missing. */
function cutAt(raw: string, from: number, to: number, boundary: string, state: { cut: boolean }): [number, number][] {
  const mark = `--${boundary}`;
  const ranges: [number, number][] = [];
  let start = -1;
  for (let at = raw.indexOf(mark, from); at >= 0 && at < to; at = raw.indexOf(mark, at + mark.length)) {
    if (at > from && raw.charCodeAt(at - 1) !== 10) continue;
    if (start >= 0) ranges.push([start, Math.max(start, raw.charCodeAt(at - 2) === 13 ? at - 2 : at - 1)]);
    const line = raw.indexOf("\n", at);
    start = line < 0 || line >= to ? to : line + 1;
    if (raw.startsWith("--", at + mark.length)) {
      start = -1;
      break;
    }
    if (ranges.length >= MOST_PARTS) {
      state.cut = true;
      return ranges;
    }
  }
  if (start >= 0 && start < to) ranges.push([start, to]);
  return ranges;
}

/** A parameter of a header, also as RFC 2231 writes it (`filename*=utf-8''%E5…`, `filename*0=`). */
export function parameterOf(header: string, name: string): string | null {
  const plain = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, "i").exec(header);
  const extended = [...header.matchAll(new RegExp(`;\\s*${name}\\*(?:\\d+\\*?)?\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "gi"))];
  if (extended.length > 0) {
    const whole = extended.map((found) => found[1] ?? found[2] ?? "").join("");
    const charset = /^([\w-]*)'[^']*'/.exec(whole);
    const bytes = (charset === null ? whole : whole.slice(charset[0].length)).replace(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return decodeBytes(Buffer.from(bytes, "latin1"), charset?.[1] ?? "");
  }
  return plain === null ? null : (plain[1] ?? plain[2] ?? "").replace(/\\(.)/g, "$1");
}

/** A header with its encoded words (RFC 2047) decoded; bytes beyond ASCII are UTF-8 or GB18030. */
export function decodeWords(header: string): string {
  const joined = header.replace(/(=\?[^?\s]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, "$1");
  // Neighbours of one charset are one text: a character may be torn between them.
  const decoded = joined.replace(/(?:=\?[^?\s]+\?[bq]\?[^?]*\?=)+/gi, (words) => {
    let charset = "";
    const bytes: Buffer[] = [];
    for (const [, label = "", kind = "", text = ""] of words.matchAll(/=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi)) {
      charset ||= label;
      bytes.push(/b/i.test(kind) ? Buffer.from(text, "base64") : decodeQuoted(text.replaceAll("_", " ")));
    }
    return Buffer.from(decodeBytes(Buffer.concat(bytes), charset)).toString("latin1");
  });
  return decodeBytes(Buffer.from(decoded, "latin1"), "");
}

/** Bytes of quoted-printable text. */
export function decodeQuoted(text: string): Buffer {
  const plain = text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}

/** The bytes of a part as it was before it was packed for the mail. */
export function decodeTransfer(text: string, transfer: string): Buffer {
  if (transfer === "base64") return Buffer.from(text, "base64");
  return transfer === "quoted-printable" ? decodeQuoted(text) : Buffer.from(text, "latin1");
}

/** Text in a charset by its name; where that is unknown or missing, UTF-8 if it is that, else GB18030. */
export function decodeBytes(bytes: Buffer, charset: string): string {
  const label = charset.trim().toLowerCase();
  if (label !== "" && label !== "us-ascii")
    try {
      return new TextDecoder(/^(?:gb2312|gbk|gb_2312-80|cp936|x-gbk)$/.test(label) ? "gb18030" : label).decode(bytes);
    } catch (failure) {
      if (!(failure instanceof RangeError)) throw failure; // no charset by that name
    }
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? new TextDecoder("gb18030").decode(bytes) : text;
}
