/** A row of VALUES: its cells, and the place after its closing parenthesis. */
export type SqlTuple = { readonly cells: readonly string[]; readonly end: number };

const QUOTE = 0x27;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;
const [SLASH, DASH] = [0x2f, 0x2d];
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", "0": "\0", Z: "\x1a" };

/**
 * Reads `( … , … )` at a place: strings unquoted (`''`, and backslashes where the dialect has them), NULL empty, hex as the text it is,
 * of CAST, CONVERT and other calls what they are called with. Null when the text ends before the row does.
 */
export function parseSqlTuple(text: string, open: number, backslashes: boolean): SqlTuple | null {
  const cells: string[] = [];
  let at = open + 1;
  let depth = 0;
  let raw = "";
  let quoted: string | null = null;
  const endCell = () => {
    cells.push(quoted ?? unwrapValue(raw.trim()));
    raw = "";
    quoted = null;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === DOUBLE) {
      const end = closingQuote(text, at, code, backslashes);
      if (end < 0) return null;
      const inside = unescapeSql(text.slice(at + 1, end), String.fromCharCode(code), backslashes);
      quoted = (quoted ?? "") + (/(?:^|[\s(,])x$/i.test(raw) ? decodeHex(inside) : inside);
      at = end + 1;
      continue;
    }
    if (code === SLASH || code === DASH) {
      const end = endOfComment(text, at);
      if (end < 0) return null;
      if (end > at) {
        raw += " ";
        at = end;
        continue;
      }
    }
    if (code === 0x28) depth++;
    else if (code === 0x29) {
      if (depth === 0) {
        if (cells.length > 0 || quoted !== null || raw.trim() !== "") endCell();
        return { cells, end: at + 1 };
      }
      depth--;
    } else if (code === 0x2c && depth === 0) {
      endCell();
      at++;
      continue;
    }
    raw += text.charAt(at);
    at++;
  }
  return null;
}

/** The place after a comment that begins here, the same place where none does, -1 where its end is not seen. */
function endOfComment(text: string, at: number): number {
  if (at + 2 >= text.length) return -1;
  if (text.startsWith("/*", at)) {
    const end = text.indexOf("*/", at + 2);
    return end < 0 ? -1 : end + 2;
  }
  // Of two dashes a comment follows where a blank does: 1--1 is a sum.
  if (!text.startsWith("--", at) || text.charCodeAt(at + 2) > 0x20) return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? -1 : end + 1;
}

function closingQuote(text: string, open: number, quote: number, backslashes: boolean): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && backslashes) at++;
    else if (code === quote) {
      if (at + 1 >= text.length) return -1; // it might be doubled
      if (text.charCodeAt(at + 1) !== quote) return at;
      at++;
    }
  }
  return -1;
}

function unescapeSql(inside: string, quote: string, backslashes: boolean): string {
  const undoubled = inside.includes(quote + quote) ? inside.replaceAll(quote + quote, quote) : inside;
  if (!backslashes || !undoubled.includes("\\")) return undoubled;
  return undoubled.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPES[sign] ?? sign);
}

function unwrapValue(raw: string): string {
  if (raw === "" || /^(?:NULL|DEFAULT)\b/i.test(raw)) return "";
  const hex = /^0x([\da-f]+)$/i.exec(raw)?.[1];
  if (hex !== undefined) return decodeHex(hex);
  const call = /^\w+\s*\(\s*(.*?)\s*(?:\bAS\b[^()]*(?:\([^()]*\))?\s*)?\)$/is.exec(raw)?.[1];
  return (call ?? raw).replace(/::[\w\s"[\]]+$/, "").trim();
}

/** The text that hex digits are, where they are text in UTF-8; else as they stand. */
function decodeHex(hex: string): string {
  if (hex.length % 2 !== 0 || !/^[\da-f]*$/i.test(hex)) return hex;
  const text = Buffer.from(hex, "hex").toString("utf8");
  return /[\uFFFD\u0000-\u0008\u000e-\u001f]/.test(text) ? hex : text;
}

/** A line of PostgreSQL's COPY: cells between tabs, `\N` empty, backslash escapes. */
export function parseCopyLine(line: string): string[] {
  return line.split("\t").map((cell) => {
    if (cell === "\\N") return "";
    return cell.includes("\\") ? cell.replace(/\\([\s\S])/g, (_, sign: string) => COPY_ESCAPES[sign] ?? sign) : cell;
  });
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v" };
