import { crc32, deflateRawSync } from "node:zlib";

/** A file of a container. */
export type ZipPart = { readonly name: string; readonly bytes: Buffer };

/**
 * Packs files into a ZIP (PKZIP APPNOTE 4.3: local header, data, central directory): names in UTF-8, deflated, one fixed date, so that the same
 * files give the same bytes. For documents far below 4 GiB; the caller bounds the sizes.
 */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const [chunks, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name: given, bytes } of parts) {
    const name = Buffer.from(given);
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x800, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(FIRST_DAY_OF_1980, 10);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    chunks.push(local, name, packed);
    directory.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, central, end]);
}

/** Date and time fields of MS-DOS: a document of record carries its day in its text, not in its container. */
const FIRST_DAY_OF_1980 = 0x00210000;
