import { type FileHandle, lstat, open, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ByteSource, DiskPlace } from "#scan/byte-source.ts";
import { problemOf, Unreadable, unreadableBecause } from "#scan/sources/problem.ts";
import { escapeName, showName, systemPath } from "#scan/sources/system-path.ts";

/** A file to be read: its path on disk and the path it is reported under; length and time (milliseconds) of its last change when it was listed. */
export type ListedFile = {
  readonly disk: string;
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  readonly failure?: Unreadable;
  readonly beside?: DiskPlace["beside"];
};

const WAL = "-wal";

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
    else files.push({ disk: given, path: basename(given), size: found.size, modified: found.mtimeMs });
  }
  return withLogs(files);
}

/** A database and its write-ahead log know of each other where both are listed: a log that is no evidence changes no figure. */
function withLogs(files: readonly ListedFile[]): ListedFile[] {
  const byPlace = new Map(files.map((file) => [file.disk, file]));
  return files.map((file) => {
    const other = byPlace.get(file.disk.endsWith(WAL) ? file.disk.slice(0, -WAL.length) : file.disk + WAL);
    if (other === undefined || other.failure !== undefined) return file;
    return { ...file, beside: { place: other.disk, size: other.size, modified: other.modified } };
  });
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

/** The log of a database, or the database of a log, that is evidence too; null where there is none. Whoever opens it closes it. */
export function openBeside(source: ByteSource): (ByteSource & { close(): Promise<void> }) | null {
  const beside = source.disk?.beside;
  if (beside === undefined) return null;
  return new OpenFile({ disk: beside.place, path: basename(beside.place), size: beside.size, modified: beside.modified });
}

class OpenFile implements ByteSource {
  readonly path: string;
  readonly size: number;
  readonly disk?: DiskPlace;
  readonly #file: ListedFile;
  #handle: FileHandle | undefined;
  #changed = false;

  constructor(file: ListedFile) {
    this.#file = file;
    this.path = file.path;
    this.size = file.size;
    const { failure, disk: place, modified, beside } = file;
    if (failure === undefined) this.disk = { place, modified, ...(beside === undefined ? {} : { beside }) };
  }

  /** Whether the file was written to since it was listed, as far as the reads so far have seen. */
  get changed(): boolean {
    return this.#changed;
  }

  /** What was there when the file was listed; what is written meanwhile is noticed. @throws Unreadable when it vanished, became shorter, or cannot be read */
  async read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    if (this.#file.failure !== undefined) throw this.#file.failure;
    try {
      this.#handle ??= await open(systemPath(this.#file.disk), "r");
      const now = await this.#handle.stat();
      if (now.size !== this.size || now.mtimeMs !== this.#file.modified) this.#changed = true;
      const there = Math.max(0, Math.min(length, this.size - offset));
      const bytes = into === undefined ? Buffer.allocUnsafe(there) : into.subarray(0, there);
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await this.#handle.read(bytes, done, bytes.length - done, offset + done);
        if (bytesRead === 0) throw new Unreadable(problemOf("source-changed"));
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
  const entries = await listFolder(folder);
  if (entries instanceof Unreadable) {
    files.push({ disk: folder, path: inside === "" ? basename(folder) : inside, size: 0, modified: 0, failure: entries });
    return;
  }
  entries.sort((a, b) => Buffer.compare(a.name, b.name));
  for (const entry of entries) {
    const disk = join(folder, escapeName(entry.name));
    const path = inside === "" ? showName(entry.name) : `${inside}/${showName(entry.name)}`;
    if (entry.isDirectory()) await walk(disk, path, files);
    else if (entry.isFile()) files.push(await listFile(disk, path));
  }
}

/** Names as bytes: they need not be UTF-8. */
async function listFolder(folder: string) {
  try {
    return await readdir(systemPath(folder), { withFileTypes: true, encoding: "buffer" });
  } catch (failure) {
    return unreadableBecause(failure, "read-failed");
  }
}

async function listFile(disk: string, path: string): Promise<ListedFile> {
  try {
    const { size, mtimeMs } = await lstat(systemPath(disk));
    return { disk, path, size, modified: mtimeMs };
  } catch (failure) {
    return { disk, path, size: 0, modified: 0, failure: unreadableBecause(failure, "read-failed") };
  }
}
