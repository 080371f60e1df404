import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { cancelCount } from "#counts/cancel-count.command.ts";
import { buildCountWorker } from "#counts/count-evidence.worker.ts";
import { openCountStates } from "#counts/count-states.ts";
import { getCount } from "#counts/get-count.query.ts";
import { openItemFingerprints } from "#counts/item-fingerprint.ts";
import { requestCount } from "#counts/request-count.command.ts";
import { settleCount } from "#counts/settle-count.command.ts";
import { takeCount } from "#counts/take-count.command.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, MASTER_KEY, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { buildMobile, countBytes } from "#scan/count.builder.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let owner: Actor;
let id: string;
const NOW = new Date("2026-11-24T05:00:00Z");
const TEXT = `张三 ${buildMobile(1)}\n`;

beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  owner = await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]);
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});
beforeEach(async () => {
  const services = { database: db.database, vault: store.vault, jobs };
  const file = await buildCase(db.database, owner);
  await buildEvidence(services, owner, file.id, "a.txt", TEXT);
  id = mustDo(await requestCount(services, askingOf(owner), file.id, { requestId: randomUUID(), evidenceIds: [], options: {} })).id;
});

const read = async () => mustDo(await getCount(db.database, askingOf(owner), id));
const take = async () => {
  const taken = await takeCount(db.database, id, NOW);
  if (!taken) throw new Error("nothing to take");
  return taken.progress;
};

test("a worker believed dead that comes back too late changes nothing", async () => {
  const [late, present] = [await take(), await take()];
  expect([late.attempt, present.attempt]).toEqual([1, 2]);
  const result = await countBytes({ "a.txt": TEXT });
  await settleCount(db.database, id, { move: "finish", progress: late, result, rows: [] }, NOW);
  expect(await read()).toMatchObject({ status: "running", result: null, progress: { attempt: 2 } });
  await settleCount(db.database, id, { move: "finish", progress: present, result, rows: [] }, NOW);
  expect(await read()).toMatchObject({ status: "done", result, finishedAt: NOW.toISOString() });
  await settleCount(db.database, id, { move: "fail", progress: null, problem: { zh: "迟", en: "late" } }, NOW);
  expect((await read()).status).toBe("done");
});

test("figures that arrive after the count was cancelled are not kept", async () => {
  const progress = await take();
  mustDo(await cancelCount({ database: db.database, jobs }, askingOf(owner), id, { requestId: randomUUID() }));
  await settleCount(db.database, id, { move: "finish", progress, result: await countBytes({ "a.txt": TEXT }), rows: [] }, NOW);
  expect(await read()).toMatchObject({ status: "cancelled", result: null });
});

test("a job that the queue gives up leaves a failed count that says so, not one that runs for ever", async () => {
  await take();
  const { abandoned } = buildCountWorker({
    database: db.database,
    vault: store.vault,
    clock: () => NOW,
    toolVersion: "test",
    fingerprintsOf: openItemFingerprints(MASTER_KEY),
    states: openCountStates(join(store.dataFolder, "counting"), MASTER_KEY),
  });
  await abandoned({ countId: id });
  expect(await read()).toMatchObject({ status: "failed", problem: { zh: expect.stringContaining("多次中断") } });
  const entries = await db.owner
    .selectFrom("audit_entries")
    .select(["person_id", "data"])
    .where("request_id", "=", id)
    .orderBy("seq")
    .execute();
  expect(entries).toEqual([
    { person_id: null, data: { countId: id, status: "running" } },
    { person_id: null, data: { countId: id, status: "failed" } },
  ]);
});

test("figures, rows and status are there together or not at all", async () => {
  const progress = await take();
  const row = {
    tier: "C",
    step: "distinct",
    reason: null,
    sentence: { zh: "", en: "" },
    place: { source: "a.txt", row: 1, offset: 0 },
    cells: [],
    duplicateOf: null,
  } as const;
  const result = await countBytes({ "a.txt": TEXT });
  const twice = [
    { seq: 0, row: { ...row, cells: [] } },
    { seq: 0, row: { ...row, cells: [] } },
  ];
  await expect(settleCount(db.database, id, { move: "finish", progress, result, rows: twice }, NOW)).rejects.toThrow("count_rows_pkey");
  expect(await read()).toMatchObject({ status: "running", result: null });
  expect(await db.owner.selectFrom("count_rows").select("seq").where("count_id", "=", id).execute()).toEqual([]);
});
