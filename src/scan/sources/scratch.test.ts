import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openScratch } from "#scan/sources/scratch.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-scratch-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(count: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at++) yield Buffer.alloc(1 << 20, `piece ${at} `);
}

test("what is put aside reads back from any place, small in memory and large on disk", async () => {
  const scratch = await openScratch(folder);
  const [small, large] = [await scratch.put("s", pieces(2), 1e9), await scratch.put("l", pieces(20), 1e9)];
  const expected = Buffer.concat(Array.from({ length: 20 }, (_, at) => Buffer.alloc(1 << 20, `piece ${at} `)));
  expect([small.size, large.size]).toEqual([2 << 20, 20 << 20]);
  for (const [from, length] of [
    [0, 5],
    [17, 1000],
    [(1 << 20) * 3 - 7, 30],
    [expected.length - 9, 100],
    [expected.length, 5],
  ] as const)
    expect(Buffer.from(await large.read(from, length)).equals(expected.subarray(from, from + length))).toBe(true);
  expect(Buffer.from(await small.read(3, 9)).equals(expected.subarray(3, 12))).toBe(true);
  await scratch.close();
});

test("no byte of it stands on disk in the clear, and nothing is left afterwards", async () => {
  const scratch = await openScratch(folder);
  await scratch.put("l", pieces(18), 1e9);
  // On Windows an open file keeps its name; elsewhere even a killed process leaves nothing to find.
  if (process.platform !== "win32") expect(readdirSync(folder)).toEqual([]);
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()))
    expect(readFileSync(join(name.parentPath, name.name)).includes("piece")).toBe(false);
  await scratch.close();
  expect(readdirSync(folder)).toEqual([]);
});

test("more than the limit, and a source that fails on the way, put nothing aside", async () => {
  const scratch = await openScratch(folder);
  await expect(scratch.put("l", pieces(18), 1000)).rejects.toMatchObject({ problem: { kind: "unpacked-limit" } });
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  const failing = async function* () {
    yield* pieces(18);
    throw full;
  };
  await expect(scratch.put("l", failing(), 1e9)).rejects.toMatchObject({ problem: { kind: "disk-full" } });
  await scratch.close();
  expect(readdirSync(folder)).toEqual([]);
});
