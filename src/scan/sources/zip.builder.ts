import { crc32, deflateRawSync } from "node:zlib";

/** A file to put into a test archive. `name` as raw bytes to write names in GBK; the flags make hostile archives. */
export type ZipFile = {
  readonly name: string | Buffer;
  readonly bytes: Buffer | string;
  readonly encrypted?: boolean;
  readonly utf8?: boolean;
  readonly stored?: boolean;
  /** a checksum that is not that of the bytes */
  readonly crc?: number;
  /** bytes as already deflated, with the size they claim to unpack to */
  readonly deflated?: { readonly packed: Buffer; readonly size: number; readonly crc: number };
};

/** A ZIP, the same bytes for the same files: no times, no extra fields. */
export function buildZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = typeof file.name === "string" ? Buffer.from(file.name) : file.name;
    const bytes = Buffer.from(file.bytes);
    const packed = file.deflated?.packed ?? (file.stored ? bytes : deflateRawSync(bytes));
    const size = file.deflated?.size ?? bytes.length;
    const crc = file.crc ?? file.deflated?.crc ?? crc32(bytes);
    const flags = (file.encrypted ? 1 : 0) | ((file.utf8 ?? typeof file.name === "string") ? 0x800 : 0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(file.stored ? 0 : 8, 8);
    local.writeUInt32LE(0x00210000, 10);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, name, packed);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
