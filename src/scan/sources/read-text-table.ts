import type { ByteSource } from "#scan/byte-source.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { BlockRows } from "#scan/sources/block-rows.ts";
import { splitFixed } from "#scan/sources/fixed-columns.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { type Block, offsetOfLine, readBlocks } from "#scan/sources/read-blocks.ts";
import type { TextReading, TextShape } from "#scan/sources/read-text.ts";
import { splitRows } from "#scan/sources/split-rows.ts";

/** Lines that are enough to tell what the columns hold. */
const FIRST_LINES = 256;

/** The line `sep=;` that tells a spreadsheet the separator: no row of the table. */
function isSeparatorLine(cells: readonly string[]): boolean {
  return /^sep=$/i.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell === "");
}

/**
 * Reads a table written as text: its first rows decide what the columns hold; then, where nobody asks for each record, blocks of rows are
 * counted on their bytes, and otherwise block by block is decoded and split into rows.
 */
export async function readTextTable(
  source: ByteSource,
  encoding: Encoding,
  bom: number,
  shape: TextShape,
  context: ScanContext,
): Promise<TextReading> {
  const { sink, signal, limits, today } = context;
  const table = new TableReader(sink, today, context);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const separator = shape.separator ?? ",";
  const fixed = shape.fixed ?? null;
  const split = (text: string, last: boolean, onRow: (cells: string[], start: number) => void): number =>
    fixed === null ? splitRows(text, separator, last, onRow) : splitFixed(text, fixed, last, onRow);
  let kept = "";
  let keptBytes = Buffer.alloc(0);
  let skipped = 0;
  let row = 0;
  const readRows = (block: Pick<Block, "bytes" | "offset" | "last">): void => {
    const text = kept + decoder.decode(block.bytes);
    const bytes = keptBytes.length === 0 ? block.bytes : Buffer.concat([keptBytes, block.bytes]);
    const start = block.offset - keptBytes.length;
    const before = row;
    const used = split(text, block.last, (cells, at) => {
      row++;
      if (row === 1 && isSeparatorLine(cells)) return;
      table.read(cells, row, () => start + offsetOfLine(bytes, encoding, text, at));
    });
    table.finishBlock();
    kept = text.slice(used);
    keptBytes = kept === "" ? Buffer.alloc(0) : Buffer.from(bytes.subarray(offsetOfLine(bytes, encoding, text, used)));
    sink.progress(source.path, block.bytes.length, row - before);
  };
  let rows: { readonly blocks: BlockRows; readonly from: number } | null = null;
  let waits = fixed === null && BlockRows.isWorth(source, encoding, separator, sink);
  for await (const block of readBlocks(source, encoding, bom, signal, limits.longestLine)) {
    skipped += block.skipped;
    let { bytes, offset } = block;
    while (waits && bytes.length > 0) {
      const cut = endOfLines(bytes, FIRST_LINES);
      readRows({ bytes: bytes.subarray(0, cut), offset, last: block.last && cut === bytes.length });
      [bytes, offset] = [bytes.subarray(cut), offset + cut];
      if (table.resolved === null) continue;
      waits = false;
      const blocks = BlockRows.open({ ...table.resolved, separator, encoding, today }, source.path, context);
      if (blocks !== null) rows = { blocks, from: offset - keptBytes.length };
    }
    if (rows !== null) break;
    if (bytes.length > 0) readRows({ bytes, offset, last: block.last });
  }
  if (rows !== null) {
    skipped += await rows.blocks.readFrom(source, rows.from);
    table.addGiven(await rows.blocks.finish());
    return { skipped, columns: table.finish() };
  }
  if (kept !== "") split(kept, true, (cells) => table.read(cells, ++row, () => source.size - keptBytes.length));
  return { skipped, columns: table.finish() };
}

/** Where so many lines end; all bytes where there are fewer. */
function endOfLines(bytes: Buffer, lines: number): number {
  let end = 0;
  for (let line = 0; line < lines; line++) {
    const feed = bytes.indexOf(10, end);
    if (feed < 0) return bytes.length;
    end = feed + 1;
  }
  return end;
}
