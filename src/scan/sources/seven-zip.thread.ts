import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { SevenZipEntry, SevenZipMessage, SevenZipTask } from "#scan/sources/seven-zip.ts";

/**
 * A thread of its own for 7-Zip: it works without pause for as long as an archive takes, and can be ended from outside. Nothing touches a
 * disk: the archive lies in memory, what comes out is handed over piece by piece and waited for when nobody takes it.
 */
const MOST_WAITING = 16 * 1024 * 1024;
const MOST_DICTIONARY = 256 * 1024 * 1024;
/** Said of the whole archive: parts of it were not read, at its end or behind it. */
const INCOMPLETE = /^(Unexpected end of archive|There are (some )?data after the end|Headers Error|Unavailable start)/;

class TooMany extends Error {}

/** What is used of 7-Zip's module; its own types name no default export and not all of these. */
type SevenZip = {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array, options: { canOwn: boolean }): void;
    getStream(descriptor: number): { stream_ops: object };
  };
  callMain(line: string[]): number;
};

const task: SevenZipTask = workerData;
const waiting = new Int32Array(task.waiting);
const require = createRequire(import.meta.url);
const openSevenZip: (options: object) => Promise<SevenZip> = require("7z-wasm");
const wasm = await readFile(require.resolve("7z-wasm/7zz.wasm"));

try {
  const opened = await open();
  if (opened !== null) await unpack(opened);
} catch (failure) {
  post({ kind: "broken", reason: String(failure).slice(0, 200) });
}

/** Lists the archive, with the first password that opens its directory or its files; answers how to unpack it, null when it stays closed. */
async function open(): Promise<string | null> {
  let listing = await list(null);
  let password: number | null = null;
  for (const [at, key] of task.passwords.entries()) {
    if (listing.kind !== "unlisted" || listing.why !== "encrypted") break;
    const tried = await list(key);
    if (tried.kind === "unlisted" && tried.why === "encrypted") continue;
    listing = tried;
    password = at;
  }
  if (listing.kind !== "listed") return post(listing);
  const encrypted = listing.entries.filter((entry) => entry.encrypted).length;
  if (encrypted > 0) password ??= await findPassword(encrypted);
  post({ ...listing, password });
  return password === null ? "-p-" : `-p${task.passwords[password] ?? ""}`;
}

/** The first password under which a file of the archive comes out whole; null when there is none. */
async function findPassword(encrypted: number): Promise<number | null> {
  for (const [at, key] of task.passwords.entries()) {
    let wrong = 0;
    const read = (line: string) => {
      if (line.includes("Wrong password")) wrong++;
    };
    await run(["t", `-p${key}`, "-bso2", "-bse2", "-bsp0", `-smemx${MOST_DICTIONARY >> 20}m`], read, () => undefined);
    if (wrong < encrypted) return at;
  }
  return null;
}

/** Reads the directory, under a password if there is one. */
async function list(password: string | null): Promise<Extract<SevenZipMessage, { kind: "listed" | "unlisted" }>> {
  const entries: SevenZipEntry[] = [];
  let entry: Record<string, string> = {};
  let inEntries = false;
  let problem: string | null = null;
  let tooLarge = false;
  const end = () => {
    if (inEntries && Object.keys(entry).length > 0 && entry["Folder"] !== "+" && !/^D/.test(entry["Attributes"] ?? "")) {
      if (dictionaryOf(entry["Method"] ?? "") > MOST_DICTIONARY) tooLarge = true;
      entries.push({
        name: entry["Path"] ?? "",
        size: /^\d+$/.test(entry["Size"] ?? "") ? Number(entry["Size"]) : null,
        encrypted: entry["Encrypted"] === "+",
      });
      if (entries.length > task.members) throw new TooMany();
    }
    entry = {};
  };
  let asked = false;
  const read = (line: string) => {
    if (line.startsWith("Enter password") || line.includes("Wrong password")) asked = true;
    if (line.startsWith("----------")) {
      inEntries = true;
      entry = {};
    } else if (line === "") end();
    else if (line.startsWith("ERROR") || line.startsWith("Unexpected end")) problem ??= line.slice(0, 200);
    else {
      const at = line.indexOf(" = ");
      if (at > 0) entry[line.slice(0, at)] = line.slice(at + 3);
    }
  };
  try {
    await run(["l", "-slt", ...(password === null ? [] : [`-p${password}`])], read, () => undefined);
    end();
  } catch (failure) {
    if (failure instanceof TooMany) return { kind: "unlisted", why: "too-many" };
    if (asked) return { kind: "unlisted", why: "encrypted" };
    problem = String(failure).slice(0, 200);
  }
  if (tooLarge) return { kind: "unlisted", why: "too-large" };
  if (entries.length === 0 && problem !== null) return { kind: "unlisted", why: asked ? "encrypted" : "damaged" };
  return { kind: "listed", entries, password: null };
}

async function unpack(password: string): Promise<void> {
  let incomplete: string | null = null;
  const read = (line: string) => {
    const begun = /^[-T] (.*)$/.exec(line);
    if (begun !== null) post({ kind: "begin", name: begun[1] ?? "" });
    else if (line.startsWith("ERROR: ")) post({ kind: "failed" });
    else if (INCOMPLETE.test(line)) incomplete ??= line.slice(0, 200);
  };
  await run(["x", "-so", "-bso2", "-bse2", "-bsp0", "-bb1", password, `-smemx${MOST_DICTIONARY >> 20}m`], read, (bytes) => {
    post({ kind: "bytes", bytes: bytes.slice() });
    let ahead = Atomics.add(waiting, 0, bytes.length) + bytes.length;
    while (ahead > MOST_WAITING) {
      Atomics.wait(waiting, 0, ahead);
      ahead = Atomics.load(waiting, 0);
    }
  });
  post({ kind: "ended", incomplete });
}

/** One run of 7-Zip over the archive: its lines, and the bytes it writes to standard output. */
async function run(command: readonly string[], onLine: (line: string) => void, onBytes: (bytes: Uint8Array) => void): Promise<void> {
  const seven = await openSevenZip({ wasmBinary: Uint8Array.from(wasm).buffer, print: onLine, printErr: onLine, stdin: noKeys });
  seven.FS.writeFile("/in", task.bytes, { canOwn: true });
  if (command.includes("-so")) {
    const output = seven.FS.getStream(1);
    output.stream_ops = {
      ...output.stream_ops,
      write: (_stream: unknown, memory: Int8Array, offset: number, length: number) => {
        onBytes(new Uint8Array(memory.buffer, memory.byteOffset + offset, length));
        return length;
      },
    };
  }
  seven.callMain([...command, "-sccUTF-8", "/in"]);
}

/** 7-Zip asks for a password: there is none. */
function noKeys(): number {
  throw new Error("a password is asked for");
}

/** Bytes of the dictionary that a method names: `LZMA2:24` is 2^24, `LZMA:1536m` says it. */
function dictionaryOf(method: string): number {
  let most = 0;
  for (const [, digits, unit] of method.matchAll(/LZMA2?:(\d{1,5})([bkmg]?)/gi)) {
    const scale = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }[(unit ?? "").toLowerCase()];
    most = Math.max(most, scale === undefined ? 2 ** Number(digits) : Number(digits) * scale);
  }
  return most;
}

function post(message: SevenZipMessage): null {
  parentPort?.postMessage(message);
  return null;
}
