import { CFB } from "@e965/xlsx";

/** What a test asks of a document: pieces deleted with changes tracked, by their index; characters of its parts, by the place in the head that tells them. */
type DocOptions = {
  readonly encrypted?: boolean;
  readonly second?: boolean;
  readonly deleted?: readonly number[];
  readonly parts?: Readonly<Record<number, number>>;
};

/** A Word document of 1997–2003 whose text stands in pieces, as it does after edits: every other one of one byte a character where it can be. */
export function buildDoc(
  pieces: readonly string[],
  { encrypted = false, second = true, deleted = [], parts = {} }: DocOptions = {},
): Buffer {
  const head = Buffer.alloc(0x400);
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE((encrypted ? 0x0100 : 0) | (second ? 0x0200 : 0), 10);
  const bodies = pieces.map((piece, at) => {
    const narrow = at % 2 === 1 && /^[\u0001-~]*$/.test(piece);
    return { narrow, bytes: Buffer.from(piece, narrow ? "latin1" : "utf16le"), length: piece.length };
  });
  const places: number[] = [];
  let [at, character] = [head.length, 0];
  const characters = [0];
  for (const { narrow, bytes, length } of bodies) {
    places.push(narrow ? ((at * 2) | 0x40000000) >>> 0 : at);
    at += bytes.length;
    characters.push((character += length));
  }
  const table = Buffer.alloc(4 * characters.length + 8 * bodies.length);
  for (const [index, value] of characters.entries()) table.writeUInt32LE(value, index * 4);
  for (const [index, place] of places.entries()) table.writeUInt32LE(place, 4 * characters.length + index * 8 + 2);
  const formatting = Buffer.from([1, 2, 0, 9, 9]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(table.length);
  const clx = Buffer.concat([formatting, Buffer.of(2), size, table]);
  head.writeUInt32LE(16, 0x01a2);
  head.writeUInt32LE(clx.length, 0x01a6);
  for (const [place, length] of Object.entries(parts)) head.writeUInt32LE(length, Number(place));
  const words = Buffer.concat([head, ...bodies.map(({ bytes }) => bytes)]);
  const padding = Buffer.alloc(512 - (words.length % 512));
  const page = formatRuns(
    bodies.map(({ bytes }) => bytes.length),
    head.length,
    deleted,
  );
  const pages = Buffer.alloc(12);
  pages.writeUInt32LE(head.length, 0);
  pages.writeUInt32LE(words.length, 4);
  pages.writeUInt32LE((words.length + padding.length) / 512, 8);
  words.writeUInt32LE(16 + clx.length, 0x00fa);
  words.writeUInt32LE(deleted.length > 0 ? pages.length : 0, 0x00fe);
  return packOle({
    WordDocument: Buffer.concat([words, padding, page, Buffer.alloc(4096)]),
    [second ? "1Table" : "0Table"]: Buffer.concat([Buffer.alloc(16), clx, pages]),
  });
}

/** A page of formats: a run a piece, those deleted with a size of letters and the mark of deletion. */
function formatRuns(lengths: readonly number[], from: number, deleted: readonly number[]): Buffer {
  const page = Buffer.alloc(512);
  let at = from;
  for (const [run, length] of lengths.entries()) {
    page.writeUInt32LE(at, run * 4);
    at += length;
    if (deleted.includes(run)) page[(lengths.length + 1) * 4 + run] = 200;
  }
  page.writeUInt32LE(at, lengths.length * 4);
  Buffer.from([7, 0x43, 0x4a, 24, 0, 0x00, 0x08, 1]).copy(page, 400);
  page[511] = lengths.length;
  return page;
}

/** A compound file with these streams. */
export function packOle(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, name, bytes);
  return Buffer.from(CFB.write(file, { type: "buffer" }));
}
