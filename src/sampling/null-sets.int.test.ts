import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, type TestVault } from "#evidence/vault.builder.ts";
import { buildFinishedCount } from "#groups/finished-count.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { buildNullSetWorker } from "#sampling/draw-null-set.worker.ts";
import { getNullSet } from "#sampling/get-null-set.query.ts";
import { listNullSets } from "#sampling/list-null-sets.query.ts";
import { recordLines } from "#sampling/record-lines.command.ts";
import { requestNullSet } from "#sampling/request-null-set.command.ts";
import type { CheckedLine } from "#sampling/sampling.contract.ts";
import { buildMobile } from "#scan/count.builder.ts";

const FILES = { "聊天.txt": `今天开会\n手机 ${buildMobile(1)}\n电话一三八零零零零一二三四\n\n卡号六二二二\n` };
let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let people: { owner: Actor; cityLeader: Actor; stranger: Actor };
beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const services = () => ({ database: db.database, vault: store.vault, jobs });
const worker = () => buildNullSetWorker({ database: db.database, vault: store.vault, clock: () => NOW, toolVersion: "0.0.0" });
const context = { signal: new AbortController().signal, attempt: 1 };
const read = async (id: string, actor = people.owner) => mustDo(await getNullSet(db.database, askingOf(actor), id));

async function buildCounted(): Promise<{ caseId: string; countId: string }> {
  const { id: caseId } = await buildCase(db.database, people.owner);
  const evidenceIds: string[] = [];
  for (const [path, content] of Object.entries(FILES))
    evidenceIds.push((await buildEvidence(services(), people.owner, caseId, path, content)).id);
  return { caseId, countId: await buildFinishedCount(db.owner, people.owner, caseId, FILES, evidenceIds) };
}
const ask = (countId: string, actor = people.owner) =>
  requestNullSet(services(), askingOf(actor), countId, { requestId: randomUUID(), seed: "7", size: 10 });

test("asked for, drawn by the worker out of the vault, looked at by a person", async () => {
  const { caseId, countId } = await buildCounted();
  const asked = mustDo(await ask(countId));
  expect(asked).toMatchObject({ caseId, countId, status: "waiting", sample: null, recall: null, version: 1 });
  await worker().run({ nullSetId: asked.id }, context);
  const drawn = await read(asked.id);
  expect(drawn).toMatchObject({ status: "done", sample: { population: 3, withFindings: 1, notSampled: [] }, recall: { unchecked: 3 } });
  expect(drawn.sample?.lines.map(({ source, row }) => [source, row])).toEqual([
    ["聊天.txt", 1],
    ["聊天.txt", 3],
    ["聊天.txt", 5],
  ]);
  await worker().run({ nullSetId: asked.id }, context); // the queue may bring a job again
  expect(await read(asked.id)).toEqual(drawn);

  const checks = ["clear", "missed", "missed"].map(
    (finding, line): CheckedLine => ({ line, finding: finding === "missed" ? "missed" : "clear", note: null }),
  );
  const record = (more: readonly CheckedLine[], expectedVersion: number, actor = people.owner) =>
    recordLines(db.database, askingOf(actor), asked.id, { requestId: randomUUID(), expectedVersion, checks: [...more] });
  const told = mustDo(await record(checks, 1));
  expect(told).toMatchObject({
    version: 2,
    checkedBy: "承办人",
    recall: { missed: 2, clear: 1, unchecked: 0, missedInAll: { least: 2, most: 2 } },
  });
  expect(await record(checks, 1)).toMatchObject({ kind: "stale-version" });
  expect(await record([{ line: 3, finding: "clear", note: null }], 2)).toMatchObject({ kind: "invalid-input" });
  expect(await record(checks, 2, people.cityLeader)).toMatchObject({ kind: "not-found" });
  expect(mustDo(await listNullSets(db.database, askingOf(people.owner), caseId)).items.map(({ id }) => id)).toEqual([asked.id]);
  const readings = await db.owner.selectFrom("evidence_events").select("type").where("type", "=", "read-for-count").execute();
  expect(readings.length, "who looked into evidence stays known").toBe(1);
});

test("lines are not for leaders of other offices, and outsiders learn nothing", async () => {
  const { caseId, countId } = await buildCounted();
  const { id } = mustDo(await ask(countId));
  expect(await ask(countId, people.cityLeader)).toMatchObject({ kind: "not-permitted" });
  expect(await ask(countId, people.stranger)).toMatchObject({ kind: "not-found" });
  expect(await getNullSet(db.database, askingOf(people.cityLeader), id)).toMatchObject({ kind: "not-found" });
  expect(await listNullSets(db.database, askingOf(people.cityLeader), caseId)).toMatchObject({ kind: "not-permitted" });
  expect(await listNullSets(db.database, askingOf(people.stranger), caseId)).toMatchObject({ kind: "not-found" });
});

test("a job that was given up ends the null set with its reason, once", async () => {
  const { countId } = await buildCounted();
  const { id } = mustDo(await ask(countId));
  await worker().abandoned({ nullSetId: id });
  expect(await read(id)).toMatchObject({ status: "failed", sample: null, problem: { zh: expect.stringContaining("重新抽取") } });
  await worker().run({ nullSetId: id }, context);
  expect((await read(id)).status).toBe("failed");
});

test("a null set is settled by the worker alone, and once", async () => {
  const { countId } = await buildCounted();
  const { id } = mustDo(await ask(countId));
  const forge = sql`update null_sets set status = 'failed', problem = '{}', finished_at = now() where id = ${id}`;
  const acting = { as: "person", actor: people.owner } as const;
  expect((await db.database.transact(acting, (tx) => forge.execute(tx))).numAffectedRows).toBe(0n);
  await worker().run({ nullSetId: id }, context);
  await expect(db.database.transact({ as: "worker" }, (tx) => forge.execute(tx))).rejects.toThrow(/drawn once/);
  await expect(sql`delete from null_sets where id = ${id}`.execute(db.owner)).rejects.toThrow(/drawn once/);
});

test("a count that is not finished has no lines to draw from", async () => {
  const { countId } = await buildCounted();
  await db.owner.updateTable("counts").set({ status: "waiting", result: null, finished_at: null }).where("id", "=", countId).execute();
  expect(await ask(countId)).toMatchObject({ kind: "wrong-state" });
});
