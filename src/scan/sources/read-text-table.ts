import type { ByteSource } from "#scan/byte-source.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { offsetOfLine, readBlocks } from "#scan/sources/read-blocks.ts";
import type { TextReading, TextShape } from "#scan/sources/read-text.ts";
import { splitRows } from "#scan/sources/split-rows.ts";

/** The line `sep=;` that tells a spreadsheet the separator: no row of the table. */
function isSeparatorLine(cells: readonly string[]): boolean {
  return /^sep=$/i.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell === "");
}

/** Reads a table written as text: block by block decoded, split into rows, its first rows deciding what the columns hold. */
export async function readTextTable(
  source: ByteSource,
  encoding: Encoding,
  bom: number,
  shape: TextShape,
  context: ScanContext,
): Promise<TextReading> {
  const { sink, signal, limits, today } = context;
  const table = new TableReader(sink, today);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const separator = shape.separator ?? ",";
  let kept = "";
  let keptBytes = Buffer.alloc(0);
  let skipped = 0;
  let row = 0;
  for await (const block of readBlocks(source, encoding, bom, signal, limits.longestLine)) {
    skipped += block.skipped;
    const text = kept + decoder.decode(block.bytes);
    const bytes = keptBytes.length === 0 ? block.bytes : Buffer.concat([keptBytes, block.bytes]);
    const start = block.offset - keptBytes.length;
    const before = row;
    const used = splitRows(text, separator, block.last, (cells, at) => {
      row++;
      if (row === 1 && isSeparatorLine(cells)) return;
      table.read(cells, row, () => start + offsetOfLine(bytes, encoding, text, at));
    });
    table.finishBlock();
    kept = text.slice(used);
    keptBytes = kept === "" ? Buffer.alloc(0) : Buffer.from(bytes.subarray(offsetOfLine(bytes, encoding, text, used)));
    sink.progress(source.path, block.bytes.length, row - before);
  }
  if (kept !== "") splitRows(kept, separator, true, (cells) => table.read(cells, ++row, () => source.size - keptBytes.length));
  return { skipped, columns: table.finish() };
}
