import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
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

test.skipIf(process.platform !== "linux")("a lock is taken over when its holder was killed and nobody has asked for him yet", async () => {
  // The shell becomes a `sleep` that never asks for the child it was given.
  const parent = spawn("/bin/sh", ["-c", "sleep 0.2 & echo $!; exec sleep 30"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [line] = await once(parent.stdout, "data");
    const pid = Number(String(line).trim());
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const birth = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    const bornAt = `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${birth}`;
    writeFileSync(join(folder.data, "tandem.lock"), JSON.stringify({ pid, bornAt }));
    expect(lockFolder(folder.data)).toEqual({ outcome: "held", pid });
    while (!readFileSync(`/proc/${pid}/status`, "utf8").includes("Z (zombie)")) await wait(20);
    expect(lockFolder(folder.data).outcome).toBe("locked");
  } finally {
    parent.kill("SIGKILL");
  }
});
