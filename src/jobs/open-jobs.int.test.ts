import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";

let db: TestDatabase;
const opened: Jobs[] = [];

beforeEach(async () => {
  db = await buildTestDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
  await db.close();
});

async function open(takes: boolean): Promise<Jobs> {
  const jobs = await openJobs(db.url, { takes, onError: () => undefined });
  opened.push(jobs);
  return jobs;
}

test("a job exists if and only if the transaction that asked for it commits", async () => {
  const jobs = await open(false);
  const failing = db.database.transact({ as: "nobody" }, async (tx) => {
    await jobs.enqueue(tx, "count-evidence", { countId: randomUUID() }, "a");
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await jobs.count("count-evidence")).toEqual({ waiting: 0, running: 0 });
  await db.database.transact({ as: "nobody" }, (tx) => jobs.enqueue(tx, "count-evidence", { countId: randomUUID() }, "a"));
  expect(await jobs.count("count-evidence")).toEqual({ waiting: 1, running: 0 });
});

test("a second job with the same key is not made while the first waits", async () => {
  const jobs = await open(false);
  const countId = randomUUID();
  const ask = () => db.database.transact({ as: "nobody" }, (tx) => jobs.enqueue(tx, "count-evidence", { countId }, countId));
  expect([await ask(), await ask()]).toEqual([true, false]);
});

test("the worker takes a job soon after it was asked for, and again after a throw", async () => {
  const [server, worker] = [await open(false), await open(true)];
  const attempts: number[] = [];
  await worker.work("count-evidence", {
    run: async (_job, { attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw new Error("on purpose");
    },
    abandoned: async () => undefined,
  });
  const countId = randomUUID();
  await db.database.transact({ as: "nobody" }, (tx) => server.enqueue(tx, "count-evidence", { countId }, countId));
  await vi.waitFor(() => expect(attempts).toEqual([1, 2]), { timeout: 120_000 });
});

test("a job that fails each time is handed to `abandoned`, once", async () => {
  const worker = await open(true);
  const abandoned: string[] = [];
  await worker.work("count-evidence", {
    run: () => Promise.reject(new Error("on purpose")),
    abandoned: async (job) => void abandoned.push(job.countId),
  });
  const countId = randomUUID();
  await db.database.transact({ as: "nobody" }, (tx) => worker.enqueue(tx, "count-evidence", { countId }, countId));
  await vi.waitFor(() => expect(abandoned).toEqual([countId]), { timeout: 120_000 });
});

test("a worker that is asked to stop lets go of its job, and that costs no attempt", async () => {
  const first = await openJobs(db.url, { takes: true, onError: () => undefined });
  const started = Promise.withResolvers<void>();
  await first.work("count-evidence", {
    run: (_job, { signal }) => {
      started.resolve();
      return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
    },
    abandoned: async () => undefined,
  });
  const countId = randomUUID();
  await db.database.transact({ as: "nobody" }, (tx) => first.enqueue(tx, "count-evidence", { countId }, countId));
  await started.promise;
  await first.close();
  const second = await open(true);
  const done = vi.fn(async () => undefined);
  await second.work("count-evidence", { run: done, abandoned: async () => undefined });
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), { timeout: 120_000 });
});

test("a job whose worker was killed is taken up by the next worker at once", async () => {
  const countId = randomUUID();
  const server = await open(false);
  await db.database.transact({ as: "nobody" }, (tx) => server.enqueue(tx, "count-evidence", { countId }, countId));
  const victim = fork(fileURLToPath(new URL("hang-in-job.builder.ts", import.meta.url)), [db.url], { execArgv: [] });
  await new Promise((resolve) => victim.once("message", resolve));
  victim.kill("SIGKILL");
  await new Promise((resolve) => victim.once("exit", resolve));
  const next = await open(true);
  const attempts: number[] = [];
  const start = performance.now();
  await next.work("count-evidence", { run: async (_job, { attempt }) => void attempts.push(attempt), abandoned: async () => undefined });
  await vi.waitFor(() => expect(attempts).toEqual([2]), { timeout: 9_000 });
  expect(performance.now() - start, "milliseconds; a missed heartbeat alone would take 10 s").toBeLessThan(9_000);
});
