import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { readTextBlock } from "#scan/sources/count-text.ts";
import { cutText, readAs } from "#scan/sources/cut-text.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import type { TextReading, TextShape } from "#scan/sources/read-text.ts";
import { readUnits } from "#scan/sources/read-units.ts";
import { TextThreads } from "#scan/sources/text-threads.ts";

/**
 * Reads free text line by line, or message by message where it is a chat. A kernel tells which lines might hold a finding, and only those are
 * decoded; blocks may be counted in threads. UTF-16 is turned into UTF-8 block by block.
 */
export async function readFreeText(
  source: ByteSource,
  encoding: Encoding,
  bom: number,
  shape: TextShape,
  context: ScanContext,
): Promise<TextReading> {
  if (context.asContent) return readUnits(source, encoding, bom, shape, context);
  const { sink, signal, limits, today, names, blocks } = context;
  const { marking } = sink;
  const { chat } = shape;
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  const rules = { encoding: readAs(encoding), chat, today, names };
  const threads =
    blocks == null || marking === undefined || sink.block === undefined
      ? null
      : new TextThreads(blocks, rules, marking, sink, source.disk !== undefined && !wide);
  let [row, skipped] = [0, 0];
  const memory = threads === null ? null : (blocks?.memory ?? null);
  for await (const block of cutText(source, { encoding, chat }, bom, signal, limits.longestLine, memory)) {
    skipped += block.skipped;
    if (threads !== null) await threads.count(block, source.path);
    else {
      const rows = readTextBlock(block, rules, { row, offset: block.offset, wide }, sink.record);
      row += rows;
      sink.progress(source.path, block.length, rows);
    }
  }
  await threads?.finish();
  return { skipped, columns: [] };
}
