import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildManifest } from "#scan/bundle/bundle.ts";
import { buildBankCard, buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { type CountHooks, countEvidence } from "#scan/count-evidence.ts";
import type { CountOptions } from "#scan/scan.contract.ts";
import { type ListedFile, listFiles, openFiles } from "#scan/sources/open-files.ts";
import { openScratch } from "#scan/sources/scratch.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";
import { openPool } from "#scan/threads/pool.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-threads-"));
const options: CountOptions = { item: "record", key: "auto", asOf: "2026-11-22", as: null };
const never = new AbortController().signal;

/** Many small sources of several formats, values shared between them, and two larger tables. */
beforeAll(() => {
  mkdirSync(join(folder, "b"));
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const person = (from + at) % 4000;
      return `王小${"一二三四五六七八九"[person % 9]},${buildResidentId(900 + (person % 100), `19${60 + (person % 40)}0307`)},${buildMobile(person)},${buildBankCard(person % 3001)},临江市人民路${person % 77}号之${person}\n`;
    }).join("");
  const header = "姓名,身份证号,手机号,银行卡号,地址\n";
  writeFileSync(join(folder, "large-1.csv"), header + rows(0, 3000));
  writeFileSync(join(folder, "large-2.csv.gz"), gzipSync(header + rows(2000, 3000)));
  writeFileSync(
    join(folder, "calls.csv"),
    `主叫号码,被叫号码,通话时间\n${Array.from({ length: 500 }, (_, at) => `${buildMobile(at)},${buildMobile(at * 7)},2024-01-0${1 + (at % 9)} 10:00\n`).join("")}`,
  );
  writeFileSync(join(folder, "broken.zip"), "PK\u0003\u0004 cut");
  for (let file = 0; file < 220; file++) {
    writeFileSync(
      join(folder, `chat-${file}.txt`),
      `手机 ${buildMobile(file)} 身份证 ${buildResidentId(901 + (file % 50))}\n卡号 ${buildBankCard(file % 20)}\n`,
    );
    if (file % 10 === 0)
      writeFileSync(join(folder, "b", `${file}.zip`), buildZip([{ name: "x.txt", bytes: `手机 ${buildMobile(file * 3)}\n` }]));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function count(change: (files: ListedFile[]) => ListedFile[], hooks: Partial<CountHooks>): Promise<string> {
  const scratch = await openScratch();
  try {
    const files = change(await listFiles([folder]));
    const result = await countEvidence(openFiles(files), options, {
      scratch,
      signal: never,
      clock: () => 0,
      toolVersion: "test",
      ...hooks,
    });
    return JSON.stringify(buildManifest("2026-11-22", result));
  } finally {
    await scratch.close();
  }
}

test("one thread and four, files in another order, little memory: the same bytes of the bundle", async () => {
  const same = (files: ListedFile[]) => files;
  const one = await count(same, { workers: 1 });
  expect(JSON.parse(one)).toMatchObject({ coverage: { sources: 246, unreadable: 1 }, ledger: { tiers: { B: { seized: 500 } } } });
  expect(await count(same, { workers: 4 })).toBe(one);
  expect(await count((files) => files.toReversed(), { workers: 4, budget: 100_000 })).toBe(one);
  expect(await count(same, { onRow: () => undefined })).toBe(one);
}, 60_000);

test("a count that is stopped ends with the reason, whatever the threads are doing", async () => {
  const stop = new AbortController();
  const counted = count((files) => files, {
    workers: 3,
    signal: stop.signal,
    onProgress: ({ sourcesDone }) => sourcesDone > 3 && stop.abort(new Error("enough")),
  });
  await expect(counted).rejects.toThrow("enough");
}, 60_000);

test("a thread that dies is a fault, and nothing waits for it", async () => {
  const thread = new URL(
    `data:text/javascript,import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit(7))`,
  );
  const pool = openPool(2, never, thread);
  const part = () => pool.run("fold-marks", { marks: new Uint32Array(6), asOf: "2026-11-22" });
  const all = await Promise.allSettled([part(), part(), part()]);
  expect(all.map((one) => one.status)).toEqual(["rejected", "rejected", "rejected"]);
  await expect(part()).rejects.toThrow("(7)");
  await pool.close();
}, 60_000);

test("what a task fails with is what whoever asked hears, and the thread goes on", async () => {
  const pool = openPool(1, never);
  const words = new Uint32Array(6);
  words.set([0x8000_0000, 0, 0, 0, 0xffff_ffff, 1]); // a resident id without digits
  await expect(pool.run("fold-marks", { marks: words, asOf: "2026-11-22" })).rejects.toThrow("18 characters");
  expect((await pool.run("fold-marks", { marks: new Uint32Array(0), asOf: "2026-11-22" })).shared).toHaveLength(0);
  await pool.close();
});
