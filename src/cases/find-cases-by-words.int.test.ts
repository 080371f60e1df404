import { createHmac, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Actor } from "#access/access.contract.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import type { CaseAction, CaseDetail, FindCasesQuery } from "#cases/cases.contract.ts";
import { findCases } from "#cases/find-cases.query.ts";
import { openCase } from "#cases/open-case.command.ts";
import { askingOf, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import type { Tx } from "#database/database.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";

const fingerprint = (words: string) => createHmac("sha256", "a key of the test").update(words).digest();
/** Cases of the neighbouring office: more than a search tries by walking, so that the index is asked. */
const UNSEEN = 3_000;

let db: TestDatabase;
const people = new Map<string, Actor>();
const who = (name: string): Actor => people.get(name) ?? expect.unreachable(name);

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  for (const [name, roles, office] of [
    ["owner", ["criminal-prosecutor"], "990101"],
    ["colleague", ["criminal-prosecutor"], "990101"],
    ["manager", ["case-manager"], "990101"],
    ["cityLeader", ["leader"], "990100"],
    ["supremeLeader", ["leader"], "000000"],
    ["neighbour", ["criminal-prosecutor"], "990102"],
    ["neighbourLeader", ["leader"], "990102"],
  ] as const)
    people.set(name, await buildPerson(db.owner, name, roles, office));
  await sql`insert into cases select md5('n' || n)::uuid, '云溪检刑诉受〔2026〕' || n || '号', '柳某' || n || '出售通话记录案', 'infringing-personal-information',
      'trial', '990102', date '2026-01-01', 1, timestamptz '2026-01-01' + n * interval '1 minute', now() from generate_series(1, ${sql.lit(UNSEEN)}) n`.execute(
    db.owner,
  );
  await sql`analyze`.execute(db.owner);
});
afterAll(() => db.close());

type Words = { readonly words: string } & Partial<Omit<z.infer<typeof FindCasesQuery>, "query">>;
const find = async (name: string, { words, ...given }: Words) => {
  const query = { sort: "updated", page: 1, size: 20, ...given, query: words } as const;
  const { items, total } = mustDo(await findCases({ database: db.database, fingerprint }, askingOf(who(name)), query));
  return { total, titles: items.map(({ title }) => title) };
};
let opened = 0;
const open = async (title: string, name = "owner"): Promise<CaseDetail> => {
  opened += 1;
  const number = `云岭检刑诉受〔2026〕${7000 + opened}号`;
  const request = { requestId: randomUUID(), number, title, stage: "prosecution-review", acceptedOn: "2020-11-02" } as const;
  return mustDo(await openCase(db.database, askingOf(who(name)), request));
};
const act = async (detail: CaseDetail, action: CaseAction) => {
  const change = { requestId: randomUUID(), expectedVersion: detail.version, action };
  return mustDo(await actOnCase(db.database, askingOf(who("owner")), detail.id, change));
};
const party = (name: string) => ({ kind: "natural-person", role: "suspect", name, note: null }) as const;

test("a case is found by words of its number, its title and its parties, each in any place, folded in width and case", async () => {
  const detail = await open("Delta（三角）快递信息案");
  await act(detail, { type: "add-party", party: party("欧阳虚构") });
  for (const words of [
    "快递",
    "DELTA",
    "(三角)",
    "ｄｅｌｔａ",
    "7001",
    "欧阳虚构",
    "阳虚",
    "欧",
    "虚构 快递",
    "快递\u3000欧阳 7001",
    "〔2026〕7001号",
  ])
    expect(await find("owner", { words }), words).toEqual({ total: 1, titles: ["Delta（三角）快递信息案"] });
  for (const words of ["快息", "欧阳 通话", "7002", "%", "_", "\\", "快%息", "案 欧阳x", "'; select", "$1", "@990101"])
    expect(await find("owner", { words }), words).toEqual({ total: 0, titles: [] });
});

test("a changed title and a party added, corrected or taken away are found at once, the old words no more", async () => {
  let detail = await open("旧题目甲");
  detail = await act(detail, { type: "rename", title: "新题目乙" });
  expect((await find("owner", { words: "旧题目" })).total).toBe(0);
  expect((await find("owner", { words: "新题目" })).total).toBe(1);
  detail = await act(detail, { type: "add-party", party: party("司马甲某") });
  const partyId = detail.parties[0]?.id ?? expect.unreachable();
  expect((await find("owner", { words: "司马甲" })).total).toBe(1);
  detail = await act(detail, { type: "correct-party", partyId, party: party("诸葛乙某"), reason: "笔误" });
  expect((await find("owner", { words: "司马甲" })).total).toBe(0);
  expect((await find("owner", { words: "诸葛乙" })).total).toBe(1);
  await act(detail, { type: "remove-party", partyId, reason: "不是当事人" });
  expect((await find("owner", { words: "诸葛乙" })).total).toBe(0);
});

test("each person finds what they see and nothing else: team, office, leaders above, nobody", async () => {
  await open("鹤鸣专案");
  const found: Record<string, number> = {};
  for (const name of people.keys()) found[name] = (await find(name, { words: "鹤鸣" })).total;
  expect(found).toEqual({ owner: 1, colleague: 0, manager: 1, cityLeader: 1, supremeLeader: 1, neighbour: 0, neighbourLeader: 0 });
  const counts: Record<string, number> = {};
  for (const name of people.keys()) counts[name] = (await find(name, { words: "通话记录" })).total;
  expect(counts).toMatchObject({ owner: 0, colleague: 0, manager: 0, cityLeader: UNSEEN, supremeLeader: UNSEEN, neighbourLeader: UNSEEN });
  await db.owner.updateTable("persons").set({ disabled_at: new Date() }).where("id", "=", who("manager").personId).execute();
  expect((await find("manager", { words: "鹤鸣" })).total).toBe(0);
  await db.owner.updateTable("persons").set({ disabled_at: null }).where("id", "=", who("manager").personId).execute();
});

test("stage, office, team, order and pages hold beside the words", async () => {
  expect(await find("cityLeader", { words: "通话记录", stage: "prosecution-review" })).toEqual({ total: 0, titles: [] });
  expect(await find("cityLeader", { words: "通话记录", officeCode: "990101" })).toEqual({ total: 0, titles: [] });
  expect((await find("cityLeader", { words: "通话记录", officeCode: "990102", stage: "trial" })).total).toBe(UNSEEN);
  expect((await find("cityLeader", { words: "鹤鸣", mine: "true" })).total).toBe(0);
  expect((await find("owner", { words: "鹤鸣", mine: "true" })).total).toBe(1);
  const rare = await find("cityLeader", { words: "柳某299", sort: "accepted", size: 5 });
  expect(rare.total).toBe(11);
  const pages = await Promise.all([1, 2, 3].map((page) => find("cityLeader", { words: "柳某299", size: 5, page })));
  expect(pages.map(({ titles }) => titles.length)).toEqual([5, 5, 1]);
  expect(new Set(pages.flatMap(({ titles }) => titles)).size).toBe(11);
  expect((await find("supremeLeader", { words: "通话", page: 40_000_000, size: 100 })).titles).toEqual([]);
  const byNumber = await find("supremeLeader", { words: "柳某", sort: "number", size: 3, page: 900 });
  const { rows } = await sql<{
    title: string;
  }>`select title from cases where title like '柳某%' order by number, id offset 2697 limit 3`.execute(db.owner);
  expect(byNumber.titles).toEqual(rows.map(({ title }) => title));
});

test("no row out of sight is looked at: words that only unseen cases hold, and words that none holds, read the same rows", async () => {
  const readBy = (name: string, words: string) =>
    db.database.transact({ as: "person", actor: who(name) }, async (tx) => {
      const before = await rowsRead(tx);
      await sql`select * from find_cases_by_words(${words}, null, null, false, 'updated', 20, 0::bigint, 10000)`.execute(tx);
      return (await rowsRead(tx)) - before;
    });
  // The planner itself looks at the two ends of the key, whatever the words.
  for (const name of ["colleague", "neighbour", "owner", "manager"]) {
    const read = await readBy(name, "通话记录");
    expect(read, name).toBe(await readBy(name, "无人有此词"));
    expect(read, name).toBeLessThan(30);
  }
});

test("who reads the words is the function alone, and it asks for nobody's name", async () => {
  const refused = (statement: string) =>
    db.database.transact({ as: "person", actor: who("supremeLeader") }, (tx) => sql.raw(statement).execute(tx));
  for (const statement of [
    "select * from case_words",
    "insert into case_words values (gen_random_uuid(), '990101', 'x')",
    "delete from case_words",
    "select note_case_words(gen_random_uuid())",
  ])
    await expect(refused(statement), statement).rejects.toThrow(/permission denied/);
  const unasked = await db.database.transact({ as: "nobody" }, (tx) =>
    sql`select total, ids from find_cases_by_words('通话记录', null, null, false, 'updated', 20, 0::bigint, 10000)`.execute(tx),
  );
  expect(unasked.rows).toEqual([{ total: 0, ids: [] }]);
});

test("a table that stands in for cases, words or persons changes nothing", async () => {
  const found = await db.database.transact({ as: "person", actor: who("colleague") }, async (tx) => {
    await sql.raw("create temp table persons (id uuid, office_code char(6), roles text[], disabled_at timestamptz)").execute(tx);
    await sql.raw("insert into pg_temp.persons values (acting_person(), '000000', array['leader'], null)").execute(tx);
    return sql<{
      total: number;
    }>`select total from find_cases_by_words('通话记录', null, null, false, 'updated', 20, 0::bigint, 10000)`.execute(tx);
  });
  expect(found.rows).toEqual([{ total: 0 }]);
});

/** Rows of the words' table fetched so far on this connection, by whatever way, and not yet told to the statistics. */
async function rowsRead(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables where relname = 'case_words'`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}
