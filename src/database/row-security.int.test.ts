import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Acting } from "#database/database.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";

let db: TestDatabase;
const [member, outsider] = [randomUUID(), randomUUID()];
const caseId = randomUUID();

beforeAll(async () => {
  db = await buildTestDatabase();
  const now = new Date("2026-11-01T00:00:00Z");
  await db.owner
    .insertInto("offices")
    .values({ code: "100000", level: "supreme", parent_code: null, name_zh: "最高检", name_en: "Supreme" })
    .execute();
  for (const [id, account] of [
    [member, "member"],
    [outsider, "outsider"],
  ] as const) {
    await db.owner
      .insertInto("persons")
      .values({
        id,
        account,
        name: account,
        password_hash: "-",
        office_code: "100000",
        department: "criminal",
        roles: ["criminal-prosecutor"],
        disabled_at: null,
      })
      .execute();
  }
  await db.owner
    .insertInto("cases")
    .values({
      id: caseId,
      number: "测检刑诉〔2026〕1号",
      title: "虚构案件",
      offence: "infringing-personal-information",
      stage: "arrest-review",
      office_code: "100000",
      accepted_on: "2026-11-01",
      version: 1,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await db.owner
    .insertInto("case_members")
    .values({ case_id: caseId, person_id: member, role: "owner", from_day: "2020-01-01", until_day: null })
    .execute();
  await db.owner
    .insertInto("case_events")
    .values({ case_id: caseId, version: 1, type: "opened", data: "{}", person_id: member, at: now, request_id: randomUUID() })
    .execute();
});
afterAll(() => db?.close());

const as = (personId: string): Acting => ({
  as: "person",
  actor: { personId, name: "-", officeCode: "100000", department: "criminal", roles: [] },
});

test("a case is seen by its member and by the worker, not by an outsider and not before sign-in", async () => {
  const see = (acting: Parameters<typeof db.database.transact>[0]) =>
    db.database.transact(acting, (tx) => tx.selectFrom("cases").select("id").execute());
  expect(await see(as(member))).toEqual([{ id: caseId }]);
  expect(await see({ as: "worker" })).toEqual([{ id: caseId }]);
  expect(await see(as(outsider))).toEqual([]);
  expect(await see({ as: "nobody" })).toEqual([]);
});

test("who acted in one transaction is forgotten in the next on the same connection", async () => {
  await db.database.transact(as(member), (tx) => sql`select 1`.execute(tx));
  const settings = await db.database.transact({ as: "nobody" }, (tx) =>
    sql<{ person: string | null }>`select acting_person() as person`.execute(tx),
  );
  expect(settings.rows).toEqual([{ person: null }]);
});

test("a throw rolls the transaction back", async () => {
  const failing = db.database.transact(as(member), async (tx) => {
    await tx.updateTable("cases").set({ title: "改了" }).where("id", "=", caseId).execute();
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await db.owner.selectFrom("cases").select("title").executeTakeFirst()).toEqual({ title: "虚构案件" });
});

test("the application role can add audit entries and neither change, delete nor empty them", async () => {
  const insert = sql`insert into audit_entries (kind, data, request_id) values ('signed-in', '{}', 'r-1')`;
  await db.database.transact({ as: "nobody" }, (tx) => insert.execute(tx));
  for (const change of ["update audit_entries set kind = 'x'", "delete from audit_entries", "truncate audit_entries"]) {
    await expect(
      db.database.transact({ as: "worker" }, (tx) => sql.raw(change).execute(tx)),
      change,
    ).rejects.toThrow(/permission denied/);
    await expect(sql.raw(change).execute(db.owner), `${change} as owner`).rejects.toThrow(/append-only/);
  }
});

test("the application role cannot change the shape of the database, its own rights, or the list of migrations", async () => {
  for (const change of [
    "create table mine (a int)",
    "alter table cases disable row level security",
    "drop policy cases_visible on cases",
    "alter role tandem_app bypassrls",
    "delete from migrations",
    "drop table pgboss.job",
    "update persons set roles = array['administrator']",
  ]) {
    await expect(
      db.database.transact({ as: "worker" }, (tx) => sql.raw(change).execute(tx)),
      change,
    ).rejects.toThrow(/permission denied|must be owner/);
  }
});

describe("what no operation needs, the application role may not do, whatever a query got wrong:", () => {
  test.each([
    ["put a case under another number", "update cases set number = 'x'"],
    ["move a case to another office", "update cases set office_code = office_code"],
    ["move evidence to another case or exchange its bytes", "update evidence_items set case_id = case_id, sha256 = sha256"],
    ["change who asked for a count, or of what", "update counts set requested_by = requested_by"],
    ["give a membership to another person", "update case_members set person_id = person_id"],
    ["turn a session into another person's", "update sessions set person_id = person_id"],
    ["carry hashes of passwords along", "select * from persons"],
    ["read them in the table", "select password_hash from persons"],
  ])("%s", async (_title, change) => {
    await expect(db.database.transact(as(member), (tx) => sql.raw(change).execute(tx))).rejects.toThrow(/permission denied/);
  });

  test.each([
    [
      "make himself a member of a case he does not see",
      sql`insert into case_members (case_id, person_id, role, from_day) values (${caseId}, ${outsider}, 'owner', '2020-01-01')`,
    ],
    [
      "record an event in it",
      sql`insert into case_events (case_id, version, type, data, person_id, at, request_id) values (${caseId}, 9, 'renamed', '{}', ${outsider}, now(), ${caseId})`,
    ],
    [
      "add a party to it",
      sql`insert into case_parties (id, case_id, kind, role, name) values (${randomUUID()}, ${caseId}, 'unit', 'suspect', 'x')`,
    ],
    [
      "keep an answer in another person's name",
      sql`insert into requests (person_id, request_id, operation, response) values (${member}, ${randomUUID()}, 'x', '{}')`,
    ],
  ])("%s", async (_title, change) => {
    await expect(db.database.transact(as(outsider), (tx) => change.execute(tx))).rejects.toThrow(/row-level security/);
  });

  test("draft or sign an assessment in another person's name", async () => {
    const values = (drafter: string, signer: string | null) => sql`insert into assessments
      (id, case_id, facts, answer, drafted_by, drafted_at, version, signed_by, signed_at, signed_note)
      values (${randomUUID()}, ${caseId}, '{}', '{}', ${drafter}, now(), ${signer ? 2 : 1}, ${signer}, ${signer && "now"}, ${signer && "同意"})`;
    const insert = (drafter: string, signer: string | null) =>
      db.database.transact(as(member), async (tx) => {
        await values(drafter, signer).execute(tx);
        throw new Error("allowed");
      });
    await expect(insert(member, null)).rejects.toThrow("allowed");
    await expect(insert(outsider, null)).rejects.toThrow(/row-level security/);
    // nothing begins signed; signing a draft past the program: assessments/decided-by-a-person.int.test.ts
    await expect(insert(member, member)).rejects.toThrow("begins as a draft");
  });
});

test("a table of the same name put before ours opens no case and tears no chain", async () => {
  const seen = await db.database.transact(as(outsider), async (tx) => {
    await sql`create temp table case_members as select ${caseId}::uuid as case_id, ${outsider}::uuid as person_id, 'owner' as role, date '2020-01-01' as from_day, null::date as until_day`.execute(
      tx,
    );
    const cases = await sql`select id from public.cases`.execute(tx);
    await sql`drop table pg_temp.case_members`.execute(tx);
    return cases.rows;
  });
  expect(seen).toEqual([]);
  const seq = await db.database.transact(as(outsider), async (tx) => {
    await sql`create temp table audit_entries as select 900000::bigint as seq, sha256('x') as hash`.execute(tx);
    const entry = await sql<{
      seq: string;
    }>`insert into public.audit_entries (kind, data, request_id) values ('signed-in', '{}', 'r-2') returning seq`.execute(tx);
    await sql`drop table pg_temp.audit_entries`.execute(tx);
    return Number(entry.rows[0]?.seq);
  });
  expect(seq).toBeLessThan(900000);
});

test("first answers are read by the one they were given to", async () => {
  await db.database.transact(as(member), (tx) =>
    sql`insert into requests (person_id, request_id, operation, response) values (${member}, ${randomUUID()}, 'x', '{}')`.execute(tx),
  );
  const read = (who: string) => db.database.transact(as(who), (tx) => tx.selectFrom("requests").select("operation").execute());
  expect(await read(member)).toEqual([{ operation: "x" }]);
  expect(await read(outsider)).toEqual([]);
});

test("whoever is disabled sees no case from then on, members included", async () => {
  const see = () => db.database.transact(as(member), (tx) => tx.selectFrom("cases").select("id").execute());
  expect(await see()).toEqual([{ id: caseId }]);
  await db.owner.updateTable("persons").set({ disabled_at: new Date() }).where("id", "=", member).execute();
  expect(await see()).toEqual([]);
  await db.owner.updateTable("persons").set({ disabled_at: null }).where("id", "=", member).execute();
  expect(await see()).toEqual([{ id: caseId }]);
});

test("a plain day comes as text, a big number as text, a point in time as Date", async () => {
  const answer =
    await sql`select date '2026-02-28' as day, 9007199254740993::bigint as big, timestamptz '2026-01-01 00:00:00+00' as at`.execute(
      db.database.pool,
    );
  expect(answer.rows).toEqual([{ day: "2026-02-28", big: "9007199254740993", at: new Date("2026-01-01T00:00:00Z") }]);
});

test("the table types name exactly the tables and columns of the live catalogue", async () => {
  const columns = await sql<{ table: string; column: string }>`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'migrations'`.execute(db.owner);
  const live = columns.rows.map((row) => `${row.table}.${row.column}`).sort();
  expect(columnsOfTypes()).toEqual(live);
});

/** Reads the row types of the files of tables as text: types are gone at run time. */
function columnsOfTypes(): string[] {
  return ["tables.ts", "casework-tables.ts", "document-tables.ts", "lexicon-tables.ts", "library-tables.ts"]
    .flatMap((file) => {
      const text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      const body = text.slice(text.search(/^export type \w*Tables = .*\{$/m));
      const tables = [...body.matchAll(/^ {2}(\w+): \{([\s\S]*?)(?:^ {2}\}| \});?$/gm)];
      return tables.flatMap(([, table, columns]) =>
        [...(columns ?? "").matchAll(/(?:^|;|\n)\s*(\w+)\??:/g)].map((match) => `${table}.${match[1]}`),
      );
    })
    .sort();
}
