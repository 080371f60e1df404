import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { attachBatch } from "#case-documents/attach-batch.command.ts";
import { changeBatch } from "#case-documents/change-batch.command.ts";
import { listDocuments } from "#case-documents/get-document.query.ts";
import { buildJudgments, JUDGMENT } from "#case-documents/judgment.builder.ts";
import { listBatches } from "#case-documents/list-batches.query.ts";
import { buildBatchWorker } from "#case-documents/read-batch.worker.ts";
import { PART_BROKE_OFF } from "#case-documents/tell-problem.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import type { Database } from "#database/database.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { buildPdf } from "#scan/sources/pdf.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let owner: Actor;
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

const fingerprint = openTraitFingerprint(new Uint8Array(32));
const knowledge = loadKnowledge();
/** What follows from the domain that only the text of one part names stands for a fault of the program at that part. */
const POISON = "du-yao.example.top";
const worker = (onPoison: () => void, database: Database = db.database, onPartFailed?: (failure: unknown, part: number) => void) =>
  buildBatchWorker({
    database,
    vault: store.vault,
    clock: () => NOW,
    knowledge,
    toolVersion: "0.0.0",
    traitFingerprint: (trait) => {
      if (trait.value === POISON) onPoison();
      return fingerprint(trait);
    },
    ...(onPartFailed ? { onPartFailed } : {}),
  });
const context = { signal: new AbortController().signal, attempt: 1 };
const services = () => ({ database: db.database, vault: store.vault, jobs });
const batchOf = async (caseId: string) => {
  const [batch] = mustDo(await listBatches(db.database, askingOf(owner), caseId)).items;
  if (!batch) throw new Error("a batch is expected");
  return batch;
};
async function attach(path: string, content: string | Uint8Array) {
  const caseId = (await buildCase(db.database, owner)).id;
  const { id: evidenceId } = await buildEvidence(services(), owner, caseId, path, content);
  const request = { requestId: randomUUID(), evidenceId, kind: null };
  return { caseId, batch: mustDo(await attachBatch(services(), askingOf(owner), caseId, request)) };
}
/** A JSONL of so many judgments, those with these numbers (from 1) with `words` in them. */
const lines = (many: number, marked: readonly number[], words: string) =>
  buildJudgments(many)
    .map(({ id, text }, at) => JSON.stringify({ id, text: marked.includes(at + 1) ? `${text}\n其使用${words}网站。` : text }))
    .join("\n");
const partsOf = async (caseId: string) => {
  const { items } = mustDo(await listDocuments(db.database, askingOf(owner), caseId, { page: 1, size: 50, query: "" }));
  return items.map(({ part }) => part?.number);
};
const numbers = (many: number, without: readonly number[]) =>
  Array.from({ length: many }, (_, at) => at + 1).filter((at) => !without.includes(at));
const refusedOf = ({ problems }: Awaited<ReturnType<typeof batchOf>>) => problems.map(({ part, problem }) => [part, problem.zh]);

test("an exception nobody foresaw fails the part it happens at, alone, after its tries; the rest is read", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(12, [3], POISON));
  const told: number[] = [];
  const failing = () => {
    throw new TypeError("Cannot read properties of undefined");
  };
  await worker(failing, db.database, (_, part) => told.push(part)).run({ batchId: batch.id }, context);
  expect(await batchOf(caseId)).toMatchObject({ status: "done", entered: 11, refused: 1 });
  expect(refusedOf(await batchOf(caseId))).toEqual([[3, PART_BROKE_OFF.zh]]);
  expect(await partsOf(caseId)).toEqual(numbers(12, [3]));
  expect(told, "each try is told to the log").toEqual([3, 3, 3]);
});

test("an exception that goes away by itself costs the part nothing", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(3, [2], POISON));
  let times = 0;
  const once = () => {
    if (++times === 1) throw new Error("chance");
  };
  await worker(once).run({ batchId: batch.id }, context);
  expect(await batchOf(caseId)).toMatchObject({ status: "done", entered: 3, refused: 0 });
});

test("a part that the database refuses to keep is refused alone: its neighbours of the group are kept", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(12, [4], "不可保存"));
  await sql`create function refuse_marked() returns trigger language plpgsql as $$
    begin if new.text like '%不可保存%' then raise exception 'on purpose'; end if; return new; end $$`.execute(db.owner);
  await sql`create trigger refuse_marked before insert on document_pages for each row execute function refuse_marked()`.execute(db.owner);
  try {
    await worker(() => undefined).run({ batchId: batch.id }, context);
  } finally {
    await sql`drop function refuse_marked() cascade`.execute(db.owner);
  }
  expect(await batchOf(caseId)).toMatchObject({ status: "done", entered: 11, refused: 1 });
  expect(refusedOf(await batchOf(caseId))).toEqual([[4, PART_BROKE_OFF.zh]]);
  expect(await partsOf(caseId)).toEqual(numbers(12, [4]));
});

test("a part of which the worker dies each time is refused alone after two tries of its own, and the queue's attempts reach the end", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(14, [5, 13], POISON));
  let deaths = 0;
  /** A worker whose process is gone as soon as it meets the part: nothing of it reaches the database any more. */
  const dies = async (attempt: number) => {
    let dead = false;
    const database: Database = {
      ...db.database,
      transact: async (acting, run) => {
        if (dead) throw new Error("killed");
        return db.database.transact(acting, run);
      },
    };
    const kill = () => {
      dead = true;
      throw new Error("killed");
    };
    await worker(kill, database).run({ batchId: batch.id }, { ...context, attempt });
  };
  for (let attempt = 1; attempt <= 6 && (await batchOf(caseId)).status !== "done"; attempt++) await dies(attempt).catch(() => deaths++);
  expect(await batchOf(caseId), "the queue has six attempts").toMatchObject({ status: "done", entered: 12, refused: 2 });
  expect(deaths).toBe(5);
  expect(refusedOf(await batchOf(caseId))).toEqual([
    [5, PART_BROKE_OFF.zh],
    [13, PART_BROKE_OFF.zh],
  ]);
  expect(await partsOf(caseId)).toEqual(numbers(14, [5, 13]));
});

test("a worker that is stopped in order while it is careful has not died of the part", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(3, [2], POISON));
  await sql`update document_batches set status = 'running', trying_part = 2, tries = 1, next_part = 2, done = ${Buffer.byteLength(lines(1, [], "")) + 1} where id = ${batch.id}`.execute(
    db.owner,
  );
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort(new Error("the worker is stopping"));
    throw new Error("cut off");
  };
  await expect(worker(stop).run({ batchId: batch.id }, { signal: stopping.signal, attempt: 2 })).rejects.toThrow("stopping");
  const { rows } = await sql<{ tries: number }>`select tries from document_batches where id = ${batch.id}`.execute(db.owner);
  expect(rows).toEqual([{ tries: 0 }]);
  await worker(() => undefined).run({ batchId: batch.id }, context);
  expect(await batchOf(caseId)).toMatchObject({ status: "done", refused: 0 });
});

test("cancelling while a slow PDF is read is heard within about a second; what was kept stays and the batch goes on when asked", async () => {
  const slow = `BT /F1 12 Tf ${Array.from({ length: 400_000 }, (_, at) => `1 0 0 1 ${at % 500} ${at % 700} Tm (words) Tj`).join(" ")} ET`;
  const zip = buildZip([
    ...Array.from({ length: 10 }, (_, at) => ({ name: `判决${at}.txt`, bytes: Buffer.from(JUDGMENT) })),
    { name: "慢.pdf", bytes: buildPdf([slow, slow, slow, slow]) },
  ]);
  const { caseId, batch } = await attach("卷宗.zip", zip);
  const running = worker(() => undefined).run({ batchId: batch.id }, context);
  while ((await batchOf(caseId)).entered < 10) await pause(50);
  await pause(700); // now the PDF is being parsed
  expect((await batchOf(caseId)).status).toBe("running");
  const cancelled = performance.now();
  mustDo(await changeBatch(services(), askingOf(owner), batch.id, "cancel", { requestId: randomUUID() }));
  await running;
  expect(performance.now() - cancelled).toBeLessThan(2000);
  expect(await batchOf(caseId)).toMatchObject({ status: "cancelled", entered: 10, refused: 0 });
  expect(mustDo(await changeBatch(services(), askingOf(owner), batch.id, "resume", { requestId: randomUUID() })).status).toBe("waiting");
});
