import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { CountDetail } from "#counts/counts.contract.ts";
import { getCount } from "#counts/get-count.query.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildFinishedCount } from "#groups/finished-count.builder.ts";
import { getGroups } from "#groups/get-groups.query.ts";
import { buildResidentId } from "#scan/count.builder.ts";

let db: TestDatabase;
let [owner, cityLeader, stranger]: (Actor | undefined)[] = [];
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  owner = await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]);
  cityLeader = await buildPerson(db.owner, "市院领导", ["leader"], "990100");
  stranger = await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102");
});
afterAll(() => db.close());

test("groups of a finished count are aggregates for whoever sees the case, and the reading is audited", async () => {
  if (!owner || !cityLeader || !stranger) throw new Error("people");
  const file = await buildCase(db.database, owner);
  const ids = Array.from({ length: 40 }, (_, at) => buildResidentId(901 + at, at < 2 ? "20160101" : "19800101"));
  const countId = await buildFinishedCount(db.owner, owner, file.id, { "名单.csv": `身份证号\n${ids.join("\n")}\n` });
  const groups = mustDo(await getGroups(db.database, askingOf(owner), countId));
  expect(Object.fromEntries(groups.cells.map(({ id, text }) => [id, text.zh]))).toMatchObject({
    total: "40",
    under14: "＜5",
    under18: "＜5",
  });
  expect(groups.persons).toEqual({ atLeast: 40, atMost: 40 });
  expect(mustDo(await getGroups(db.database, askingOf(cityLeader), countId))).toEqual(groups);
  expect(await getGroups(db.database, askingOf(stranger), countId)).toMatchObject({ kind: "not-found" });
  expect(await getGroups(db.database, askingOf(owner), randomUUID())).toMatchObject({ kind: "not-found" });
  const entries = await db.owner.selectFrom("audit_entries").select("data").where("kind", "=", "count-read").execute();
  expect(entries.map(({ data }) => data)).toEqual([
    { countId, part: "groups" },
    { countId, part: "groups" },
  ]);
});

test("a count as its route answers it tells no group at all: small cells are hidden in one place, and nowhere else told", async () => {
  if (!owner) throw new Error("people");
  const file = await buildCase(db.database, owner);
  const countId = await buildFinishedCount(db.owner, owner, file.id, { "名单.csv": `身份证号\n${buildResidentId(901, "20160101")}\n` });
  const found = mustDo(await getCount(db.database, askingOf(owner), countId));
  expect(found.result?.groups.under14).toBe(1);
  const answered = CountDetail.parse(found);
  expect(answered.result?.kinds.map(({ kind }) => kind)).toEqual(["resident-id"]);
  expect(JSON.stringify(answered)).not.toMatch(/groups|under14|women/);
});
