import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildOffices, NOW } from "#cases/people.builder.ts";
import type { Database } from "#database/database.ts";
import { openDatabase } from "#database/open-database.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { importFile } from "#library/import-file.command.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";
import { renewJudgments } from "#library/renew-judgments.command.ts";

const MANY = 120;
const knowledge = loadLibraryKnowledge();
let db: TestDatabase;
/** As many processes have: a pool each. */
let pools: Database[];
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  pools = Array.from({ length: 4 }, () => openDatabase(db.url, { connections: 2 }));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await db.close();
});

const judgment = (at: number, items: number) => ({
  id: `pub-${at}`,
  text: `被告人赵某某系快递公司员工，利用职务便利拍摄快递面单，将公民个人信息${items}条出售给他人，获利2万元，构成侵犯公民个人信息罪。`,
});
const itemsOf = (at: number) => (at % 3 === 0 ? 60000 + at : 5200 + at);
const fileOf = (places: readonly number[], items: (at: number) => number) =>
  places.map((at) => JSON.stringify(judgment(at, items(at)))).join("\n");
const places = Array.from({ length: MANY }, (_, at) => at);
async function* stream(content: string) {
  yield Buffer.from(content);
}
const { signal } = new AbortController();
const enter = (database: Database = db.database, content = "") =>
  importFile({ database, knowledge, now: NOW, signal }, "judgments.jsonl", stream(content), () => undefined);
const renew = (database: Database = db.database) => renewJudgments({ database, knowledge, now: NOW, signal }, () => undefined);

test("a library renewed twice while the same judgments are imported twice, some changed, in another order: nothing is doubled, lost or ended by a deadlock", async () => {
  expect(
    await enter(
      db.database,
      fileOf(places, (at) => 5200 + at),
    ),
  ).toMatchObject({ entered: MANY, whole: true });
  await sql`update library_documents set rules = 1`.execute(db.owner);
  const [one, two, three, four] = pools;
  const backwards = fileOf(places.toReversed(), itemsOf);
  const shuffled = fileOf(
    places.map((at) => (at * 7) % MANY),
    itemsOf,
  );
  const ends = await Promise.allSettled([renew(one), enter(two, backwards), renew(three), enter(four, shuffled)]);
  expect(ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []))).toEqual([]);

  const { rows } = await sql<{ source_id: string; text: string; features: number; postings: number; stale: number }>`
    select d.source_id, t.text, cardinality(d.features) as features,
      (select count(*)::int from library_postings p where p.holder = -1 and p.document = d.id) as postings,
      (select count(*)::int from library_postings p where p.holder = -1 and p.document = d.id and not p.feature = any (d.features)) as stale
    from library_documents d join library_texts t on t.document = d.id`.execute(db.owner);
  expect(rows.map(({ source_id }) => source_id).toSorted()).toEqual(places.map((at) => `pub-${at}`).toSorted());
  expect(rows.filter(({ features, postings, stale }) => features !== postings || stale > 0)).toEqual([]);
  expect(rows.filter(({ source_id, text }) => text !== judgment(0, itemsOf(Number(source_id.slice(4)))).text)).toEqual([]);
  const totals = await sql<{ documents: number }>`select documents from library_totals where holder = -1`.execute(db.owner);
  expect(totals.rows).toEqual([{ documents: MANY }]);
  expect(await renew(), "nothing is left of the older model").toEqual({ renewed: 0, left: 0, whole: true });
});

test("the same new judgments imported by several at once, each in its own order, are entered once", async () => {
  const fresh = places.map((at) => at + 1000);
  const orders = [
    fresh,
    fresh.toReversed(),
    fresh.map((_, at) => 1000 + ((at * 11) % MANY)),
    fresh.map((_, at) => 1000 + ((at * 13) % MANY)),
  ];
  const ends = await Promise.all(
    orders.map((order, at) =>
      enter(
        pools[at],
        fileOf(order, (place) => place),
      ),
    ),
  );
  expect(ends.reduce((sum, { entered }) => sum + entered, 0)).toBe(MANY);
  expect(ends.reduce((sum, { repeated }) => sum + repeated, 0)).toBe(3 * MANY);
  const totals = await sql<{ documents: number }>`select documents from library_totals where holder = -1`.execute(db.owner);
  expect(totals.rows).toEqual([{ documents: 2 * MANY }]);
});
