import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { listFiles, openFiles } from "#scan/sources/open-files.ts";
import { sourceOfBytes } from "#scan/sources/scratch.ts";
import { readWal } from "#scan/sources/sqlite-wal.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-wal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const show = ({ sources }: CountResult) =>
  sources.map(({ path, status, problem, records }) => `${path} ${status} ${problem?.kind ?? "-"} ${records}`);

/** A database as a seized telephone holds it: two rows in the file, one changed, many added and one not committed in its log. */
function writeLive(home: string): void {
  const live = join(home, "live.db");
  const database = new DatabaseSync(live);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE users (name TEXT, phone TEXT);");
  database.exec(`INSERT INTO users VALUES ('张三', '${buildMobile(1)}'), ('李四', '${buildMobile(2)}'); PRAGMA wal_checkpoint(TRUNCATE);`);
  const more = Array.from({ length: 500 }, (_, at) => `('王五', '${buildMobile(100 + at)}')`).join(",");
  database.exec(`BEGIN; UPDATE users SET phone = '${buildMobile(3)}' WHERE name = '张三'; INSERT INTO users VALUES ${more}; COMMIT;`);
  copyFileSync(live, join(home, "c.db"));
  copyFileSync(`${live}-wal`, join(home, "c.db-wal"));
  database.close();
  for (const name of ["live.db", "live.db-wal", "live.db-shm"]) rmSync(join(home, name), { force: true });
}

test("what a write-ahead log holds that is committed is read in its place; the log is a source without records", async () => {
  writeLive(folder);
  const result = await countBytes(openFiles(await listFiles([folder])));
  expect(show(result)).toEqual(["c.db#users scanned - 502", "c.db-wal scanned - 0"]);
  expect(result.kinds.find(({ kind }) => kind === "mobile")).toMatchObject({ valid: 502, distinct: 502 });
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 120_000);

test("a log that is no evidence changes no figure, and one without its database is named", async () => {
  expect(show(await countBytes(openFiles(await listFiles([join(folder, "c.db")]))))).toEqual(["c.db#users scanned - 2"]);
  expect(show(await countBytes(openFiles(await listFiles([join(folder, "c.db-wal")]))))).toEqual([
    "c.db-wal unreadable database-journal 0",
  ]);
}, 120_000);

test("frames behind the last commit, or whose checksum is wrong, are no state of the database", async () => {
  const whole = readFileSync(join(folder, "c.db-wal"));
  const signal = new AbortController().signal;
  const pagesOf = async (bytes: Buffer) => (await readWal(sourceOfBytes("w", bytes), signal))?.count ?? null;
  expect(await pagesOf(whole)).toBeGreaterThan(1);
  expect(await pagesOf(whole.subarray(0, whole.length - 1))).toBe(0);
  const spoilt = Buffer.from(whole);
  spoilt[60] = (spoilt[60] ?? 0) ^ 1;
  expect(await pagesOf(spoilt)).toBe(0);
  const noLog = Buffer.from(whole);
  noLog[9] = (noLog[9] ?? 0) ^ 0xff;
  expect(await pagesOf(noLog)).toBeNull();
  writeFileSync(join(folder, "c.db-wal"), noLog);
  expect(show(await countBytes(openFiles(await listFiles([folder]))))).toEqual([
    "c.db#users scanned - 2",
    "c.db-wal unreadable database-journal 0",
  ]);
}, 120_000);
