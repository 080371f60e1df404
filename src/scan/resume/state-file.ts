import { createHmac, randomBytes, scryptSync } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { openPiece, sealPiece } from "#scan/resume/seal-piece.ts";

/**
 * The file in which an interrupted count is continued. A head (format, salt, the count it belongs to), then entries, only ever appended: each
 * has a head in the clear (length, name of its source, run, number, whether it is the last one) and a sealed piece. A source counts as
 * finished when its last entry is there and says how many came before; what a killed run left unfinished is never looked at again.
 */
const FORMAT = Buffer.from("TANDEM count 001");
const SALT = 32;
const IDENTITY = 32;
const HEAD = FORMAT.length + SALT + IDENTITY;
const ENTRY = 4 + 16 + 8 + 4 + 1;
const LAST = 1;
const LARGEST = 1 << 30;
const SYNC_EVERY_MS = 500;

type Entry = { readonly about: Buffer; readonly at: number; readonly length: number };
type Finished = { readonly pieces: readonly Entry[]; readonly last: Entry };

/** The folder holds the state of another count (other options, another version of the program, something else altogether). */
export class OtherState extends Error {
  constructor(folder: string) {
    super(`the folder ${folder} holds the state of another count`);
    this.name = "OtherState";
  }
}

export class StateFile {
  readonly salt: Buffer;
  readonly #handle: FileHandle;
  readonly #path: string;
  readonly #run = randomBytes(8);
  readonly #finished: ReadonlyMap<string, Finished>;
  #writing: Promise<void> = Promise.resolve();
  #synced = 0;

  private constructor(handle: FileHandle, path: string, salt: Buffer, finished: ReadonlyMap<string, Finished>) {
    this.#handle = handle;
    this.#path = path;
    this.salt = salt;
    this.#finished = finished;
  }

  /** Opens or begins the state in a folder; `identity` says in words what count it belongs to (with passwords in it, hence scrypt). @throws OtherState; a system error */
  static async open(folder: string, identity: string): Promise<StateFile> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, "count.state");
    const handle = await open(path, "a+", 0o600);
    try {
      const belongsTo = (salt: Uint8Array) => scryptSync(identity, salt, IDENTITY);
      const head = Buffer.alloc(HEAD);
      const { bytesRead } = await handle.read(head, 0, HEAD, 0);
      if (bytesRead < HEAD) {
        if (!FORMAT.subarray(0, bytesRead).equals(head.subarray(0, Math.min(bytesRead, FORMAT.length)))) throw new OtherState(folder);
        const salt = randomBytes(SALT);
        await handle.truncate(0);
        await handle.appendFile(Buffer.concat([FORMAT, salt, belongsTo(salt)]));
        return new StateFile(handle, path, salt, new Map());
      }
      const salt = head.subarray(FORMAT.length, FORMAT.length + SALT);
      if (!head.subarray(0, FORMAT.length).equals(FORMAT) || !head.subarray(HEAD - IDENTITY).equals(belongsTo(salt)))
        throw new OtherState(folder);
      return new StateFile(handle, path, salt, await findFinished(handle));
    } catch (problem) {
      await handle.close();
      throw problem;
    }
  }

  /** The name of a source in this state: its place on disk or in the vault, not to be guessed without the salt. */
  nameOf(place: string): string {
    return createHmac("sha256", this.salt).update(place).digest("hex").slice(0, 32);
  }

  /** Whether a source of the name was finished in an earlier run. */
  has(name: string): boolean {
    return this.#finished.has(name);
  }

  /** The pieces of a finished source, or null when the key does not open them: the source is not what it was. */
  async recall(name: string, key: Uint8Array): Promise<AsyncGenerator<Buffer> | null> {
    const finished = this.#finished.get(name);
    if (finished === undefined) return null;
    const last = openPiece(key, await this.#read(finished.last), finished.last.about);
    if (last === null || last.readUInt32LE(0) !== finished.pieces.length) return null;
    return this.#openAll(finished.pieces, key);
  }

  async *#openAll(pieces: readonly Entry[], key: Uint8Array): AsyncGenerator<Buffer> {
    for (const entry of pieces) {
      const piece = openPiece(key, await this.#read(entry), entry.about);
      if (piece === null) throw new Error("the state of the count is damaged"); // its last entry was in order
      yield piece;
    }
  }

  /** Appends a piece of a source; in order with those before. @throws a system error (the disk is full) */
  async append(name: string, key: Uint8Array, number: number, piece: Uint8Array): Promise<void> {
    await this.#write(name, key, number, 0, piece);
  }

  /** Says that all `pieces` of a source are there. Durable against the death of the process at once, against that of the machine within half a second. */
  async finish(name: string, key: Uint8Array, pieces: number, now: number): Promise<void> {
    const count = Buffer.alloc(4);
    count.writeUInt32LE(pieces);
    await this.#write(name, key, pieces, LAST, count);
    if (now - this.#synced < SYNC_EVERY_MS) return;
    this.#synced = now;
    await this.#handle.datasync();
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined); // whoever appended has heard of it
    await this.#handle.close();
  }

  /** The count is at its end: its state goes. */
  async forget(): Promise<void> {
    await this.close();
    await rm(this.#path, { force: true });
  }

  async #write(name: string, key: Uint8Array, number: number, flags: number, piece: Uint8Array): Promise<void> {
    const about = Buffer.alloc(ENTRY);
    about.write(name, 4, "hex");
    this.#run.copy(about, 20);
    about.writeUInt32LE(number, 28);
    about.writeUInt8(flags, 32);
    about.writeUInt32LE(piece.length + 28, 0);
    const whole = Buffer.concat([about, sealPiece(key, piece, about)]);
    this.#writing = this.#writing.then(() => this.#handle.appendFile(whole));
    await this.#writing;
  }

  async #read({ at, length }: Entry): Promise<Buffer> {
    const sealed = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.#handle.read(sealed, done, length - done, at + done);
      if (bytesRead === 0) throw new Error("the state of the count ends early");
      done += bytesRead;
    }
    return sealed;
  }
}

/** Reads the heads of all entries; an entry that was cut off by a kill is cut away. */
async function findFinished(handle: FileHandle): Promise<Map<string, Finished>> {
  const { size } = await handle.stat();
  const open = new Map<string, Entry[]>();
  const finished = new Map<string, Finished>();
  let at = HEAD;
  while (at + ENTRY <= size) {
    const about = Buffer.alloc(ENTRY);
    await handle.read(about, 0, ENTRY, at);
    const length = about.readUInt32LE(0);
    if (length > LARGEST || at + ENTRY + length > size) break;
    const name = about.toString("hex", 4, 20);
    const ofRun = about.toString("hex", 4, 28);
    const entry = { about, at: at + ENTRY, length };
    const pieces = open.get(ofRun) ?? [];
    open.set(ofRun, pieces);
    if (about.readUInt32LE(28) === pieces.length) {
      if (about.readUInt8(32) === LAST) finished.set(name, { pieces, last: entry });
      else pieces.push(entry);
    }
    at += ENTRY + length;
  }
  if (at < size) await handle.truncate(at);
  return finished;
}
