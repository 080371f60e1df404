import { crc32, deflateSync } from "node:zlib";

/** Points of a picture, row by row from the top: of one bit each (white is 1, rows begin with a byte), or of three or four bytes. */
export type Points = { readonly data: Uint8Array; readonly width: number; readonly height: number; readonly bits: 1 | 24 | 32 };

/** A picture of points as PNG; what shines through is laid on white. */
export function encodePng({ data, width, height, bits }: Points): Buffer {
  const stride = bits === 1 ? Math.ceil(width / 8) : width * 3;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    const to = row * (stride + 1) + 1;
    if (bits !== 32) rows.set(data.subarray(row * stride, (row + 1) * stride), to);
    else
      for (let column = 0; column < width; column++) {
        const from = (row * width + column) * 4;
        const alpha = (data[from + 3] ?? 255) / 255;
        for (let part = 0; part < 3; part++)
          rows[to + column * 3 + part] = Math.round((data[from + part] ?? 0) * alpha + 255 * (1 - alpha));
      }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(bits === 1 ? 1 : 8, 8);
  head.writeUInt8(bits === 1 ? 0 : 2, 9);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
