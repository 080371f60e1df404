import { expect, test } from "vitest";
import { buildDatabase } from "#scan/contract-cases/evidence-files.builder.ts";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";

const build = (...statements: readonly string[]) => buildDatabase(statements);

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);
const people = (count: number, note = "") =>
  `INSERT INTO users (name, phone, note) VALUES ${Array.from({ length: count }, (_, at) => `('张三', '${buildMobile(at)}', '${note}')`).join(",")}`;
const USERS = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, phone TEXT, note TEXT)";

test("every table of a database is a leaf, views and indexes are none", async () => {
  const bytes = build(
    USERS,
    'CREATE TABLE "旧 (客户)" ([身份证号] TEXT, n REAL)',
    "CREATE INDEX i ON users (phone)",
    "CREATE VIEW v AS SELECT * FROM users",
    "CREATE TABLE none (a)",
    people(3),
    `INSERT INTO "旧 (客户)" VALUES ('${buildResidentId()}', 1.5)`,
  );
  const result = await countBytes({ "c.db": bytes });
  expect(show(result)).toEqual(["c.db#users sqlite scanned - 3", "c.db#旧 (客户) sqlite scanned - 1", "c.db#none sqlite scanned - 0"]);
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "id null",
    "name name",
    "phone mobile",
    "note null",
  ]);
  expect(result.sources[0]).toMatchObject({ encoding: null, bytes: bytes.length, sha256: result.sources[1]?.sha256 });
  expect(result.coverage).toMatchObject({ sources: 3, bytes: bytes.length, bytesScanned: bytes.length });
}, 120_000);

test("many pages, rows longer than a page, numbers, row numbers and columns added later are read", async () => {
  const bytes = build(
    USERS,
    people(20_000, "注".repeat(20)),
    people(5, "x".repeat(30_000)),
    "CREATE TABLE n (mobile INTEGER PRIMARY KEY, 身份证号 INTEGER, v AS (1), 备注)",
    `INSERT INTO n VALUES (${buildMobile(1)}, ${buildResidentId()}, 'a')`,
    "ALTER TABLE n ADD COLUMN phone TEXT",
  );
  const result = await countBytes({ "c.db": bytes });
  expect(show(result)).toEqual(["c.db#users sqlite scanned - 20005", "c.db#n sqlite scanned - 1"]);
  expect(result.sources[1]?.kinds.map(({ kind, valid }) => `${kind} ${valid}`)).toEqual(["resident-id 1", "mobile 1"]);
}, 120_000);

test("tables WITHOUT ROWID and databases in UTF-16 are read", async () => {
  const wide = (encoding: string) =>
    build(
      `PRAGMA encoding = '${encoding}'`,
      "CREATE TABLE 客户 (备注 TEXT, 姓名 TEXT, 手机 TEXT, PRIMARY KEY (手机, 姓名)) WITHOUT ROWID",
      `INSERT INTO 客户 VALUES ${Array.from({ length: 3000 }, (_, at) => `('x', '张三', '${buildMobile(at)}')`).join(",")}`,
    );
  const result = await countBytes({ "a.db": wide("UTF-16le"), "b.db": wide("UTF-16be"), "c.db": wide("UTF-8") });
  expect(show(result)).toEqual(["a.db#客户 sqlite scanned - 3000", "b.db#客户 sqlite scanned - 3000", "c.db#客户 sqlite scanned - 3000"]);
  expect(result.sources[1]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["备注 null", "姓名 name", "手机 mobile"]);
}, 120_000);

test("a database that is cut off or damaged is read as far as its pages go, and said so", async () => {
  const whole = build(USERS, people(20_000));
  const page = 4096;
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, 10 * page, 11 * page);
  const circle = Buffer.from(whole);
  circle.writeUInt32BE(2, page + 8); // the root's last child is the root
  const result = await countBytes({
    "cut.db": whole.subarray(0, page * 20),
    "damaged.db": damaged,
    "circle.db": circle,
    "head.db": whole.subarray(0, 60),
    "one.db": whole.subarray(0, page),
    "size.db": Buffer.concat([whole.subarray(0, 16), Buffer.from([3, 7]), whole.subarray(18)]),
    "empty.db": build("PRAGMA user_version = 1"),
    "c.db-wal": Buffer.from("377f0682002de21800001000".padEnd(64, "0"), "hex"),
  });
  const lines = show(result);
  for (const at of [0, 1, 2]) expect(lines[at]).toMatch(/users sqlite partly database-damaged [1-9]\d{2,}$/);
  expect(lines.slice(3)).toEqual([
    "head.db sqlite unreadable database-damaged 0",
    "one.db#users sqlite unreadable database-damaged 0",
    "size.db sqlite unreadable database-damaged 0",
    "empty.db sqlite scanned - 0",
    "c.db-wal sqlite unreadable database-journal 0",
  ]);
  expect(result.coverage.bytesScanned).toBeLessThan(result.coverage.bytes);
}, 120_000);

test("whatever byte of a database is changed, the count ends with an answer", async () => {
  const whole = build(USERS, people(300, "x".repeat(3000)), "CREATE TABLE b (a BLOB)", "INSERT INTO b VALUES (x'00ff'), (x'3133')");
  const evidence: Record<string, Buffer> = {};
  for (let at = 0; at < 300; at++) {
    const changed = Buffer.from(whole);
    for (let times = 0; times < 20; times++) {
      const place = (at * 7919 + times * 104_729) % (times % 2 === 0 ? changed.length : 8192);
      if (place >= 18) changed[place] = (at * 31 + times * 17) % 256;
    }
    evidence[`${at}.db`] = changed;
  }
  const result = await countBytes(evidence, {}, { limits: { longestLine: 1_000_000 } });
  expect(result.coverage.sources).toBeGreaterThanOrEqual(300);
}, 120_000);

test("rows that share their overflow pages do not multiply what is read", async () => {
  const whole = build(
    "PRAGMA page_size = 512",
    "CREATE TABLE t (a TEXT)",
    ...Array.from({ length: 9 }, () => `INSERT INTO t VALUES ('${"x".repeat(20_000)}')`),
  );
  const shared = Buffer.from(whole);
  // Every row's first overflow page becomes that of the first row, and claims to go on without end.
  for (let at = 0; at + 512 <= shared.length; at += 512) shared.writeUInt32BE(9, at);
  const result = await countBytes({ "s.db": shared });
  expect(result.coverage.sources).toBe(1);
}, 120_000);

test("a row is told with where its cell begins in the file", async () => {
  const bytes = build(USERS, people(300, "注".repeat(20)), people(2, "x".repeat(30_000)));
  const places: { row: number; offset: number }[] = [];
  await countBytes({ "c.db": bytes }, {}, { wantsRow: () => true, onRow: ({ place }) => places.push(place) });
  expect(places).toHaveLength(302);
  expect(new Set(places.map(({ offset }) => offset)).size).toBe(302);
  for (const { row, offset } of places) {
    const mobile = buildMobile(row <= 300 ? row - 1 : row - 301);
    expect(bytes.subarray(offset, offset + 40).includes(mobile)).toBe(true);
  }
}, 120_000);
