import { createCipheriv, pbkdf2Sync } from "node:crypto";
import { crc32 } from "node:zlib";

type RarFile = {
  readonly name: string;
  readonly bytes: string | Buffer;
  readonly password?: string;
  readonly crc?: number;
  readonly folder?: boolean;
};

const [SALT, IV, ROUNDS] = [Buffer.alloc(16, 3), Buffer.alloc(16, 5), 4];
const [MAIN, FILE, SERVICE, ENCRYPTION, END] = [1, 2, 3, 4, 5];

/**
 * A RAR of version 5 whose files are stored as they are, encrypted where a password says so, with `headers` the directory too: its
 * compression belongs to its maker, its frame does not.
 */
export function buildRar5(files: readonly RarFile[], { comment = "", headers }: { comment?: string; headers?: string } = {}): Buffer {
  const blocks = [block(MAIN, [0]), ...(comment === "" ? [] : [fileBlock(SERVICE, { name: "CMT", bytes: comment })])];
  blocks.push(...files.map((file) => fileBlock(FILE, file)), block(END, [0]));
  const locked =
    headers === undefined ? blocks : [block(ENCRYPTION, [0, 0, Buffer.of(ROUNDS), SALT]), ...blocks.map((one) => lock(one, headers))];
  return Buffer.concat([Buffer.from("Rar!\x1A\x07\x01\0", "latin1"), ...locked.flatMap(({ head, data }) => [head, data])]);
}

type Block = { readonly head: Buffer; readonly data: Buffer };

function fileBlock(type: number, { name, bytes, password, crc, folder = false }: RarFile): Block {
  const plain = Buffer.from(bytes);
  const data = password === undefined ? plain : encrypt(plain, password);
  const record = password === undefined ? Buffer.alloc(0) : fields([1, 0, 0, Buffer.of(ROUNDS), SALT, IV]);
  const extra = record.length === 0 ? record : Buffer.concat([vint(record.length), record]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc ?? crc32(plain));
  const raw = Buffer.from(name);
  const flags = folder ? 1 : 4; // a folder, or a checksum
  return block(type, [flags, plain.length, 0o100644, ...(folder ? [] : [sum]), 0, 1, raw.length, raw], extra, data);
}

/** Checksum, length, type, flags, the lengths of what follows, the fields. */
function block(type: number, parts: readonly (number | Buffer)[], extra: Buffer = Buffer.alloc(0), data: Buffer | null = null): Block {
  const flags = (extra.length > 0 ? 1 : 0) | (data === null ? 0 : 2);
  const lengths = [...(extra.length > 0 ? [extra.length] : []), ...(data === null ? [] : [data.length])];
  const body = Buffer.concat([fields([type, flags, ...lengths, ...parts]), extra]);
  const sized = Buffer.concat([vint(body.length), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(sized));
  return { head: Buffer.concat([sum, sized]), data: data ?? Buffer.alloc(0) };
}

function lock({ head, data }: Block, password: string): Block {
  return { head: Buffer.concat([IV, encrypt(head, password)]), data };
}

function encrypt(plain: Buffer, password: string): Buffer {
  const cipher = createCipheriv("aes-256-cbc", pbkdf2Sync(password, SALT, 2 ** ROUNDS, 32, "sha256"), IV);
  cipher.setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

function fields(parts: readonly (number | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === "number" ? vint(part) : part)));
}

/** Seven bits a byte, the lowest first. */
function vint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push((left % 128) | (left >= 128 ? 128 : 0));
    if (left < 128) return Buffer.from(bytes);
  }
}
