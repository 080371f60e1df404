import type { Dirent, Stats } from "node:fs";
import { type FileHandle, lstat, open, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ByteSource } from "#scan/byte-source.ts";
import { problemOf, Unreadable, unreadableBecause } from "#scan/sources/problem.ts";

/** A file to be read: its path on disk and the path it is reported under. */
export type ListedFile = { readonly disk: string; readonly path: string; readonly size: number; readonly failure?: Unreadable };

/**
 * The files under the given paths, sorted by name within each folder (byte order, the same on every machine). A file is reported under
 * its own name, a file of a folder under its path inside the folder, with `/`. Symlinks inside folders, devices and sockets are not followed.
 * @throws a system error when a given path does not exist
 */
export async function listFiles(paths: readonly string[]): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (const given of paths) {
    const found = await stat(given);
    if (found.isDirectory()) await walk(given, "", files);
    else files.push({ disk: given, path: basename(given), size: found.size });
  }
  return files;
}

/** Opens one file after the other: each source can be read until the next is asked for. A file that cannot be opened fails when it is read. */
export async function* openFiles(files: readonly ListedFile[]): AsyncGenerator<ByteSource> {
  for (const file of files) {
    const opened = new OpenFile(file);
    try {
      yield opened;
    } finally {
      await opened.close();
    }
  }
}

class OpenFile implements ByteSource {
  readonly path: string;
  readonly size: number;
  readonly disk?: string;
  readonly #disk: string;
  #handle: FileHandle | undefined;
  readonly #failure: Unreadable | undefined;
  #asOpened: Stats | undefined;

  constructor({ disk, path, size, failure }: ListedFile) {
    this.#failure = failure;
    this.#disk = disk;
    if (failure === undefined) this.disk = disk;
    this.path = path;
    this.size = size;
  }

  /** @throws Unreadable when the file vanished, changed since it was listed, or cannot be read */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      this.#handle ??= await open(this.#disk, "r");
      const now = await this.#handle.stat();
      this.#asOpened ??= now;
      if (now.size !== this.size || now.mtimeMs !== this.#asOpened.mtimeMs) throw new Unreadable(problemOf("changed"));
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - offset)));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await this.#handle.read(bytes, done, bytes.length - done, offset + done);
        if (bytesRead === 0) throw new Unreadable(problemOf("changed"));
        done += bytesRead;
      }
      return bytes;
    } catch (failure) {
      throw unreadableBecause(failure, "read-failed");
    }
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }
}

/** A folder or file that cannot be looked at is listed with the reason: what is missing from a count must be seen in it. */
async function walk(folder: string, inside: string, files: ListedFile[]): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (failure) {
    files.push({
      disk: folder,
      path: inside === "" ? basename(folder) : inside,
      size: 0,
      failure: unreadableBecause(failure, "read-failed"),
    });
    return;
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  for (const entry of entries) {
    const disk = join(folder, entry.name);
    const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) await walk(disk, path, files);
    else if (entry.isFile()) files.push(await listFile(disk, path));
  }
}

async function listFile(disk: string, path: string): Promise<ListedFile> {
  try {
    return { disk, path, size: (await lstat(disk)).size };
  } catch (failure) {
    return { disk, path, size: 0, failure: unreadableBecause(failure, "read-failed") };
  }
}
