import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { attachBatch } from "#case-documents/attach-batch.command.ts";
import { changeBatch } from "#case-documents/change-batch.command.ts";
import { readAgain } from "#case-documents/change-reading.command.ts";
import { getDocument, listDocuments } from "#case-documents/get-document.query.ts";
import { listCaptureDocuments } from "#case-documents/get-funnel.query.ts";
import { buildJudgments, JUDGMENT } from "#case-documents/judgment.builder.ts";
import { listBatches } from "#case-documents/list-batches.query.ts";
import { buildBatchWorker } from "#case-documents/read-batch.worker.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import type { Database } from "#database/database.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { getEvidence } from "#evidence/get-evidence.query.ts";
import { buildEvidence, buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let people: { owner: Actor; manager: Actor; stranger: Actor };
beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const services = () => ({ database: db.database, vault: store.vault, jobs });
const parts = (database: Database = db.database) => ({
  database,
  vault: store.vault,
  clock: () => NOW,
  knowledge: loadKnowledge(),
  toolVersion: "0.0.0",
  traitFingerprint: openTraitFingerprint(new Uint8Array(32)),
});
const context = { signal: new AbortController().signal, attempt: 1 };
const change = (id: string, move: "cancel" | "resume", actor = people.owner) =>
  changeBatch(services(), askingOf(actor), id, move, { requestId: randomUUID() });
const listed = async (caseId: string, query: Partial<{ page: number; size: number; query: string }> = {}) =>
  mustDo(await listDocuments(db.database, askingOf(people.owner), caseId, { page: 1, size: 50, ...query }));
const batchOf = async (caseId: string) => {
  const [batch] = mustDo(await listBatches(db.database, askingOf(people.owner), caseId)).items;
  if (!batch) throw new Error("a batch is expected");
  return batch;
};

async function attach(path: string, content: string | Uint8Array) {
  const caseId = (await buildCase(db.database, people.owner)).id;
  const { id: evidenceId } = await buildEvidence(services(), people.owner, caseId, path, content);
  const request = { requestId: randomUUID(), evidenceId, kind: null };
  const batch = mustDo(await attachBatch(services(), askingOf(people.owner), caseId, request));
  return { caseId, evidenceId, request, batch };
}
const lines = (many: number) => buildJudgments(many).map(({ id, text }) => JSON.stringify({ id, text }));

test("each line of a JSONL becomes a document with its own reading; a bad line is named by its number and the rest goes on", async () => {
  const [first, second, third] = lines(3);
  const { caseId, evidenceId, request, batch } = await attach(
    "判决.jsonl",
    `${first}\n这不是 JSON\n\n${second}\r\n{"id":"空","text":" "}\n${third}`,
  );
  expect(batch).toMatchObject({ status: "waiting", name: "判决.jsonl", entered: 0 });
  expect(mustDo(await attachBatch(services(), askingOf(people.owner), caseId, request)).id).toBe(batch.id);
  const twice = await attachBatch(services(), askingOf(people.owner), caseId, { ...request, requestId: randomUUID() });
  expect(twice).toMatchObject({ kind: "already-exists" });
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  const over = await batchOf(caseId);
  expect(over).toMatchObject({ status: "done", entered: 3, refused: 2, done: over.total });
  expect(over.problems.map(({ part, problem }) => [part, problem.zh])).toEqual([
    [2, expect.stringContaining("实际不是一行 JSON")],
    [5, expect.stringContaining("应有 id")],
  ]);
  const { items, total, attachedEvidence } = await listed(caseId);
  expect([total, attachedEvidence]).toEqual([3, [evidenceId]]);
  expect(items.map(({ part }) => part?.number)).toEqual([1, 4, 6]);
  const captured = mustDo(await listCaptureDocuments(db.database, askingOf(people.owner), { step: "read", page: 1 })).items;
  expect(captured.map(({ name }) => name).toSorted(), "each by its own name").toEqual(items.map(({ name }) => name).toSorted());
  expect(items[0]).toMatchObject({ part: { of: "判决.jsonl", isLine: true }, reading: { status: "done" }, kind: "judgment" });
  const detail = mustDo(await getDocument(db.database, askingOf(people.owner), items[1]?.id ?? ""));
  expect(detail.factList.some(({ kind, number }) => kind === "items" && number === 58601)).toBe(true);
  expect(detail.promptList.length).toBeGreaterThan(0);
  expect(JSON.stringify(detail)).not.toContain("张三丰");
  const chain = mustDo(await getEvidence(db.database, askingOf(people.owner), evidenceId)).timeline;
  expect(chain.filter(({ sentence }) => sentence.zh === "为阅卷读取（只读）")).toHaveLength(1);
});

test("one document of a batch is read again from its own line, and no prompt is doubled", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(3).join("\n"));
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  const { items } = await listed(caseId, { query: "2号" });
  expect(items).toHaveLength(1);
  const before = mustDo(await getDocument(db.database, askingOf(people.owner), items[0]?.id ?? ""));
  const again = mustDo(await readAgain(services(), askingOf(people.owner), before.id, { requestId: randomUUID() }));
  await buildReadingWorker(parts()).run({ readingId: again.reading.id }, context);
  const after = mustDo(await getDocument(db.database, askingOf(people.owner), before.id));
  expect(after.read).toMatchObject({ number: 2, textSha256: before.read?.textSha256 });
  expect(after.factList).toEqual(before.factList);
  expect(after.promptList).toHaveLength(before.promptList.length);
});

test("the files of a ZIP are read each in its format, by their names; what is none says why, and what systems leave is passed over", async () => {
  const zip = buildZip([
    { name: "卷一/起诉书.txt", bytes: Buffer.from(JUDGMENT) },
    { name: "__MACOSX/._起诉书.txt", bytes: Buffer.from("x") },
    { name: "卷一/坏.docx", bytes: Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]) },
    { name: "卷二/刑事判决书.html", bytes: Buffer.from(`<html><body><p>${JUDGMENT.replaceAll("\n", "</p><p>")}</p></body></html>`) },
  ]);
  const { caseId, batch } = await attach("卷宗.zip", zip);
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  const over = await batchOf(caseId);
  expect(over).toMatchObject({ status: "done", entered: 2, refused: 1, done: 4, total: 4 });
  expect(over.problems).toMatchObject([{ part: 3, name: "卷一/坏.docx", problem: { zh: expect.stringContaining("损坏") } }]);
  const { items } = await listed(caseId);
  expect(items.map(({ name, kind }) => [name, kind])).toEqual([
    ["卷一/起诉书.txt", "indictment"],
    ["卷二/刑事判决书.html", "judgment"],
  ]);
  const again = mustDo(await readAgain(services(), askingOf(people.owner), items[1]?.id ?? "", { requestId: randomUUID() }));
  await buildReadingWorker(parts()).run({ readingId: again.reading.id }, context);
  expect(mustDo(await getDocument(db.database, askingOf(people.owner), items[1]?.id ?? "")).read).toMatchObject({
    number: 2,
    format: "html",
  });
});

test("a name that is cut in the middle of a character, or holds NUL, does not stop the batch", async () => {
  const [first = "", second] = lines(2);
  const long = `${"案".repeat(199)}𠮷`;
  const jsonl = await attach("长名.jsonl", `${JSON.stringify({ ...JSON.parse(first), name: long })}\n${second}`);
  await buildBatchWorker(parts()).run({ batchId: jsonl.batch.id }, context);
  expect(await batchOf(jsonl.caseId)).toMatchObject({ status: "done", entered: 2 });
  const zip = await attach("长名.zip", buildZip([{ name: `${long.repeat(2)}\0.txt`, bytes: Buffer.from(JUDGMENT) }]));
  await buildBatchWorker(parts()).run({ batchId: zip.batch.id }, context);
  expect(await batchOf(zip.caseId)).toMatchObject({ status: "done", entered: 1 });
});

test("a file of a ZIP whose checksum is wrong is told, not read", async () => {
  const bytes = buildZip([
    { name: "起诉书.txt", bytes: Buffer.from(JUDGMENT) },
    { name: "判决书.txt", bytes: Buffer.from(JUDGMENT) },
  ]);
  const directory = bytes.indexOf(Buffer.from("PK\u0001\u0002"));
  bytes.writeUInt32LE(1, directory + 16); // CRC-32 of the first file
  const { caseId, batch } = await attach("坏.zip", bytes);
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  const over = await batchOf(caseId);
  expect(over).toMatchObject({ status: "done", entered: 1, refused: 1 });
  expect(over.problems).toMatchObject([{ part: 1, name: "起诉书.txt", problem: { zh: expect.stringContaining("校验值") } }]);
});

test("a worker that died in the middle is followed by one that goes on behind what was kept; nothing is entered twice", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(25).join("\n"));
  let dead = false;
  const dying: Database = {
    ...db.database,
    transact: async (acting, run) => {
      if (dead) throw new Error("killed");
      const answer = await db.database.transact(acting, run);
      dead = (await batchOf(caseId)).entered > 0;
      return answer;
    },
  };
  await expect(buildBatchWorker(parts(dying)).run({ batchId: batch.id }, context)).rejects.toThrow("killed");
  expect(await batchOf(caseId)).toMatchObject({ status: "running", entered: 10 });
  await buildBatchWorker(parts()).run({ batchId: batch.id }, { ...context, attempt: 2 });
  expect(await batchOf(caseId)).toMatchObject({ status: "done", entered: 25 });
  await buildBatchWorker(parts()).run({ batchId: batch.id }, { ...context, attempt: 3 }); // the queue may bring a job again
  const { items } = await listed(caseId);
  expect(items.map(({ part }) => part?.number)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
});

test("a batch is cancelled, keeps what it has, and goes on when asked; who may not change the case may do neither", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(12).join("\n"));
  expect(await change(batch.id, "resume")).toMatchObject({ kind: "wrong-state" });
  expect(await change(batch.id, "cancel", people.stranger)).toMatchObject({ kind: "not-found" });
  expect(
    await attachBatch(services(), askingOf(people.stranger), caseId, { requestId: randomUUID(), evidenceId: batch.evidenceId, kind: null }),
  ).toMatchObject({
    kind: "not-found",
  });
  expect(mustDo(await change(batch.id, "cancel")).status).toBe("cancelled");
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  expect((await listed(caseId)).total).toBe(0);
  expect(mustDo(await change(batch.id, "resume")).status).toBe("waiting");
  const stopping = new AbortController();
  stopping.abort(new Error("the worker is stopping"));
  await expect(buildBatchWorker(parts()).run({ batchId: batch.id }, { signal: stopping.signal, attempt: 1 })).rejects.toThrow("stopping");
  expect((await batchOf(caseId)).status).toBe("waiting");
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  expect(await batchOf(caseId)).toMatchObject({ status: "done", entered: 12 });
});

test.each([
  ["a file that is no batch", "判决书.pdf", Buffer.from("%PDF-1.4 nothing"), "成批文件：应为JSONL"],
  ["lines of which none is a document", "坏.jsonl", Buffer.from("甲\n乙\n"), "没有一份可以作为文书"],
  ["a ZIP cut short", "断.zip", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]), "损坏"],
])("%s ends with a clear sentence", async (_title, path, bytes, words) => {
  const { caseId, batch } = await attach(path, bytes);
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  expect(await batchOf(caseId)).toMatchObject({ status: "failed", problem: { zh: expect.stringContaining(words) } });
  await buildBatchWorker(parts()).abandoned({ batchId: batch.id });
  expect(await batchOf(caseId)).toMatchObject({ problem: { zh: expect.stringContaining(words) } });
});

test("a batch the queue gave up ends with a sentence and can go on", async () => {
  const { caseId, batch } = await attach("判决.jsonl", lines(2).join("\n"));
  await buildBatchWorker(parts()).abandoned({ batchId: batch.id });
  expect(await batchOf(caseId)).toMatchObject({ status: "failed", problem: { zh: expect.stringContaining("多次中断") } });
  expect(mustDo(await change(batch.id, "resume"))).toMatchObject({ status: "waiting", problem: null });
});
