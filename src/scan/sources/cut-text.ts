import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { findCut, lastMessage, startsMessageAt, type UnitShape } from "#scan/sources/find-units.ts";
import { readBlocks } from "#scan/sources/read-blocks.ts";

/**
 * A block that can be read without its neighbours. `offset` is the place of its first byte in the source, `length` what it takes there: UTF-16 was
 * turned into UTF-8. `skipped` bytes of a line beyond the limit stand before it.
 */
export type CutBlock = {
  readonly bytes: Buffer;
  readonly offset: number;
  readonly length: number;
  readonly inMessage: boolean;
  readonly skipped: number;
};

/** How a text is cut: its encoding as it is written, and whether it is a chat. */
export type CutShape = { readonly encoding: Encoding; readonly chat: boolean };

/** The encoding in which the blocks of a text are read. */
export function readAs(encoding: Encoding): UnitShape["encoding"] {
  return encoding === "gb18030" ? encoding : "utf-8";
}

/**
 * A free text in blocks that know nothing of each other: of whole lines, and of a chat of whole messages, so that blocks may be read in any
 * order; about a megabyte each, or `piece` bytes. A message beyond the longest is cut where it would be cut in one piece.
 */
export async function* cutText(
  source: ByteSource,
  { encoding, chat }: CutShape,
  from: number,
  signal: AbortSignal,
  longest: number,
  piece?: number,
): AsyncGenerator<CutBlock> {
  const wide = encoding === "utf-16le" || encoding === "utf-16be" ? new TextDecoder(encoding, { ignoreBOM: true }) : null;
  const own = readAs(encoding);
  const lengthOf = (bytes: Buffer) => (wide === null ? bytes.length : bytes.toString("utf8").length * 2);
  let kept: Buffer = Buffer.alloc(0);
  let keptLength = 0;
  let inMessage = false;
  for await (const block of readBlocks(source, encoding, from, signal, longest, piece)) {
    const fresh = wide === null ? block.bytes : Buffer.from(wide.decode(block.bytes));
    const bytes = kept.length === 0 ? fresh : Buffer.concat([kept, fresh]);
    const offset = block.offset - keptLength;
    const { skipped } = block;
    let cut = bytes.length;
    let next: boolean = inMessage;
    if (chat && !block.last && endsLine(bytes)) {
      const begins = lastMessage(bytes, own);
      if (begins > 0) [cut, next] = [begins, true];
      else if (inMessage || startsMessageAt(bytes, own, 0)) [cut, next, inMessage] = [findCut(bytes), true, true];
    }
    const length = keptLength + block.bytes.length;
    kept = Buffer.from(bytes.subarray(cut));
    keptLength = lengthOf(kept);
    if (cut > 0 || skipped > 0) yield { bytes: bytes.subarray(0, cut), offset, length: length - keptLength, inMessage, skipped };
    inMessage = next;
  }
}

/** A block that ends within a line is one whose line is beyond the limit: nothing of it goes on. */
function endsLine(bytes: Buffer): boolean {
  const last = bytes[bytes.length - 1];
  return last === 10 || last === 13;
}
