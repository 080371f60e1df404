import type { SqlitePages } from "#scan/sources/sqlite-pages.ts";
import { parseRecord, readLength, readVarint, type SqliteRow, textDecoderOf } from "#scan/sources/sqlite-record.ts";

const [INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF] = [2, 5, 10, 13];

/** What a walk met on its way: rows page by page, and pages or rows that could not be read. */
export type SqliteEvents = {
  readonly rows: (rows: readonly SqliteRow[]) => void;
  readonly damaged: (why: string, bytes: number) => void;
};

/**
 * Walks the b-tree of one table (or of a table WITHOUT ROWID, whose rows stand in an index) from its root, each page at most once however
 * the pages point at each other. A damaged page is told and left out, the others are read. `longest` bounds the bytes of one row.
 */
export async function walkSqlite(
  pages: SqlitePages,
  root: number,
  longest: number,
  events: SqliteEvents,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Uint8Array(Math.ceil((pages.count + 1) / 8));
  const textOf = textDecoderOf(pages);
  const stack = [root];
  // A page of overflow belongs to one row only: rows that share their pages would be more bytes than the file has.
  const overflow = { left: pages.count * pages.pageSize };
  for (let number = stack.pop(); number !== undefined; number = stack.pop()) {
    signal.throwIfAborted();
    const page = await pages.page(number);
    if (page === null) {
      events.damaged(`page ${number} is missing`, 0);
      continue;
    }
    const bit = 1 << (number & 7);
    if (((seen[number >> 3] ?? 0) & bit) !== 0) {
      events.damaged(`page ${number} is pointed at twice`, 0);
      continue;
    }
    seen[number >> 3] = (seen[number >> 3] ?? 0) | bit;
    const read = await readPage({ pages, longest, textOf, overflow }, page, number);
    if (read.damaged !== null) events.damaged(read.damaged, pages.pageSize);
    if (read.rows.length > 0) events.rows(read.rows);
    for (let at = read.children.length - 1; at >= 0; at--) stack.push(read.children[at] ?? 0);
  }
}

type ReadPage = { readonly rows: SqliteRow[]; readonly children: number[]; damaged: string | null };

type Reading = {
  readonly pages: SqlitePages;
  readonly longest: number;
  readonly textOf: (bytes: Buffer) => string;
  readonly overflow: { left: number };
};

async function readPage(reading: Reading, page: Buffer, number: number): Promise<ReadPage> {
  const { pages } = reading;
  const result: ReadPage = { rows: [], children: [], damaged: null };
  const head = number === 1 ? 100 : 0;
  const type = page[head] ?? 0;
  const interior = type === INDEX_INTERIOR || type === TABLE_INTERIOR;
  if (!interior && type !== INDEX_LEAF && type !== TABLE_LEAF) return { ...result, damaged: `page ${number} is of no known type` };
  const start = pages.offsetOf(number);
  const cells = page.readUInt16BE(head + 3);
  const pointers = head + (interior ? 12 : 8);
  for (let cell = 0; cell < cells; cell++) {
    const pointer = pointers + cell * 2;
    const at = pointer + 2 <= pages.usable ? page.readUInt16BE(pointer) : 0;
    if (at < pointers || at + 4 > pages.usable) {
      result.damaged = `page ${number} points outside of itself`;
      break;
    }
    if (interior) result.children.push(page.readUInt32BE(at));
    if (type === TABLE_INTERIOR) continue;
    const row = await readCell(reading, page, interior ? at + 4 : at, type === TABLE_LEAF, start === null ? 0 : start + at);
    if (row.damaged) result.damaged = `a row of page ${number} is damaged`;
    if (row.row !== null) result.rows.push(row.row);
  }
  if (interior) result.children.push(page.readUInt32BE(head + 8));
  return result;
}

type ReadCell = { readonly row: SqliteRow | null; readonly damaged: boolean };
const DAMAGED: ReadCell = { row: null, damaged: true };

async function readCell(reading: Reading, page: Buffer, at: number, isTable: boolean, offset: number): Promise<ReadCell> {
  const size = readLength(page, at);
  if (size === null || size.value < 0) return DAMAGED;
  const key = isTable ? readVarint(page, size.next) : { value: 0n, next: size.next };
  if (key === null) return DAMAGED;
  const { usable } = reading.pages;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const rest = least + ((size.value - least) % (usable - 4));
  const local = size.value <= most ? size.value : rest <= most ? rest : least;
  if (key.next + local > usable) return DAMAGED;
  const own = page.subarray(key.next, key.next + local);
  let payload = own;
  if (local < size.value) {
    if (key.next + local + 4 > usable) return DAMAGED;
    payload = await readOverflow(reading, own, page.readUInt32BE(key.next + local), size.value);
  }
  const values = parseRecord(payload, reading.textOf);
  return { row: values === null ? null : { rowId: key.value, values, offset }, damaged: values === null || payload.length < size.value };
}

/** The rest of a long row, page after page; as much of it as is there. A chain that runs in a circle ends with the row's length. */
async function readOverflow({ pages, longest, overflow }: Reading, own: Buffer, first: number, wanted: number): Promise<Buffer> {
  const parts = [own];
  const size = Math.min(wanted, longest, own.length + overflow.left);
  let length = own.length;
  for (let next = first; length < size && next !== 0; ) {
    const page = await pages.page(next);
    if (page === null) break;
    next = page.readUInt32BE(0);
    const part = page.subarray(4, Math.min(pages.usable, 4 + size - length));
    parts.push(part);
    length += part.length;
  }
  overflow.left -= length - own.length;
  return Buffer.concat(parts);
}
