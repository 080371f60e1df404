import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildManifest } from "#scan/bundle/bundle.ts";
import { localDate } from "#scan/count/local-date.ts";
import { buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { countFiles } from "#scan/count-files.ts";
import { CountMemory } from "#scan/resume/count-memory.ts";
import type { CountOptions } from "#scan/scan.contract.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-resume-"));
const evidence = join(folder, "evidence");
const tandem = fileURLToPath(new URL("../../cli/tandem.mjs", import.meta.url));
const options: CountOptions = { item: "record", key: "auto", asOf: "2026-11-22", as: null };
const today = localDate(new Date());
const SOURCES = 250;

beforeAll(() => {
  mkdirSync(evidence);
  for (let file = 0; file < SOURCES; file++) {
    const lines = Array.from(
      { length: 150 },
      (_, at) => `手机 ${buildMobile((file * 37 + at) % 5000)} 身份证 ${buildResidentId(900 + (at % 99))}\n`,
    );
    writeFileSync(join(evidence, `${String(file).padStart(3, "0")}.txt`), lines.join(""));
  }
  writeFileSync(
    join(evidence, "x.zip"),
    buildZip([
      { name: "a.txt", bytes: `手机 ${buildMobile(1)}\n` },
      { name: "b.txt", bytes: "无\n" },
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Counts in this process; tells how many sources were remembered, and which had changed. */
async function count(state: string | null, workers = 1) {
  const open = vi.spyOn(CountMemory.prototype, "open");
  const changed: string[] = [];
  const resume = state === null ? {} : { resume: { folder: state, onChanged: (path: string) => changed.push(path) } };
  const never = new AbortController().signal;
  const result = await countFiles([evidence], options, { workingFolder: folder, today, signal: never, workers, ...resume });
  const opened = await Promise.all(open.mock.results.map(({ value }) => value));
  open.mockRestore();
  return {
    manifest: JSON.stringify(buildManifest(today, result)),
    remembered: opened.filter((one) => one.recalled !== null).length,
    changed,
  };
}

/** Runs the command and kills it as soon as its state has grown to so many bytes. */
async function countAndKill(state: string, workers: number, bytes: number): Promise<void> {
  const args = ["count", evidence, "--as-of", options.asOf, "--workers", String(workers), "--resume", state, "--json"];
  const child = spawn(process.execPath, [tandem, ...args], { cwd: folder, stdio: "ignore" });
  const ended = once(child, "exit");
  while (child.exitCode === null && sizeOf(join(state, "count.state")) < bytes) await pause(2);
  child.kill("SIGKILL");
  expect((await ended)[1], "the count was over before it could be killed").toBe("SIGKILL");
}

test("a count that is killed twice goes on from the last finished source, to the same bytes", async () => {
  const undisturbed = await count(null);
  const state = join(folder, "state");
  await countAndKill(state, 1, 500_000);
  await countAndKill(state, 3, 1_200_000);
  // What a kill in the middle of writing leaves is cut away.
  appendFileSync(join(state, "count.state"), Buffer.from([200, 0, 0, 0, 1, 2, 3]));
  const resumed = await count(state, 2);
  expect(resumed.remembered).toBeGreaterThan(20);
  expect(resumed.remembered).toBeLessThan(SOURCES);
  expect(resumed.changed).toEqual([]);
  expect(resumed.manifest).toBe(undisturbed.manifest);
}, 120_000);

test("a source that changed since is counted anew and told; what was kept opens to nobody without the evidence", async () => {
  const state = join(folder, "changed");
  await countAndKill(state, 1, 500_000);
  const kept = readFileSync(join(state, "count.state"));
  for (const secret of [buildMobile(3), "000.txt", evidence]) expect(kept.includes(secret)).toBe(false);
  appendFileSync(join(evidence, "001.txt"), `手机 ${buildMobile(77_777)}\n`);
  truncateSync(join(evidence, "002.txt"), 10);
  const undisturbed = await count(null);
  const resumed = await count(state);
  expect(resumed.changed).toEqual(["001.txt", "002.txt"]);
  expect(resumed.remembered).toBeGreaterThan(5);
  expect(resumed.manifest).toBe(undisturbed.manifest);
}, 120_000);

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
