import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { getFactsFromCount } from "#assessments/get-facts-from-count.query.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { cancelCount } from "#counts/cancel-count.command.ts";
import type { Count, CountDetail } from "#counts/counts.contract.ts";
import { findRows } from "#counts/find-rows.query.ts";
import { followProgress } from "#counts/follow-progress.query.ts";
import { getCount } from "#counts/get-count.query.ts";
import { listCounts } from "#counts/list-counts.query.ts";
import { requestCount } from "#counts/request-count.command.ts";
import { retryCount } from "#counts/retry-count.command.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, MASTER_KEY, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";

const WORKER = fileURLToPath(new URL("../worker.ts", import.meta.url));
/** Some seconds of counting: what is done "in the middle" below happens after half a second. */
const ROWS = 200_000;

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let people: { owner: Actor; manager: Actor; cityLeader: Actor; stranger: Actor };
const workers: ChildProcess[] = [];

beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  await writeFile(join(store.dataFolder, "master.key"), MASTER_KEY.toString("hex"));
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => end(worker, "SIGKILL")));
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const services = () => ({ database: db.database, vault: store.vault, jobs });
const ask = (caseId: string, actor = people.owner, evidenceIds: string[] = []) =>
  requestCount(services(), askingOf(actor), caseId, { requestId: randomUUID(), evidenceIds, options: { asOf: "2026-11-22" } });
const read = async (id: string): Promise<CountDetail> => mustDo(await getCount(db.database, askingOf(people.owner), id));
const change = () => ({ requestId: randomUUID() });

async function startWorker(): Promise<ChildProcess> {
  const env = {
    TANDEM_APP_DATABASE_URL: db.url,
    TANDEM_DATA: store.dataFolder,
    TANDEM_KEY_FILE: join(store.dataFolder, "master.key"),
    TANDEM_LOG_LEVEL: "silent",
  };
  const worker = fork(WORKER, [], { env, stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  workers.push(worker);
  await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return worker;
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode;
  worker.removeAllListeners("exit");
  const ended = new Promise<number | null>((resolve) => worker.once("exit", resolve));
  worker.kill(signal);
  return ended;
}

/** Waits until the count is where it should be, or says where it is. */
async function until(id: string, status: Count["status"], also: (count: CountDetail) => boolean = () => true): Promise<CountDetail> {
  return vi.waitFor(
    async () => {
      const count = await read(id);
      if (count.status !== status || !also(count))
        throw new Error(`${count.status}, attempt ${count.progress.attempt}, ${JSON.stringify(count.problem)}`);
      return count;
    },
    { timeout: 120_000, interval: 50 },
  );
}

/** A list of guests with duplicates, an invalid id and a damaged number; large when it must still run while it is looked at. */
function guestList(rows: number): string {
  const ids = Array.from({ length: 3783 }, (_, at) => buildResidentId(900 + (at % 97), `19${60 + (at % 39)}0${1 + (at % 9)}1${at % 9}`));
  const lines = ["姓名,身份证号,手机号"];
  for (let at = 0; at < rows; at += 1) {
    const id = ids[at % ids.length] ?? "";
    lines.push(`张某,${at % 10 === 3 ? `${id.slice(0, 17)}*` : id},${buildMobile(at % 5000)}`);
  }
  return lines.join("\n");
}

async function buildFile(files: Readonly<Record<string, string>>): Promise<CaseDetail> {
  const detail = await buildCase(db.database, people.owner);
  for (const [path, content] of Object.entries(files)) await buildEvidence(services(), people.owner, detail.id, path, content);
  return detail;
}

test("a count gives the figures that the scanner gives on the plain files, and keeps the rows behind them", async () => {
  const files = { "客人.csv": guestList(3000), "聊天.txt": `张三 ${buildMobile(7)}\n李四 13800138000\n` };
  const detail = await buildFile(files);
  await startWorker();
  const asked = mustDo(await ask(detail.id));
  const done = await until(asked.id, "done");
  const { tool: _tool, speed: _speed, ...figures } = done.result ?? {};
  const { tool: _other, speed: _pace, ...expected } = await countBytes(files, { definitions: true });
  expect(figures).toEqual(expected);
  expect(done.progress).toMatchObject({ bytesDone: done.progress.bytesTotal, sourcesDone: 2, attempt: 1, reading: null });

  const rowsOf = async (step: "distinct" | "duplicate" | "excluded", size = 100) =>
    mustDo(await findRows(db.database, askingOf(people.owner), asked.id, { tier: "C", step, page: 1, size }));
  const line = expected.ledger.tiers.C;
  const [distinct, duplicates, excluded] = [await rowsOf("distinct"), await rowsOf("duplicate"), await rowsOf("excluded")];
  expect([distinct.total, duplicates.total, excluded.total]).toEqual([line.distinct, line.duplicates, line.seized - line.valid]);
  expect([distinct.kept, duplicates.kept, excluded.kept]).toEqual(
    [line.distinct, line.duplicates, line.seized - line.valid].map((all) => Math.min(2000, all)),
  );
  expect(duplicates.items[0]?.duplicateOf).not.toBeNull();
  expect(JSON.stringify([distinct, duplicates, excluded]), "masked").not.toMatch(/\d{11,}/);
  const facts = mustDo(await getFactsFromCount(db.database, askingOf(people.owner), detail.id, { countId: asked.id })).facts;
  expect(facts.sets).toEqual([{ id: "count-C", tier: "C", items: line.distinct, conducts: null }]);
});

test("NUL bytes and broken characters in seized files stop no count", async () => {
  const detail = await buildFile({
    "坏\ud800字.csv": `姓\u0000名,手机号\n张\u0000三,${buildMobile(1)}\n李\ud800四,${buildMobile(2)}\n王五,139\u0000\n`,
  });
  await startWorker();
  const done = await until(mustDo(await ask(detail.id)).id, "done");
  expect(done.result?.ledger.total.distinct).toBeGreaterThan(0);
  const rows = mustDo(await findRows(db.database, askingOf(people.owner), done.id, { tier: "C", step: "distinct", page: 1, size: 5 }));
  expect(rows.items.length).toBe(done.result?.ledger.tiers.C.distinct);
});

test("leaders of other offices see the figures but no rows, outsiders nothing", async () => {
  const detail = await buildFile({ "a.csv": guestList(20) });
  await startWorker();
  const { id } = mustDo(await ask(detail.id));
  await until(id, "done");
  const rows = (actor: Actor) => findRows(db.database, askingOf(actor), id, { tier: "C", step: "distinct", page: 1, size: 5 });
  expect(mustDo(await getCount(db.database, askingOf(people.cityLeader), id)).result).not.toBeNull();
  expect(await rows(people.cityLeader)).toMatchObject({ kind: "not-permitted" });
  expect((await rows(people.manager)).ok).toBe(true);
  expect(await rows(people.stranger)).toMatchObject({ kind: "not-found" });
  expect(await getCount(db.database, askingOf(people.stranger), id)).toMatchObject({ kind: "not-found" });
  expect(await followProgress(db.database, askingOf(people.stranger), id)).toMatchObject({ kind: "not-found" });
  expect(await ask(detail.id, people.manager)).toMatchObject({ kind: "not-permitted" });
  expect(await cancelCount(services(), askingOf(people.manager), id, change())).toMatchObject({ kind: "not-permitted" });
});

test("a worker killed in the middle: the next one takes the count again and the figures are the same", async () => {
  const files = { "大表.csv": guestList(ROWS) };
  const detail = await buildFile(files);
  const victim = await startWorker();
  const { id } = mustDo(await ask(detail.id));
  await until(id, "running", ({ progress }) => progress.bytesDone > 0);
  await end(victim, "SIGKILL");
  expect((await read(id)).status).toBe("running");
  await startWorker();
  const done = await until(id, "done");
  expect(done.progress.attempt).toBe(2);
  const { tool: _tool, speed: _speed, ...figures } = done.result ?? {};
  const { tool: _other, speed: _pace, ...expected } = await countBytes(files, { definitions: true });
  expect(figures).toEqual(expected);
  const kept = await db.owner
    .selectFrom("count_rows")
    .select(sql<string>`count(*)`.as("n"))
    .where("count_id", "=", id)
    .executeTakeFirstOrThrow();
  expect(Number(kept.n), "the rows of the dead attempt are gone").toBeLessThanOrEqual(8 * 2000);
  // On a busy machine the second worker waits long for its turn.
}, 240_000);

test("a worker killed in the middle: the next one goes on from the last finished evidence, with the rows of an undisturbed count", async () => {
  const files = { "1.csv": guestList(3000), "2.txt": `手机 ${buildMobile(3)}\n`, "3.csv": guestList(ROWS / 2) };
  const rowsOf = (countId: string) =>
    db.owner
      .selectFrom("count_rows")
      .selectAll()
      .where("count_id", "=", countId)
      .orderBy("tier")
      .orderBy("step")
      .orderBy("reason")
      .orderBy("seq")
      .execute();
  const detail = await buildFile(files);
  const victim = await startWorker();
  const { id } = mustDo(await ask(detail.id));
  await until(id, "running", ({ progress }) => progress.sourcesDone >= 2);
  await end(victim, "SIGKILL");
  const state = join(store.dataFolder, "counting", id, "count.state");
  expect((await stat(state)).size).toBeGreaterThan(100_000);
  expect((await readFile(state)).includes(buildMobile(3))).toBe(false);
  await startWorker();
  const done = await until(id, "done");
  expect(done.progress.attempt).toBe(2);
  const again = mustDo(await ask(detail.id)).id;
  const undisturbed = await until(again, "done");
  const { speed: _speed, ...figures } = done.result ?? {};
  const { speed: _pace, ...expected } = undisturbed.result ?? {};
  expect(figures).toEqual(expected);
  expect(done.progress.rowsDone).toBe(undisturbed.progress.rowsDone);
  const nameless = async (countId: string) => (await rowsOf(countId)).map(({ count_id: _count, ...row }) => row);
  expect(await nameless(id)).toEqual(await nameless(again));
  expect(existsSync(dirname(state)), "a count that is over leaves no state").toBe(false);
});

test("a worker that is told to stop gives the count back and ends in order", async () => {
  const detail = await buildFile({ "大表.csv": guestList(ROWS) });
  const first = await startWorker();
  const { id } = mustDo(await ask(detail.id));
  await until(id, "running", ({ progress }) => progress.bytesDone > 0);
  expect(await end(first, "SIGTERM")).toBe(0);
  expect(await read(id)).toMatchObject({ status: "waiting", result: null, progress: { attempt: 1 } });
  mustDo(await cancelCount(services(), askingOf(people.owner), id, change()));
});

test("a worker whose supervisor is gone ends", async () => {
  const worker = await startWorker();
  worker.removeAllListeners("exit");
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  worker.disconnect();
  expect(await ended).toBe(0);
});

test("cancelling is heard in the middle, progress is followed to the end, and the count can be run again", async () => {
  // So large that it is still read when, half a second apart, its progress was seen and it is told to stop.
  const detail = await buildFile({ "大表.csv": guestList(ROWS * 4) });
  await startWorker();
  const { id } = mustDo(await ask(detail.id));
  const sent: unknown[] = [];
  const write = mustDo(await followProgress(db.database, askingOf(people.owner), id));
  const following = write({ signal: new AbortController().signal, send: async (_event, data) => void sent.push(data) });
  await until(id, "running", ({ progress }) => progress.bytesDone > 0 && progress.bytesPerSecond > 0);
  expect(mustDo(await listCounts(db.database, askingOf(people.owner), { running: "true" })).items.map((count) => count.id)).toContain(id);
  expect(mustDo(await cancelCount(services(), askingOf(people.owner), id, change())).status).toBe("cancelling");
  const { progress } = await until(id, "cancelled");
  expect(progress.bytesDone, "it stopped on its way, not at its end").toBeLessThan(progress.bytesTotal);
  await following;
  expect(sent.at(-1)).toMatchObject({ status: "cancelled" });
  expect(sent.length).toBeGreaterThan(2);
  expect((await read(id)).result).toBeNull();
  expect(await db.owner.selectFrom("count_rows").select("seq").where("count_id", "=", id).execute()).toEqual([]);
  expect(mustDo(await retryCount(services(), askingOf(people.owner), id, change())).status).toBe("waiting");
  await until(id, "running", ({ progress }) => progress.attempt === 2);
  mustDo(await cancelCount(services(), askingOf(people.owner), id, change()));
  await until(id, "cancelled");
});

test("a count that nobody took yet is cancelled at once, and its job then does nothing", async () => {
  const detail = await buildFile({ "a.csv": guestList(20) });
  const { id } = mustDo(await ask(detail.id));
  expect(mustDo(await cancelCount(services(), askingOf(people.owner), id, change())).status).toBe("cancelled");
  expect(await cancelCount(services(), askingOf(people.owner), id, change())).toMatchObject({ kind: "wrong-state" });
  await startWorker();
  const next = mustDo(await ask(detail.id)); // behind it in the queue: when this one is done, the first had its turn
  await until(next.id, "done");
  expect(await read(id)).toMatchObject({ status: "cancelled", progress: { attempt: 0 } });
});

test("evidence that was changed on the disk fails the count with its name; put right, the count runs again", async () => {
  const detail = await buildFile({ "好的.csv": guestList(50), "坏的.csv": `${guestList(60)}\n` });
  const [item] = await db.owner
    .selectFrom("evidence_items")
    .selectAll()
    .where("case_id", "=", detail.id)
    .where("path", "=", "坏的.csv")
    .execute();
  const place = store.fileOf(item?.sha256.toString("hex") ?? "");
  const whole = await readFile(place);
  const broken = Buffer.from(whole);
  broken[500] = (broken[500] ?? 0) ^ 1;
  await rm(place);
  await writeFile(place, broken);
  await startWorker();
  const { id } = mustDo(await ask(detail.id));
  const failed = await until(id, "failed");
  expect(failed).toMatchObject({ result: null, problem: { zh: expect.stringMatching(/坏的\.csv.*chunk 0/) } });
  await rm(place);
  const again = mustDo(await retryCount(services(), askingOf(people.owner), id, change()));
  expect(again).toMatchObject({ status: "waiting", problem: null });
  expect((await until(id, "failed")).problem?.zh).toContain("缺失");
  await writeFile(place, whole);
  mustDo(await retryCount(services(), askingOf(people.owner), id, change()));
  expect(await until(id, "done")).toMatchObject({ progress: { attempt: 3 }, problem: null });
});

test("a count, its job and its audit entry are there together or not at all, and once for each request", async () => {
  const detail = await buildFile({ "a.csv": guestList(20) });
  const before = await jobs.count("count-evidence");
  await sql`create or replace function fail_on_purpose() returns trigger language plpgsql as $$ begin raise exception 'on purpose'; end $$`.execute(
    db.owner,
  );
  await sql`create trigger fail_on_purpose before insert on audit_entries for each row when (new.kind = 'count-requested') execute function fail_on_purpose()`.execute(
    db.owner,
  );
  await expect(ask(detail.id)).rejects.toThrow("on purpose");
  await sql`drop trigger fail_on_purpose on audit_entries`.execute(db.owner);
  expect(await jobs.count("count-evidence")).toEqual(before);
  expect(mustDo(await listCounts(db.database, askingOf(people.owner), { caseId: detail.id })).items).toEqual([]);
  const request = { requestId: randomUUID(), evidenceIds: [], options: {} };
  const first = await requestCount(services(), askingOf(people.owner), detail.id, request);
  expect(await requestCount(services(), askingOf(people.owner), detail.id, request)).toEqual(first);
  expect((await jobs.count("count-evidence")).waiting).toBe(before.waiting + 1);
});

test("what cannot be counted is refused before anything is made", async () => {
  const [empty, other] = [await buildFile({}), await buildFile({ "a.csv": guestList(5) })];
  expect(await ask(empty.id)).toMatchObject({ kind: "invalid-input", detail: { place: "evidenceIds" } });
  const foreign = await db.owner.selectFrom("evidence_items").select("id").where("case_id", "=", other.id).executeTakeFirstOrThrow();
  expect(await ask(empty.id, people.owner, [foreign.id])).toMatchObject({ kind: "invalid-input" });
  const wrongKey = { requestId: randomUUID(), evidenceIds: [], options: { key: "shoe-size" } };
  expect(await requestCount(services(), askingOf(people.owner), other.id, wrongKey)).toMatchObject({
    kind: "invalid-input",
    detail: { place: "options.key" },
  });
});
