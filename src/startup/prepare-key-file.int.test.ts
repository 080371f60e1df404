import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareKeyFile } from "#startup/prepare-key-file.ts";
import { buildFolder, type TestFolder } from "#startup/supervisor.builder.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = buildFolder();
  mkdirSync(folder.data);
});
afterEach(() => folder.remove());

test("a key of 32 random bytes is made once, for its owner only", () => {
  expect(prepareKeyFile(folder.key, folder.data)).toBe(true);
  const key = readFileSync(folder.key, "utf8");
  expect(key.trim()).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(folder.key).mode & 0o777).toBe(0o600);
  expect(prepareKeyFile(folder.key, folder.data)).toBe(false);
  expect(readFileSync(folder.key, "utf8")).toBe(key);
});

test("a key file inside the data folder is refused, also by way of a link", () => {
  expect(() => prepareKeyFile(join(folder.data, "keys", "master.key"), folder.data)).toThrow(/must not lie inside/);
  symlinkSync(join(folder.data, "keys"), join(folder.path, "elsewhere"));
  expect(() => prepareKeyFile(join(folder.path, "elsewhere", "master.key"), folder.data)).toThrow(/must not lie inside/);
});

test("a lost key is reported and not replaced, an exchanged one is refused", () => {
  prepareKeyFile(folder.key, folder.data);
  const key = readFileSync(folder.key, "utf8");
  rmSync(folder.key);
  expect(() => prepareKeyFile(folder.key, folder.data)).toThrow(/is gone/);
  writeFileSync(folder.key, "0".repeat(64));
  expect(() => prepareKeyFile(folder.key, folder.data)).toThrow(/is not the one/);
  writeFileSync(folder.key, key.toUpperCase());
  expect(prepareKeyFile(folder.key, folder.data)).toBe(false);
});
