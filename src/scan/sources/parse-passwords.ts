import { isUtf8 } from "node:buffer";

/** A password that encrypted evidence is tried with, and where it stands: only the line is ever told. */
export type Password = { readonly line: number; readonly text: string };

/**
 * The passwords of a file, one a line, in UTF-8 or GB18030. Empty lines are none; blanks belong to a password. A password that comes
 * again is tried once.
 */
export function parsePasswords(bytes: Uint8Array): Password[] {
  const text = new TextDecoder(isUtf8(bytes) ? "utf-8" : "gb18030").decode(bytes);
  const seen = new Set<string>([""]);
  const passwords: Password[] = [];
  for (const [at, password] of text.split(/\r\n|\r|\n/).entries()) {
    if (seen.has(password)) continue;
    seen.add(password);
    passwords.push({ line: at + 1, text: password });
  }
  return passwords;
}

/** The bytes a password may have been typed as: UTF-8, and GBK on a Chinese system. */
export function bytesOfPassword({ text }: Password): Buffer[] {
  const utf8 = Buffer.from(text, "utf8");
  const gbk = encodeGbk(text);
  return gbk === null || gbk.equals(utf8) ? [utf8] : [utf8, gbk];
}

let pairs: Map<string, number> | null = null;

/** Text in GBK; null where it holds a character that GBK has not. */
function encodeGbk(text: string): Buffer | null {
  pairs ??= listPairs();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = pairs.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) return null;
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Buffer.from(bytes);
}

function listPairs(): Map<string, number> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail);
  return found;
}
