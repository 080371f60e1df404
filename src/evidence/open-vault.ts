import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, link, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  fileBytesOf,
  HEADER_BYTES,
  type Header,
  lastChunkOf,
  openChunk,
  parseHeader,
  TAG_BYTES,
  unwrapKey,
} from "#evidence/chunk-cipher.ts";
import { IntakeCutOff, sealStream, writerOf } from "#evidence/seal-stream.ts";
import { type StoredObject, type StoredReference, type Vault, VaultProblem, type Verification } from "#evidence/vault.ts";
import { done, refuse } from "#refusals/refusal.ts";
import type { ByteSource } from "#scan/byte-source.ts";

export type VaultOptions = {
  /** data folder of the installation; objects lie in `evidence/aa/bb/<sha256>` below it */
  readonly dataFolder: string;
  readonly masterKey: Uint8Array;
  /** remove what intakes of an earlier process left unfinished; only for the one process that takes evidence in */
  readonly sweep?: boolean;
  readonly chunkBytes?: number;
  /** the edge to the disk, replaced in tests of a full disk */
  readonly writer?: typeof writerOf;
};

const CHUNK_BYTES = 1 << 20;
/** decrypted chunks kept: enough for a reader that jumps between a directory and a member */
const CHUNKS_KEPT = 16;

/** Opens the evidence store, creating its folders. @throws when the folder cannot be written */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { dataFolder, masterKey, chunkBytes = CHUNK_BYTES, writer = writerOf } = options;
  const root = join(dataFolder, "evidence");
  const incoming = join(root, "incoming");
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  if (options.sweep) for (const name of await readdir(incoming)) await rm(join(incoming, name));

  const opened = new Map<string, { readonly header: Header; readonly key: Buffer }>();
  const chunks = new Map<string, Buffer>();

  const readChunks = async (object: StoredReference, from: number, to: number): Promise<Buffer[]> => {
    const file = await openObject(root, object.sha256);
    try {
      const known = opened.get(object.sha256) ?? (await readHeader(file, object, masterKey));
      opened.set(object.sha256, known);
      const size = known.header.chunkBytes;
      const last = lastChunkOf(object.bytes, size);
      const plain: Buffer[] = [];
      for (let index = from; index <= Math.min(to, last); index += 1) {
        const length = (index === last ? object.bytes - last * size : size) + TAG_BYTES;
        const sealed = Buffer.allocUnsafe(length);
        const { bytesRead } = await file.read(sealed, 0, length, HEADER_BYTES + index * (size + TAG_BYTES));
        const place = `${object.sha256.slice(0, 16)}… chunk ${index}, byte ${index * size}`;
        if (bytesRead < length) throw new VaultProblem("evidence-damaged", `${place}: cut short`);
        try {
          plain.push(openChunk(known.key, known.header.objectId, index, index === last, sealed));
        } catch (problem) {
          opened.delete(object.sha256); // another process may have put a good copy in place of a damaged one
          throw new VaultProblem("evidence-damaged", place, { cause: problem });
        }
      }
      return plain;
    } finally {
      await file.close();
    }
  };

  const readAt = async (object: StoredReference, offset: number, length: number): Promise<Uint8Array> => {
    const end = Math.min(object.bytes, offset + length);
    if (offset < 0 || end <= offset) return new Uint8Array(0);
    const size = opened.get(object.sha256)?.header.chunkBytes ?? (await sizeOfChunks(root, object, masterKey, opened));
    const result = Buffer.allocUnsafe(end - offset);
    for (let index = Math.floor(offset / size); index * size < end; index += 1) {
      const id = `${object.sha256}:${index}`;
      const chunk = chunks.get(id) ?? (await readChunks(object, index, index))[0] ?? Buffer.alloc(0);
      keep(chunks, id, chunk);
      const start = index * size;
      chunk.copy(result, Math.max(0, start - offset), Math.max(0, offset - start), Math.min(chunk.length, end - start));
    }
    return result;
  };

  const verify = async (object: StoredReference & { readonly sm3: string }, signal?: AbortSignal): Promise<Verification> => {
    const [sha256, sm3] = [createHash("sha256"), createHash("sm3")];
    try {
      const file = await openObject(root, object.sha256);
      const { header } = await readHeader(file, object, masterKey).finally(() => file.close());
      // From the disk, never from what is kept in memory: that is what verification is for.
      for (let index = 0; index <= lastChunkOf(object.bytes, header.chunkBytes); index += 1) {
        signal?.throwIfAborted();
        for (const chunk of await readChunks(object, index, index)) {
          sha256.update(chunk);
          sm3.update(chunk);
        }
      }
    } catch (problem) {
      if (problem instanceof VaultProblem) return { intact: false, problem: problem.kind, place: problem.place };
      throw problem;
    }
    if (sha256.digest("hex") !== object.sha256) return { intact: false, problem: "evidence-damaged", place: "SHA-256" };
    if (sm3.digest("hex") !== object.sm3) return { intact: false, problem: "evidence-damaged", place: "SM3" };
    return { intact: true };
  };

  /** Puts the finished file at its place; the place taken means that the same content is stored already. */
  const place = async (temporary: string, stored: StoredObject): Promise<StoredObject> => {
    const [folder, final] = placeOf(root, stored.sha256);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    while (true) {
      try {
        await link(temporary, final); // refuses to replace, unlike rename
        await syncFolders(root, stored.sha256);
        return stored;
      } catch (problem) {
        if (!hasCode(problem, "EEXIST")) throw problem;
      }
      if ((await verify(stored)).intact) {
        const file = await openObject(root, stored.sha256);
        const { header } = await readHeader(file, stored, masterKey).finally(() => file.close());
        return { ...stored, wrappedKey: header.wrappedKey, chunkBytes: header.chunkBytes };
      }
      // What lies there is damaged: it is put aside, not destroyed, and the good copy takes its place.
      opened.delete(stored.sha256);
      await rename(final, `${final}.damaged-${randomUUID()}`);
    }
  };

  return {
    async takeIn(stream, announcedBytes) {
      const temporary = join(incoming, `${randomUUID()}.part`);
      try {
        const file = await open(temporary, "wx", 0o400);
        let stored: StoredObject;
        try {
          stored = await sealStream(stream, announcedBytes, writer(file), { masterKey, chunkBytes });
          await file.sync();
        } finally {
          await file.close();
        }
        return done(await place(temporary, stored));
      } catch (problem) {
        if (problem instanceof IntakeCutOff) return refuse("upload-cut-off", { expected: announcedBytes ?? "?", found: problem.received });
        if (hasCode(problem, "ENOSPC") || hasCode(problem, "EDQUOT")) return refuse("storage-full");
        throw problem;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    open: (object, path): ByteSource => ({ path, size: object.bytes, read: (offset, length) => readAt(object, offset, length) }),
    verify,
  };
}

async function sizeOfChunks(
  root: string,
  object: StoredReference,
  masterKey: Uint8Array,
  opened: Map<string, { readonly header: Header; readonly key: Buffer }>,
): Promise<number> {
  const file = await openObject(root, object.sha256);
  const known = await readHeader(file, object, masterKey).finally(() => file.close());
  opened.set(object.sha256, known);
  return known.header.chunkBytes;
}

async function openObject(root: string, sha256: string): Promise<FileHandle> {
  try {
    return await open(placeOf(root, sha256)[1], constants.O_RDONLY);
  } catch (problem) {
    if (hasCode(problem, "ENOENT")) throw new VaultProblem("evidence-missing", `${sha256.slice(0, 16)}…`, { cause: problem });
    throw problem;
  }
}

async function readHeader(file: FileHandle, object: StoredReference, masterKey: Uint8Array): Promise<{ header: Header; key: Buffer }> {
  const bytes = Buffer.alloc(HEADER_BYTES);
  await file.read(bytes, 0, HEADER_BYTES, 0);
  try {
    const header = parseHeader(bytes);
    const key = unwrapKey(masterKey, header, object);
    const { size } = await file.stat();
    if (size !== fileBytesOf(object.bytes, header.chunkBytes)) throw new Error(`the file has ${size} bytes`);
    return { header, key };
  } catch (problem) {
    throw new VaultProblem("evidence-damaged", `${object.sha256.slice(0, 16)}… header or length`, { cause: problem });
  }
}

/** Folder and file of an object. */
export function placeOf(root: string, sha256: string): [folder: string, file: string] {
  const folder = join(root, sha256.slice(0, 2), sha256.slice(2, 4));
  return [folder, join(folder, sha256)];
}

/** The names in the folders reach the disk too; without this a power cut can lose a file whose bytes were synced. */
async function syncFolders(root: string, sha256: string): Promise<void> {
  if (process.platform === "win32") return; // a folder cannot be opened there; NTFS journals its names
  const [folder] = placeOf(root, sha256);
  for (const name of [folder, join(folder, ".."), root]) {
    const handle = await open(name, constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  }
}

function keep(chunks: Map<string, Buffer>, id: string, chunk: Buffer): void {
  chunks.delete(id);
  chunks.set(id, chunk);
  const oldest = chunks.keys().next();
  if (chunks.size > CHUNKS_KEPT && !oldest.done) chunks.delete(oldest.value);
}

function hasCode(problem: unknown, code: string): boolean {
  return problem instanceof Error && "code" in problem && problem.code === code;
}
