import { CFB } from "@e965/xlsx";

/** A Word document of 1997–2003 whose text stands in pieces, as it does after edits: every other one of one byte a character where it can be. */
export function buildDoc(pieces: readonly string[], { encrypted = false, second = true } = {}): Buffer {
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
  return packOle({
    WordDocument: Buffer.concat([head, ...bodies.map(({ bytes }) => bytes), Buffer.alloc(4096)]),
    [second ? "1Table" : "0Table"]: Buffer.concat([Buffer.alloc(16), clx]),
  });
}

/** A compound file with these streams. */
export function packOle(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, name, bytes);
  return Buffer.from(CFB.write(file, { type: "buffer" }));
}
