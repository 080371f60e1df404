import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ByteSource, Scratch } from "#scan/byte-source.ts";
import { problemOf, Unreadable, unreadableBecause } from "#scan/sources/problem.ts";

const IN_MEMORY = 16 * 1024 * 1024;
const BLOCK = 16;

/**
 * Opens a place for unpacked bytes: small ones in memory, larger ones in temporary files encrypted with AES-256-CTR under a key that only
 * this process holds and that dies with it. The files lose their names as soon as they are open, so that a killed process leaves nothing.
 * `put` throws Unreadable when more than `limit` bytes come or the disk is full.
 */
export async function openScratch(folder: string = tmpdir()): Promise<Scratch> {
  const key = randomBytes(32);
  const open = new Set<PutAside>();
  return {
    async put(path, bytes, limit) {
      const chunks: Uint8Array[] = [];
      let size = 0;
      let file: PutAside | undefined;
      try {
        for await (const chunk of bytes) {
          size += chunk.length;
          if (size > limit) throw new Unreadable(problemOf("unpacked-limit", limit));
          if (file === undefined && size > IN_MEMORY) {
            file = await PutAside.create(path, await mkdtemp(join(folder, "tandem-")), key);
            open.add(file);
            for (const before of chunks.splice(0)) await file.append(before);
          }
          if (file === undefined) chunks.push(chunk);
          else await file.append(chunk);
        }
      } catch (failure) {
        if (file !== undefined) {
          open.delete(file);
          await file.close();
        }
        throw unreadableBecause(failure, "read-failed");
      }
      if (file !== undefined) return file;
      return sourceOfBytes(path, Buffer.concat(chunks));
    },
    async release(source) {
      if (!(source instanceof PutAside)) return;
      open.delete(source);
      await source.close();
    },
    async close() {
      for (const file of open) await file.close();
      open.clear();
    },
  };
}

/** A source over bytes in memory. */
export function sourceOfBytes(path: string, bytes: Uint8Array): ByteSource {
  return { path, size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

class PutAside implements ByteSource {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #key: Buffer;
  readonly #start = randomBytes(BLOCK);
  readonly #cipher;
  #size = 0;

  readonly #home: string;

  private constructor(path: string, handle: FileHandle, key: Buffer, home: string) {
    this.path = path;
    this.#home = home;
    this.#handle = handle;
    this.#key = key;
    this.#cipher = createCipheriv("aes-256-ctr", key, this.#start);
  }

  static async create(path: string, home: string, key: Buffer): Promise<PutAside> {
    const handle = await open(join(home, "0"), "wx+", 0o600);
    const file = new PutAside(path, handle, key, home);
    await file.#forget().catch(() => undefined); // Windows keeps the name of an open file: close() removes it then
    return file;
  }

  get size(): number {
    return this.#size;
  }

  async append(bytes: Uint8Array): Promise<void> {
    const cipher = this.#cipher.update(bytes);
    let done = 0;
    while (done < cipher.length) done += (await this.#handle.write(cipher, done, cipher.length - done, this.#size + done)).bytesWritten;
    this.#size += bytes.length;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const from = offset - (offset % BLOCK);
    const until = Math.min(this.#size, offset + length);
    if (until <= offset) return Buffer.alloc(0);
    const bytes = Buffer.allocUnsafe(until - from);
    let done = 0;
    while (done < bytes.length) {
      const { bytesRead } = await this.#handle.read(bytes, done, bytes.length - done, from + done);
      if (bytesRead === 0) throw new Unreadable(problemOf("read-failed", "temporary file cut short"));
      done += bytesRead;
    }
    const decipher = createDecipheriv("aes-256-ctr", this.#key, counterAt(this.#start, from / BLOCK));
    return decipher.update(bytes).subarray(offset - from);
  }

  async close(): Promise<void> {
    await this.#handle.close();
    await this.#forget();
  }

  #forget(): Promise<void> {
    return rm(this.#home, { recursive: true, force: true });
  }
}

/** The counter block of CTR mode after so many blocks: a 128-bit big-endian sum. */
function counterAt(start: Buffer, blocks: number): Buffer {
  const sum = (BigInt(`0x${start.toString("hex")}`) + BigInt(blocks)) & ((1n << 128n) - 1n);
  return Buffer.from(sum.toString(16).padStart(32, "0"), "hex");
}
