import { sieveLines } from "#scan/kernel/sieve-lines.ts";
import { mightStartMessage, startsMessage, surelyStartsMessage } from "#scan/sources/chat.ts";

/** Of a chat, a message longer than so many bytes is cut at the next line. */
export const LONGEST_MESSAGE = 1 << 20;
/** Bytes in which the characters of a line stand that `startsMessage` looks at. */
const HEAD = 800;

/** A line, or a message of a chat, that might hold a finding: its bytes, and the line ends before it in its block. */
export type TextUnit = { readonly from: number; readonly to: number; readonly rows: number };

/** How a text of UTF-8 or GB18030 is read: line by line, or message by message. */
export type UnitShape = { readonly encoding: "utf-8" | "gb18030"; readonly chat: boolean };

/**
 * The units of a block of whole lines that might hold a finding, in order. A block of a chat begins with a message (`inMessage`), or stands
 * before the first one of its chat, where every line is a unit for itself. Answers how many lines the block has.
 */
export function findUnits(bytes: Buffer, shape: UnitShape, inMessage: boolean, take: (unit: TextUnit) => void): number {
  const { lines, rows } = sieveLines(bytes, shape.encoding);
  let done = 0;
  let isUnit = inMessage; // whether a message begins or goes on at `done`
  const begins = startsOf(bytes, shape.encoding);
  for (let place = 0; place < lines.length; place += 3) {
    const [from = 0, to = 0, row = 0] = [lines[place], lines[place + 1], lines[place + 2]];
    if (from < done) continue;
    if (!shape.chat) {
      take({ from, to, rows: row });
      continue;
    }
    let start = from;
    let startRow = row;
    while (start > done && !begins(start)) {
      start = lineBefore(bytes, start);
      startRow--;
    }
    if (start === done && !isUnit && !begins(start)) {
      // The head of an exported chat, which is no message.
      take({ from, to, rows: row });
      done = afterLineEnd(bytes, to);
      continue;
    }
    while (from - start > LONGEST_MESSAGE) {
      const cut = cutOf(bytes, start);
      if (cut.at > from) break;
      start = cut.at;
      startRow += cut.rows;
    }
    done = afterLineEnd(bytes, to);
    while (done < bytes.length && done - start <= LONGEST_MESSAGE && !begins(done)) done = afterLineEnd(bytes, lineEnd(bytes, done));
    isUnit = true;
    take({ from: start, to: trimEnd(bytes, start, done), rows: startRow });
  }
  const last = bytes[bytes.length - 1];
  return last === undefined || last === 10 || last === 13 ? rows : rows + 1;
}

/** Where the last message of a block of a chat begins, 0 when none begins behind its first byte. */
export function lastMessage(bytes: Buffer, encoding: UnitShape["encoding"]): number {
  const begins = startsOf(bytes, encoding);
  let at = bytes.length;
  while (at > 0) {
    at = lineBefore(bytes, at);
    if (at > 0 && begins(at)) return at;
  }
  return 0;
}

/** Where a message that fills a block is cut for the last time, 0 when it is not. */
export function findCut(bytes: Buffer): number {
  let at = 0;
  while (bytes.length - at > LONGEST_MESSAGE) {
    const cut = cutOf(bytes, at).at;
    if (cut >= bytes.length) break;
    at = cut;
  }
  return at;
}

/** Whether a message begins with the line at a place. */
export function startsMessageAt(bytes: Buffer, encoding: UnitShape["encoding"], line: number): boolean {
  return startsOf(bytes, encoding)(line);
}

function startsOf(bytes: Buffer, encoding: UnitShape["encoding"]): (line: number) => boolean {
  const decoder = encoding === "utf-8" ? null : new TextDecoder(encoding, { ignoreBOM: true });
  return (line) => {
    if (decoder === null && surelyStartsMessage(bytes, line)) return true;
    const end = lineEnd(bytes, line, line + HEAD);
    if (!mightStartMessage(bytes, line, end)) return false;
    return startsMessage(decoder === null ? bytes.toString("utf8", line, end) : decoder.decode(bytes.subarray(line, end)));
  };
}

/** The first line that begins more than the longest message behind `start`. */
function cutOf(bytes: Buffer, start: number): { at: number; rows: number } {
  let at = start;
  let rows = 0;
  do {
    at = afterLineEnd(bytes, lineEnd(bytes, at));
    rows++;
  } while (at < bytes.length && at - start <= LONGEST_MESSAGE);
  return { at, rows };
}

/** Where the line before the one that begins at `at` begins. */
function lineBefore(bytes: Buffer, at: number): number {
  let end = at - 1;
  if (bytes[end] === 10 && bytes[end - 1] === 13) end--;
  while (end > 0 && bytes[end - 1] !== 10 && bytes[end - 1] !== 13) end--;
  return Math.max(0, end);
}

function lineEnd(bytes: Buffer, at: number, until: number = bytes.length): number {
  const last = Math.min(until, bytes.length);
  while (at < last && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

function afterLineEnd(bytes: Buffer, end: number): number {
  if (end >= bytes.length) return bytes.length;
  return bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
}

function trimEnd(bytes: Buffer, from: number, to: number): number {
  while (to > from && (bytes[to - 1] === 10 || bytes[to - 1] === 13)) to--;
  return to;
}
