import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "#database/lock-folder.ts";
import { buildFolder, type TestFolder } from "#startup/supervisor.builder.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = buildFolder();
  mkdirSync(folder.data);
});
afterEach(() => folder.remove());

test("a locked folder is held by the one who locked it until he lets go", () => {
  const lock = lockFolder(folder.data);
  expect(lock.outcome).toBe("locked");
  expect(lockFolder(folder.data)).toEqual({ outcome: "held", pid: process.pid });
  if (lock.outcome === "locked") lock.release();
  expect(lockFolder(folder.data).outcome).toBe("locked");
});

test("a lock is taken over when its holder is dead, was cut off while writing it, or is another process of the same number", () => {
  for (const stale of ['{"pid":4194304,"bornAt":"x"}', '{"pid":', "", JSON.stringify({ pid: process.pid, bornAt: "another boot 1" })]) {
    writeFileSync(join(folder.data, "tandem.lock"), stale);
    expect(lockFolder(folder.data).outcome, stale).toBe("locked");
    expect(readdirSync(folder.data)).toEqual(["tandem.lock"]);
  }
});
