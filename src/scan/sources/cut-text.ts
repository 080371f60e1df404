import type { ByteSource } from "#scan/byte-source.ts";
import { findCut, lastMessage, startsMessageAt, type UnitShape } from "#scan/sources/find-units.ts";
import { readBlocks } from "#scan/sources/read-blocks.ts";

/** A block that can be read without its neighbours; `skipped` bytes of a line beyond the limit before it. */
export type CutBlock = { readonly bytes: Buffer; readonly offset: number; readonly inMessage: boolean; readonly skipped: number };

/**
 * A free text in blocks that know nothing of each other: of whole lines, and of a chat of whole messages, so that blocks may be read in any
 * order; about a megabyte each, or `piece` bytes. A message beyond the longest is cut where it would be cut in one piece.
 */
export async function* cutText(
  source: ByteSource,
  { encoding, chat }: UnitShape,
  from: number,
  signal: AbortSignal,
  longest: number,
  piece?: number,
): AsyncGenerator<CutBlock> {
  let kept: Buffer = Buffer.alloc(0);
  let inMessage = false;
  for await (const block of readBlocks(source, encoding, from, signal, longest, piece)) {
    const bytes = kept.length === 0 ? block.bytes : Buffer.concat([kept, block.bytes]);
    const offset = block.offset - kept.length;
    const { skipped } = block;
    let cut = bytes.length;
    let next: boolean = inMessage;
    if (chat && !block.last && endsLine(bytes)) {
      const begins = lastMessage(bytes, encoding);
      if (begins > 0) [cut, next] = [begins, true];
      else if (inMessage || startsMessageAt(bytes, encoding, 0)) [cut, next, inMessage] = [findCut(bytes), true, true];
    }
    if (cut > 0 || skipped > 0) yield { bytes: bytes.subarray(0, cut), offset, inMessage, skipped };
    kept = Buffer.from(bytes.subarray(cut));
    inMessage = next;
  }
}

/** A block that ends within a line is one whose line is beyond the limit: nothing of it goes on. */
function endsLine(bytes: Buffer): boolean {
  const last = bytes[bytes.length - 1];
  return last === 10 || last === 13;
}
