import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#database/migrate.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { installJobs } from "#jobs/install-jobs.ts";

let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "tandem-migrations-"));

beforeAll(async () => {
  db = await buildTestDatabase();
  // A history of its own: the test must not depend on the project's migrations.
  await sql`truncate migrations`.execute(db.owner);
  writeFileSync(join(folder, "1-create.sql"), "create table first_one (a int);");
});
afterAll(async () => {
  await db?.close();
  rmSync(folder, { recursive: true });
});

test("a migration runs once; a second run does nothing", async () => {
  expect(await migrate(db.ownerUrl, folder)).toEqual(["1-create.sql"]);
  expect(await migrate(db.ownerUrl, folder)).toEqual([]);
});

test("two that start at once do not both migrate", async () => {
  writeFileSync(join(folder, "2-slow.sql"), "select pg_sleep(0.3); create table second_one (a int);");
  const applied = await Promise.all([migrate(db.ownerUrl, folder), migrate(db.ownerUrl, folder)]);
  expect(applied.flat()).toEqual(["2-slow.sql"]);
});

test("a migration that fails is rolled back whole, is named, and runs again when it is right", async () => {
  writeFileSync(join(folder, "3-wrong.sql"), "create table third_one (a int); select 1/0;");
  await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/3-wrong\.sql: division by zero/);
  expect((await sql<{ found: string | null }>`select to_regclass('third_one')::text as found`.execute(db.owner)).rows).toEqual([
    { found: null },
  ]);
  writeFileSync(join(folder, "3-wrong.sql"), "create table third_one (a int);");
  expect(await migrate(db.ownerUrl, folder)).toEqual(["3-wrong.sql"]);
});

test("an applied migration that was changed is refused with its name; other line ends are no change", async () => {
  writeFileSync(join(folder, "3-wrong.sql"), "create table third_one (a int);\r\n".trimEnd());
  expect(await migrate(db.ownerUrl, folder)).toEqual([]);
  writeFileSync(join(folder, "1-create.sql"), "create table first_one (a bigint);");
  await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/an applied migration was changed: 1-create\.sql/);
});

test("a database migrated by newer code is refused", async () => {
  writeFileSync(join(folder, "1-create.sql"), "create table first_one (a int);");
  rmSync(join(folder, "2-slow.sql"));
  await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/newer version \(2-slow\.sql\)/);
});

test("the project's own migrations and the job queue install a second time without a change", async () => {
  const own = await buildTestDatabase();
  expect(await migrate(own.ownerUrl, fileURLToPath(new URL("../../migrations", import.meta.url)))).toEqual([]);
  await installJobs(own.ownerUrl);
  await own.close();
});
