import { crc32 } from "node:zlib";

/** A RAR of version 4 whose files are stored as they are: its compression belongs to its maker, its frame does not. */
export function buildRar(
  files: readonly { readonly name: string; readonly bytes: string; readonly encrypted?: boolean; readonly crc?: number }[],
): Buffer {
  const blocks = files.map(({ name, bytes, encrypted = false, crc }) => {
    const [data, raw] = [Buffer.from(bytes), Buffer.from(name)];
    const fields = Buffer.alloc(25);
    fields.writeUInt32LE(data.length, 0);
    fields.writeUInt32LE(data.length, 4);
    fields.writeUInt8(3, 8);
    fields.writeUInt32LE(crc ?? crc32(data), 9);
    fields.writeUInt32LE(0x5a610000, 13);
    fields.writeUInt8(29, 17);
    fields.writeUInt8(0x30, 18);
    fields.writeUInt16LE(raw.length, 19);
    fields.writeUInt32LE(0x81a4, 21);
    return Buffer.concat([block(0x74, 0x8000 | (encrypted ? 4 : 0), Buffer.concat([fields, raw])), data]);
  });
  return Buffer.concat([
    Buffer.from("Rar!\x1A\x07\0", "latin1"),
    block(0x73, 0, Buffer.alloc(6)),
    ...blocks,
    block(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
}

function block(type: number, flags: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeUInt16LE(flags, 1);
  head.writeUInt16LE(7 + rest.length, 3);
  const whole = Buffer.concat([head, rest]);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(crc32(whole) & 0xffff, 0);
  return Buffer.concat([sum, whole]);
}
