import { createRequire } from "node:module";
import { crc32 } from "node:zlib";

type SevenZip = {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array;
    mkdirTree(path: string): void;
    chdir(path: string): void;
  };
  callMain(line: string[]): number;
};

/** An archive that 7-Zip packs: `switches` such as `-mem=AES256`, `-mhe=on`. Not the same bytes each time where it is encrypted. */
export async function packWithSevenZip(
  type: "7z" | "zip" | "xz" | "bzip2",
  files: Readonly<Record<string, string | Uint8Array>>,
  switches: readonly string[] = [],
): Promise<Buffer> {
  const open: (options: object) => Promise<SevenZip> = createRequire(import.meta.url)("7z-wasm");
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const { FS, callMain } = await open({ print: say, printErr: say });
  FS.mkdirTree("/work");
  FS.chdir("/work");
  for (const [path, bytes] of Object.entries(files)) FS.writeFile(path, Buffer.from(bytes));
  const name = `/out.${type === "bzip2" ? "bz2" : type}`;
  try {
    callMain(["a", `-t${type}`, ...switches, "/out", ...Object.keys(files)]);
    return Buffer.from(FS.readFile(name));
  } catch (failure) {
    throw new Error(lines.join("\n"), { cause: failure });
  }
}

/** Bytes encrypted as ZIP has always done it, under a password of any bytes: 7-Zip writes ASCII ones only. `check` is the last byte of its head. */
export function encryptTraditionally(plain: Buffer, password: Buffer, check: number): Buffer {
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
  const crc = (value: number, byte: number) => (~crc32(Buffer.of(byte), ~value >>> 0) >>> 0) >>> 0;
  const update = (byte: number) => {
    key0 = crc(key0, byte);
    key1 = (Math.imul((key1 + (key0 & 0xff)) >>> 0, 134_775_813) + 1) >>> 0;
    key2 = crc(key2, key1 >>> 24);
  };
  for (const byte of password) update(byte);
  const bytes = Buffer.concat([Buffer.alloc(11, 7), Buffer.of(check), plain]);
  return Buffer.from(
    bytes.map((byte) => {
      const mixed = (key2 & 0xffff) | 2;
      const cipher = byte ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
      update(byte);
      return cipher;
    }),
  );
}
