import { setImmediate } from "node:timers/promises";
import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { findCut, lastMessage, startsMessageAt, type UnitShape } from "#scan/sources/find-units.ts";
import { readBlocks } from "#scan/sources/read-blocks.ts";
import type { SharedBlocks } from "#scan/threads/shared-blocks.ts";

/**
 * A block that can be read without its neighbours. `offset` is the place of its first byte in the source, `length` what it takes there: UTF-16 was
 * turned into UTF-8. `skipped` bytes of a line beyond the limit stand before it. Where there is `giveBack`, the bytes lie in shared memory, which it
 * gives back: to be called once nobody reads them.
 */
export type CutBlock = {
  readonly bytes: Buffer;
  readonly offset: number;
  readonly length: number;
  readonly inMessage: boolean;
  readonly skipped: number;
  readonly giveBack?: () => void;
};

/** How a text is cut: its encoding as it is written, and whether it is a chat. */
export type CutShape = { readonly encoding: Encoding; readonly chat: boolean };

/** Bytes of a block, where they are not asked for otherwise. */
const PIECE = 1024 * 1024;

/** The encoding in which the blocks of a text are read. */
export function readAs(encoding: Encoding): UnitShape["encoding"] {
  return encoding === "gb18030" ? encoding : "utf-8";
}

/**
 * A free text in blocks that know nothing of each other: of whole lines, and of a chat of whole messages, so that blocks may be read in any
 * order; about a megabyte each, or as long as the pieces of `memory`. A message beyond the longest is cut where it would be cut in one piece, a line beyond
 * `longest` bytes is left out from there on. @throws the abort reason; Unreadable
 */
export async function* cutText(
  source: ByteSource,
  shape: CutShape,
  from: number,
  signal: AbortSignal,
  longest: number,
  memory: SharedBlocks | null = null,
): AsyncGenerator<CutBlock> {
  if (shape.encoding === "utf-16le" || shape.encoding === "utf-16be") return yield* cutWide(source, shape, from, signal, longest);
  const cutter = new Cutter(readAs(shape.encoding), shape.chat);
  const piece = memory?.size ?? PIECE;
  let size = piece;
  let skipped = 0;
  for (let at = from; at < source.size; ) {
    signal.throwIfAborted();
    // What a block leaves over is read again as the beginning of the next: nothing has to be moved.
    const { bytes, giveBack } = await readPiece(source, at, size, memory);
    const last = at + bytes.length >= source.size;
    const inMessage = cutter.inMessage;
    const cut = last ? bytes.length : cutter.cut(bytes, lastLineEnd(bytes));
    if (cut === 0 && bytes.length < longest) {
      giveBack?.();
      size = Math.min(size * 2, longest);
      continue;
    }
    const whole = cut === 0 ? bytes : bytes.subarray(0, cut);
    const { length } = whole; // whoever takes the block may give its bytes away
    const block = { bytes: whole, offset: at, length, inMessage: inMessage || cutter.beginsInMessage, skipped };
    yield giveBack === undefined ? block : { ...block, giveBack };
    at += length;
    skipped = 0;
    if (cut === 0) {
      const next = await nextLine(source, at, signal);
      [skipped, at] = [next - at, next];
    }
    size = piece;
    await setImmediate();
  }
  if (skipped > 0) yield { bytes: Buffer.alloc(0), offset: source.size, length: 0, inMessage: cutter.inMessage, skipped };
}

/** Finds where a block ends, and remembers whether a message has begun. */
class Cutter {
  readonly #encoding: UnitShape["encoding"];
  readonly #chat: boolean;
  /** whether the next block begins with a message */
  inMessage = false;
  /** whether the block cut last turned out to begin with one */
  beginsInMessage = false;

  constructor(encoding: UnitShape["encoding"], chat: boolean) {
    this.#encoding = encoding;
    this.#chat = chat;
  }

  /** Of bytes whose whole lines end at `lines`, how many are a block; 0 when more must be read. */
  cut(bytes: Buffer, lines: number): number {
    this.beginsInMessage = false;
    if (!this.#chat || lines === 0) return lines;
    const whole = bytes.subarray(0, lines);
    const message = lastMessage(whole, this.#encoding);
    if (message > 0) {
      this.inMessage = true;
      return message;
    }
    if (!this.inMessage && !startsMessageAt(whole, this.#encoding, 0)) return lines;
    this.inMessage = this.beginsInMessage = true;
    return findCut(whole);
  }
}

async function* cutWide(
  source: ByteSource,
  { encoding, chat }: CutShape,
  from: number,
  signal: AbortSignal,
  longest: number,
): AsyncGenerator<CutBlock> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const cutter = new Cutter("utf-8", chat);
  let kept: Buffer = Buffer.alloc(0);
  let keptLength = 0;
  for await (const block of readBlocks(source, encoding, from, signal, longest)) {
    const fresh = Buffer.from(decoder.decode(block.bytes));
    const bytes = kept.length === 0 ? fresh : Buffer.concat([kept, fresh]);
    const inMessage = cutter.inMessage;
    const cut = block.last || !endsLine(bytes) ? bytes.length : cutter.cut(bytes, bytes.length);
    const [offset, all] = [block.offset - keptLength, keptLength + block.bytes.length];
    kept = Buffer.from(bytes.subarray(cut));
    keptLength = kept.toString("utf8").length * 2;
    if (cut === 0 && block.skipped === 0) continue;
    const own = bytes.subarray(0, cut);
    yield { bytes: own, offset, length: all - keptLength, inMessage: inMessage || cutter.beginsInMessage, skipped: block.skipped };
  }
}

/** The next bytes, in shared memory where there is some of that size and the source can read into it. */
async function readPiece(
  source: ByteSource,
  at: number,
  size: number,
  memory: SharedBlocks | null,
): Promise<{ bytes: Buffer; giveBack?: () => void }> {
  if (memory === null || size !== memory.size) return { bytes: await readFully(source, at, size) };
  const block = memory.take();
  const bytes = await readFully(source, at, size, block);
  if (bytes.buffer === block.buffer) return { bytes, giveBack: () => memory.giveBack(block) };
  memory.giveBack(block);
  return { bytes };
}

/** So many bytes, fewer only at the end. */
async function readFully(source: ByteSource, offset: number, length: number, into?: Uint8Array): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < length && offset + size < source.size) {
    const part = await source.read(offset + size, length - size, into?.subarray(size));
    if (part.length === 0) throw new Error(`the source ended at ${offset + size} of ${source.size} bytes`);
    parts.push(part);
    size += part.length;
  }
  if (into !== undefined && parts.every(({ buffer }) => buffer === into.buffer)) return Buffer.from(into.buffer, into.byteOffset, size);
  const [first] = parts;
  if (first === undefined) return Buffer.alloc(0);
  return parts.length === 1 ? Buffer.from(first.buffer, first.byteOffset, first.byteLength) : Buffer.concat(parts);
}

/** Where the line after the one at hand begins; the end of the source when there is none. */
async function nextLine(source: ByteSource, from: number, signal: AbortSignal): Promise<number> {
  for (let at = from; at < source.size; ) {
    signal.throwIfAborted();
    const bytes = await readFully(source, at, PIECE);
    const ends = [bytes.indexOf(10), bytes.indexOf(13)].filter((end) => end >= 0);
    if (ends.length > 0) {
      const end = at + Math.min(...ends);
      const pair = await readFully(source, end, 2);
      return pair[0] === 13 && pair[1] === 10 ? end + 2 : end + 1;
    }
    at += bytes.length;
    await setImmediate();
  }
  return source.size;
}

/** Bytes up to and with the last line end, 0 without one. A CR as the very last byte waits for what follows. */
function lastLineEnd(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(10);
  return feed >= 0 ? feed + 1 : bytes.lastIndexOf(13, bytes.length - 2) + 1;
}

/** A block that ends within a line is one whose line is beyond the limit: nothing of it goes on. */
function endsLine(bytes: Buffer): boolean {
  const last = bytes[bytes.length - 1];
  return last === 10 || last === 13;
}
