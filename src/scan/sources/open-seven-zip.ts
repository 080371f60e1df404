import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { ByteSource } from "#scan/byte-source.ts";
import { type ArchiveMember, type UnpackBudget, withinLimits } from "#scan/sources/archive-member.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { lockedProblem, problemOf, Unreadable } from "#scan/sources/problem.ts";
import type { SevenZipEntry, SevenZipMessage, SevenZipTask } from "#scan/sources/seven-zip.ts";

/** Archives of these formats lie in memory while they are read. */
const LARGEST = 512 * 1024 * 1024;
/** Milliseconds without a sign of 7-Zip; it gives none while it tries passwords or passes over what lies before a file. */
const PATIENCE = 600_000;

export type SevenZipFormat = "7z" | "rar" | "xz" | "bz2";

/**
 * The files of a 7z or RAR, or the one of an XZ or BZ2, in the order of the archive, unpacked by 7-Zip in a thread of its own. Each must be
 * taken, or is passed over, before the next one comes: a solid archive can only be read once through.
 * @throws Unreadable "archive-damaged"; "archive-cut-short" when it ends early or other bytes follow; "encrypted" when the directory itself is, "archive-too-large" beyond 512 MB or a dictionary of 256 MB
 */
export async function* openSevenZip(
  source: ByteSource,
  format: SevenZipFormat,
  { limits, signal, passwords }: ScanContext,
  budget: UnpackBudget,
): AsyncGenerator<ArchiveMember> {
  if (source.size > LARGEST) throw new Unreadable(problemOf("archive-too-large", LARGEST));
  const bytes = new Uint8Array(source.size);
  let filled = 0;
  for await (const chunk of readChunks(source, signal)) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  const waiting = new SharedArrayBuffer(4);
  const task: SevenZipTask = { bytes, members: limits.members, passwords: passwords.map(({ text }) => text), waiting };
  const thread = new Worker(new URL("./seven-zip.thread.ts", import.meta.url), { workerData: task, transferList: [bytes.buffer] });
  const feed = new Feed(thread, on(thread, "message", { signal, close: ["exit"] }), new Int32Array(waiting));
  try {
    const listed = await feed.next();
    if (listed.kind !== "listed") throw notListed(listed, limits.members, passwords.length);
    const key = listed.password === null ? undefined : passwords[listed.password];
    const lock = (encrypted: boolean) => lockOf(encrypted, key, passwords.length > 0);
    const left = listed.entries.map((entry) => ({ ...entry, name: nameOf(entry, source.path, format) }));
    const single = format === "xz" || format === "bz2";
    let incomplete: string | null = null;
    for (;;) {
      const message = await feed.next();
      if (message.kind === "ended") {
        incomplete = message.incomplete;
        break;
      }
      if (message.kind !== "begin") continue;
      const at = single ? 0 : left.findIndex(({ name }) => name === nameAsReported(message.name));
      const [entry] = at < 0 ? [] : left.splice(at, 1);
      if (entry === undefined) continue;
      const reading: Reading = { bytes: 0, failed: false, ended: false };
      yield {
        name: entry.name,
        size: entry.size ?? 0,
        ...lock(entry.encrypted),
        intact: () => !reading.failed && (entry.size === null || entry.size === reading.bytes),
        unpack: () => withinLimits(async () => takeFile(feed, reading), source.size, limits, budget),
      };
      if (single) return;
      const before = reading.bytes;
      for await (const _ of takeFile(feed, reading, true))
        if (reading.bytes - before > Math.max(limits.ratioFrom, source.size * limits.ratio))
          throw new Unreadable(problemOf("expansion-limit", limits.ratio));
    }
    for (const { name, size, encrypted } of left) yield { ...lostMember(name, size ?? 0), ...lock(encrypted) };
    if (incomplete !== null) throw new Unreadable(problemOf("archive-cut-short", incomplete));
  } finally {
    await thread.terminate();
  }
}

type Reading = { bytes: number; failed: boolean; ended: boolean };

async function* takeFile(feed: Feed, reading: Reading, passOver = false): AsyncGenerator<Uint8Array> {
  while (!reading.ended) {
    const message = await feed.next();
    if (message.kind === "bytes") {
      reading.bytes += message.bytes.length;
      yield message.bytes;
    } else if (message.kind === "failed") reading.failed = true;
    else {
      feed.putBack(message);
      reading.ended = true;
    }
  }
  if (reading.failed && reading.bytes === 0 && !passOver) throw new Unreadable(problemOf("member-damaged", "7-Zip"));
}

/** Messages of the thread in order; whoever takes bytes lets it go on. */
class Feed {
  readonly #thread: Worker;
  readonly #messages: AsyncIterator<SevenZipMessage[]>;
  readonly #waiting: Int32Array;
  #kept: SevenZipMessage | null = null;

  constructor(thread: Worker, messages: AsyncIterator<SevenZipMessage[]>, waiting: Int32Array) {
    this.#thread = thread;
    this.#messages = messages;
    this.#waiting = waiting;
  }

  putBack(message: SevenZipMessage): void {
    this.#kept = message;
  }

  /** @throws Unreadable when 7-Zip broke off */
  async next(): Promise<SevenZipMessage> {
    const kept = this.#kept;
    this.#kept = null;
    if (kept !== null) return kept;
    let late = false;
    const giveUp = () => {
      late = true;
      void this.#thread.terminate();
    };
    const timer = setTimeout(giveUp, PATIENCE);
    const { value, done } = await this.#messages.next().finally(() => clearTimeout(timer));
    const message = done ? undefined : value[0];
    if (late) throw new Unreadable(problemOf("time-limit", PATIENCE / 1000));
    if (message === undefined) throw new Unreadable(problemOf("archive-cut-short", "7-Zip"));
    if (message.kind === "broken") throw new Unreadable(problemOf("archive-cut-short", `7-Zip: ${message.reason}`));
    if (message.kind === "bytes") {
      Atomics.sub(this.#waiting, 0, message.bytes.length);
      Atomics.notify(this.#waiting, 0);
    }
    return message;
  }
}

/** What a member says of its encryption: closed, or opened by a line of the password file. */
function lockOf(
  encrypted: boolean,
  key: Password | undefined,
  tried: boolean,
): Pick<ArchiveMember, "encrypted" | "passwordLine" | "unlock"> {
  if (!encrypted) return { encrypted: false };
  if (key !== undefined) return { encrypted: false, passwordLine: key.line };
  return tried ? { encrypted: true, unlock: async () => null } : { encrypted: true };
}

function notListed(message: SevenZipMessage, members: number, tried: number): Unreadable {
  const why = message.kind === "unlisted" ? message.why : "damaged";
  if (why === "encrypted") return new Unreadable(lockedProblem(tried));
  if (why === "too-many") return new Unreadable(problemOf("too-many-members", members));
  if (why === "too-large") return new Unreadable(problemOf("archive-too-large", LARGEST));
  return new Unreadable(problemOf("archive-damaged", "7-Zip"));
}

function lostMember(name: string, size: number): ArchiveMember {
  return {
    name,
    size,
    encrypted: false,
    intact: () => false,
    // biome-ignore lint/correctness/useYield: there is nothing to give
    unpack: async function* () {
      throw new Unreadable(problemOf("member-damaged", "7-Zip"));
    },
  };
}

function nameOf({ name }: SevenZipEntry, path: string, format: SevenZipFormat): string {
  if (format === "7z" || format === "rar") return nameAsReported(name);
  const own = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("!")) + 1);
  return own.replace(/\.(tbz2?|txz)$/i, ".tar").replace(/\.(bz2|xz)$/i, "");
}

function nameAsReported(name: string): string {
  return name.replaceAll("\\", "/");
}
