import { createHash, randomBytes } from "node:crypto";
import { cp, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HEADER_BYTES, TAG_BYTES } from "#evidence/chunk-cipher.ts";
import { openVault, placeOf } from "#evidence/open-vault.ts";
import { readMasterKey } from "#evidence/read-master-key.ts";
import { writerOf } from "#evidence/seal-stream.ts";
import type { StoredObject, Vault } from "#evidence/vault.ts";
import type { Outcome } from "#refusals/refusal.ts";

const CHUNK = 1024;
const masterKey = Buffer.alloc(32, 7);
let dataFolder = "";
let vault: Vault;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "tandem-vault-"));
  vault = await openVault({ dataFolder, masterKey, chunkBytes: CHUNK });
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

for (const bytes of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 5 * CHUNK + 17]) {
  test(`${bytes} bytes come back as they were, wherever they are read`, async () => {
    const content = randomBytes(bytes);
    const stored = storedOf(await vault.takeIn(pieces(content, 700), bytes));
    expect(stored).toMatchObject({
      bytes,
      sha256: hash("sha256", content),
      sm3: hash("sm3", content),
      md5: hash("md5", content),
      sha1: hash("sha1", content),
    });
    const source = vault.open(stored, "a.txt");
    expect(source).toMatchObject({ path: "a.txt", size: bytes });
    expect(Buffer.from(await source.read(0, bytes + 5)).equals(content)).toBe(true);
    for (const [offset, length] of [
      [0, 1],
      [CHUNK - 1, 2],
      [bytes - 3, 100],
      [bytes, 10],
      [CHUNK, CHUNK],
      [17, 2500],
    ] as const) {
      const expected = offset < 0 ? Buffer.alloc(0) : content.subarray(offset, offset + length);
      expect(Buffer.from(await source.read(offset, length)).equals(expected), `${offset}+${length}`).toBe(true);
    }
    expect(await vault.verify(stored)).toEqual({ intact: true });
  });
}

test("nothing of the content can be read on the disk", async () => {
  const content = Buffer.from("身份证号 ".repeat(500));
  const stored = storedOf(await vault.takeIn(Readable.from([content]), content.length));
  expect((await readFile(fileOf(stored))).includes("身份证号")).toBe(false);
});

test("the same content is stored once, and its file is not written again", async () => {
  const content = randomBytes(5000);
  const first = storedOf(await vault.takeIn(Readable.from([content]), null));
  const before = await readFile(fileOf(first));
  const [second, third] = await Promise.all([vault.takeIn(Readable.from([content]), null), vault.takeIn(Readable.from([content]), null)]);
  expect(storedOf(second).sha256).toBe(first.sha256);
  expect(Buffer.from(storedOf(third).wrappedKey).equals(Buffer.from(first.wrappedKey))).toBe(true);
  expect((await readFile(fileOf(first))).equals(before)).toBe(true);
  expect(await filesBelow()).toHaveLength(1);
});

test("an upload cut off at half leaves nothing", async () => {
  expect(await vault.takeIn(pieces(randomBytes(3000), 500), 6000)).toMatchObject({
    ok: false,
    kind: "upload-cut-off",
    detail: { expected: 6000, found: 3000 },
  });
  async function* broken() {
    yield randomBytes(2000);
    throw new Error("aborted");
  }
  expect(await vault.takeIn(broken(), 6000)).toMatchObject({ ok: false, kind: "upload-cut-off", detail: { found: 2000 } });
  expect(await vault.takeIn(Readable.from([randomBytes(10)]), 9)).toMatchObject({ ok: false, kind: "upload-cut-off" });
  expect(await filesBelow()).toEqual([]);
});

test("a disk that fills up leaves nothing, and what was stored before stays", async () => {
  const content = randomBytes(5000);
  const stored = storedOf(await vault.takeIn(Readable.from([content]), null));
  const full = await openVault({
    dataFolder,
    masterKey,
    chunkBytes: CHUNK,
    writer: (file) => async (bytes, position) => {
      if (position > 2 * CHUNK) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      await writerOf(file)(bytes, position);
    },
  });
  expect(await full.takeIn(Readable.from([randomBytes(9000)]), 9000)).toEqual({ ok: false, kind: "storage-full", detail: {} });
  expect(await filesBelow()).toHaveLength(1);
  expect(await full.verify(stored)).toEqual({ intact: true });
});

test("what an earlier process left unfinished is swept at start, by the process that takes in only", async () => {
  await writeFile(join(dataFolder, "evidence", "incoming", "x.part"), "half");
  await openVault({ dataFolder, masterKey });
  expect(await filesBelow()).toHaveLength(1);
  await openVault({ dataFolder, masterKey, sweep: true });
  expect(await filesBelow()).toEqual([]);
});

const TAMPERINGS: Record<string, { readonly change: (file: string) => Promise<void>; readonly place: RegExp }> = {
  "one bit of the second chunk": { change: (file) => flip(file, HEADER_BYTES + CHUNK + TAG_BYTES + 40), place: /chunk 1, byte 1024/ },
  "the tag of the last chunk": { change: async (file) => flip(file, (await readFile(file)).length - 1), place: /chunk 4/ },
  "the wrapped key": { change: (file) => flip(file, 40), place: /header/ },
  "two chunks exchanged": { change: exchange, place: /chunk 0/ },
  "the last chunk cut off": { change: async (file) => truncate(file, HEADER_BYTES + 4 * (CHUNK + TAG_BYTES)), place: /length/ },
  "everything cut off": { change: async (file) => truncate(file, 0), place: /header/ },
};
for (const [what, { change, place }] of Object.entries(TAMPERINGS)) {
  test(`a change is noticed and its place named: ${what}`, async () => {
    const content = randomBytes(4 * CHUNK + 100);
    const stored = storedOf(await vault.takeIn(Readable.from([content]), null));
    await change(fileOf(stored));
    const fresh = await openVault({ dataFolder, masterKey });
    expect(await fresh.verify(stored)).toMatchObject({ intact: false, problem: "evidence-damaged", place: expect.stringMatching(place) });
    await expect(fresh.open(stored, "a").read(0, content.length)).rejects.toMatchObject({
      kind: "evidence-damaged",
      place: expect.stringMatching(place),
    });
    // Taken in again, the damaged file is put aside and the content is whole once more.
    storedOf(await fresh.takeIn(Readable.from([content]), null));
    expect(await fresh.verify(stored)).toEqual({ intact: true });
    expect(await filesBelow()).toHaveLength(2);
  });
}

test("another object's file cannot stand in for this one", async () => {
  const [one, other] = [randomBytes(2000), randomBytes(2000)];
  const a = storedOf(await vault.takeIn(Readable.from([one]), null));
  const b = storedOf(await vault.takeIn(Readable.from([other]), null));
  await rm(fileOf(a));
  await cp(fileOf(b), fileOf(a));
  const fresh = await openVault({ dataFolder, masterKey });
  expect(await fresh.verify(a)).toMatchObject({ intact: false, problem: "evidence-damaged" });
});

test("a file that vanished is missing, not damaged", async () => {
  const stored = storedOf(await vault.takeIn(Readable.from([randomBytes(100)]), null));
  await rm(fileOf(stored));
  expect(await vault.verify(stored)).toMatchObject({ intact: false, problem: "evidence-missing" });
  await expect(vault.open(stored, "a").read(0, 1)).rejects.toMatchObject({ kind: "evidence-missing" });
});

test("another master key opens nothing", async () => {
  const stored = storedOf(await vault.takeIn(Readable.from([randomBytes(100)]), null));
  const stranger = await openVault({ dataFolder, masterKey: Buffer.alloc(32, 8) });
  expect(await stranger.verify(stored)).toMatchObject({ intact: false, problem: "evidence-damaged" });
});

test("a key file of the wrong shape is refused by name, without its content", async () => {
  const file = join(dataFolder, "master.key");
  await writeFile(file, "secret-but-wrong");
  await expect(readMasterKey(file)).rejects.toThrow(`${file}: expected 64 hexadecimal digits, found 16 characters`);
  await writeFile(file, `${"0a".repeat(32)}\n`);
  expect(await readMasterKey(file)).toHaveLength(32);
});

function storedOf(outcome: Outcome<StoredObject>): StoredObject {
  if (!outcome.ok) throw new Error(outcome.kind);
  return outcome.value;
}

function fileOf(stored: { readonly sha256: string }): string {
  return placeOf(join(dataFolder, "evidence"), stored.sha256)[1];
}

async function filesBelow(): Promise<string[]> {
  const entries = await readdir(join(dataFolder, "evidence"), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function flip(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await replace(file, bytes);
}

async function exchange(file: string): Promise<void> {
  const bytes = await readFile(file);
  const chunk = (index: number) =>
    bytes.subarray(HEADER_BYTES + index * (CHUNK + TAG_BYTES), HEADER_BYTES + (index + 1) * (CHUNK + TAG_BYTES));
  await replace(
    file,
    Buffer.concat([bytes.subarray(0, HEADER_BYTES), chunk(1), chunk(0), bytes.subarray(HEADER_BYTES + 2 * (CHUNK + TAG_BYTES))]),
  );
}

async function replace(file: string, bytes: Buffer): Promise<void> {
  await rm(file);
  const handle = await open(file, "w");
  await handle.writeFile(bytes).finally(() => handle.close());
}

function hash(algorithm: string, content: Buffer): string {
  return createHash(algorithm).update(content).digest("hex");
}

function pieces(content: Buffer, size: number): Readable {
  return Readable.from(
    Array.from({ length: Math.ceil(content.length / size) }, (_, index) => content.subarray(index * size, (index + 1) * size)),
  );
}
