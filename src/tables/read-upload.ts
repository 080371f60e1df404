import type { ByteSource } from "#scan/byte-source.ts";
import { type ReadTables, readTables, TABLE_LIMITS } from "#tables/read-tables.ts";

/** Reads the tables of a file that comes as a stream and is not kept. More than the limit of a table is a problem, not half a table. */
export async function readUpload(name: string, stream: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<ReadTables> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= TABLE_LIMITS.bytes) chunks.push(chunk); // the rest is read and let go, so that the answer can be heard
  }
  const bytes = Buffer.concat(chunks);
  const source: ByteSource = { path: name, size, read: async (offset, length) => bytes.subarray(offset, offset + length) };
  return readTables(source, signal);
}
