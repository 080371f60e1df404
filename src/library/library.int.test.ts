import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { enterCaseDocument } from "#library/enter-case-document.command.ts";
import { buildLibraryWorker } from "#library/enter-judgments.worker.ts";
import { findSimilar } from "#library/find-similar.query.ts";
import { importFile } from "#library/import-file.command.ts";
import type { FindSimilarRequest } from "#library/library.contract.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";
import { readLibraryText } from "#library/read-library-text.ts";
import { receiveJudgments } from "#library/receive-judgments.command.ts";
import { renewJudgments } from "#library/renew-judgments.command.ts";

let db: TestDatabase;
let people: { owner: Actor; outsider: Actor; manager: Actor; leader: Actor; cityLeader: Actor; technician: Actor; otherLeader: Actor };
let caseId: string;
const knowledge = loadLibraryKnowledge();
const fingerprint = (words: string) => Buffer.from(words).subarray(0, 32);
const COURIER = "被告人赵某某系快递公司员工，利用职务便利拍摄快递面单，将公民个人信息5200条出售给他人，获利2万元，构成侵犯公民个人信息罪。";
const SCHOOL = "被告人钱某某购买学生及家长信息8万条，用于电话推销培训课程，构成侵犯公民个人信息罪，情节特别严重。";
const DRUNK = "被告人孙某某醉酒驾驶小型轿车，血液中乙醇含量为160mg/100ml，构成危险驾驶罪。";

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    outsider: await buildPerson(db.owner, "同院他人", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    leader: await buildPerson(db.owner, "院领导", ["leader"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
    otherLeader: await buildPerson(db.owner, "邻院领导", ["leader"], "990102"),
  };
  caseId = (await buildCase(db.database, people.owner)).id;
});
afterAll(() => db.close());

const lines = (...documents: readonly unknown[]) =>
  documents.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");
async function* stream(content: string) {
  yield Buffer.from(content);
}
const fromFile = (content: string, signal = new AbortController().signal) =>
  importFile({ database: db.database, knowledge, now: NOW, signal }, "judgments.jsonl", stream(content), () => undefined);
const find = (actor: Actor, request: Partial<FindSimilarRequest>) =>
  findSimilar({ database: db.database, fingerprint, knowledge }, askingOf(actor), { scope: "all", top: 20, ...request });
const namesOf = async (actor: Actor, request: Partial<FindSimilarRequest>) =>
  mustDo(await find(actor, request)).found.map(({ name }) => name);
const enterOwn = (documentId: string, name: string, text: string) =>
  db.database.transact({ as: "worker" }, (tx) =>
    enterCaseDocument(tx, { caseId, officeCode: "990101", documentId, name, entry: readLibraryText(text, knowledge) }, NOW),
  );

test("judgments are taken in once however often they come; a bad line is named by its number, and the rest goes in", async () => {
  const file = lines(
    { id: "pub-school", text: SCHOOL },
    "{",
    { id: "pub-drunk", text: DRUNK, name: "醉驾判决" },
    { id: "", text: "无编号" },
  );
  expect(await fromFile(file)).toMatchObject({
    lines: 4,
    entered: 2,
    repeated: 0,
    refused: 2,
    whole: true,
    problems: [{ line: 2 }, { line: 4 }],
  });
  expect(await fromFile(file)).toMatchObject({ entered: 0, repeated: 2, refused: 2 });
  const found = mustDo(await find(people.outsider, { text: COURIER }));
  expect(found.found.map(({ name }) => name)).toEqual(["pub-school", "醉驾判决"]);
  expect(found.held.published).toBe(2);
  const [first] = found.found;
  if (!first) throw new Error("nothing found");
  expect(first.elements).toContainEqual({ aspect: "charge", value: "侵犯公民个人信息罪", state: "matched" });
  expect(first.elements).toContainEqual({ aspect: "role", value: "insider", state: "missed" });
  expect(first.elements).toContainEqual({ aspect: "band", value: "especially-serious", state: "extra" });
  const { words, charges, elements, quantities } = first.parts;
  expect(Math.log(first.score / (1 - first.score))).toBeCloseTo(found.intercept + words + charges + elements + quantities, 6);
});

test("a judgment whose text changed is renewed: found by the new text, by the old one no longer, and counted once", async () => {
  await fromFile(lines({ id: "pub-changed", text: DRUNK.repeat(2) }));
  expect((await find(people.owner, { text: DRUNK.repeat(2) })).ok && (await namesOf(people.owner, { text: DRUNK.repeat(2) }))[0]).toBe(
    "pub-changed",
  );
  expect(await fromFile(lines({ id: "pub-changed", text: SCHOOL.repeat(2) }))).toMatchObject({ entered: 1 });
  const again = mustDo(await find(people.owner, { text: SCHOOL.repeat(2) }));
  expect(again.found[0]).toMatchObject({ name: "pub-changed", score: 1, duplicate: "same-text" });
  expect(again.held.published).toBe(3);
  const postings = await db.owner
    .selectFrom("library_postings")
    .select("document")
    .where("document", "=", again.found[0]?.id ?? 0)
    .execute();
  const row = await db.owner
    .selectFrom("library_documents")
    .select("features")
    .where("source_id", "=", "pub-changed")
    .executeTakeFirstOrThrow();
  expect(postings).toHaveLength(row.features.length);
});

/** As if an older model had read the published documents. */
async function makeOutdated(): Promise<number> {
  const made = await db.owner
    .updateTable("library_documents")
    .set({ rules: 0, features: [] })
    .where("holder", "=", -1)
    .executeTakeFirstOrThrow();
  await db.owner.deleteFrom("library_postings").where("holder", "=", -1).execute();
  return Number(made.numUpdatedRows);
}
const renew = (signal = new AbortController().signal) =>
  renewJudgments({ database: db.database, knowledge, now: NOW, signal }, () => undefined);

test("what an older model read is not compared until it is read again from the kept texts, each once and with its name", async () => {
  const before = await namesOf(people.outsider, { text: COURIER, scope: "published" });
  const many = await makeOutdated();
  expect(await namesOf(people.outsider, { text: COURIER, scope: "published" })).toEqual([]);
  expect(await renew()).toEqual({ renewed: many, left: 0, whole: true });
  expect(await namesOf(people.outsider, { text: COURIER, scope: "published" })).toEqual(before);
  expect(await renew(), "nothing is left to do").toEqual({ renewed: 0, left: 0, whole: true });
  const doubled = await db.owner.selectFrom("library_postings").select(["document", "feature"]).where("holder", "=", -1).execute();
  expect(new Set(doubled.map(({ document, feature }) => `${document} ${feature}`)).size).toBe(doubled.length);
});

test("a renewal that was cut off says what is left, and the next one goes on; two at once read each document once", async () => {
  const many = await makeOutdated();
  expect(await renew(AbortSignal.abort())).toEqual({ renewed: 0, left: many, whole: false });
  const [one, other] = await Promise.all([renew(), renew()]);
  expect([one.left, other.left]).toContain(0);
  expect(one.renewed + other.renewed).toBeGreaterThanOrEqual(many);
  const postings = await db.owner.selectFrom("library_postings").select(["document", "feature"]).where("holder", "=", -1).execute();
  expect(new Set(postings.map(({ document, feature }) => `${document} ${feature}`)).size).toBe(postings.length);
});

test("a document of a case is found only by those who see the rows of the case", async () => {
  const documentId = randomUUID();
  await enterOwn(documentId, "起诉意见书", COURIER);
  for (const actor of [people.owner, people.manager, people.leader])
    expect((await namesOf(actor, { text: COURIER }))[0], actor.name).toBe("起诉意见书");
  for (const actor of [people.outsider, people.cityLeader, people.otherLeader]) {
    expect(await namesOf(actor, { text: COURIER }), actor.name).not.toContain("起诉意见书");
    expect(await find(actor, { caseDocumentId: documentId }), actor.name).toMatchObject({ ok: false, kind: "not-found" });
    expect(mustDo(await find(actor, { text: COURIER })).held.own, actor.name).toBe(0);
  }
  const asked = mustDo(await find(people.owner, { caseDocumentId: documentId }));
  expect(asked.asked.name).toBe("起诉意见书");
  expect(asked.found.map(({ name }) => name)).not.toContain("起诉意见书");
  expect(await namesOf(people.owner, { text: COURIER, scope: "published" })).not.toContain("起诉意见书");
  expect(await namesOf(people.owner, { text: COURIER, scope: "own" })).toEqual(["起诉意见书"]);
});

test("a case document read again replaces what stood there, and a duplicate in another case is named", async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  await enterOwn(first, "笔录", DRUNK);
  await enterOwn(first, "笔录", SCHOOL);
  await enterOwn(second, "笔录副本", SCHOOL.replace("钱某某", "周某某"));
  const found = mustDo(await find(people.owner, { caseDocumentId: second })).found;
  expect(found.find(({ name }) => name === "笔录")).toMatchObject({ duplicate: "same-elements" });
  expect(await db.owner.selectFrom("library_documents").select("id").where("document_id", "=", first).execute()).toHaveLength(1);
});

test("an upload waits for the worker, which enters it and goes on where it was cut off", async () => {
  const asked: string[] = [];
  const jobs: Pick<Jobs, "enqueue"> & Jobs = {
    enqueue: async (_tx, queue) => asked.push(queue) > 0,
    count: async () => ({ waiting: 0, running: 0 }),
    work: async () => undefined,
    close: async () => undefined,
  };
  const requestId = randomUUID();
  const content = lines(...Array.from({ length: 45 }, (_, at) => ({ id: `up-${at}`, text: `${SCHOOL}第${at}号。` })), "坏行");
  const send = (actor = people.technician, id = requestId) =>
    receiveJudgments({ database: db.database, jobs }, askingOf(actor), {
      requestId: id,
      name: "上传.jsonl",
      stream: stream(content),
      announcedBytes: null,
    });
  expect(mustDo(await send())).toMatchObject({ status: "waiting", lines: 46, refused: 1, entered: 0, problems: [{ line: 46 }] });
  expect(mustDo(await send()).status).toBe("waiting");
  expect(asked).toEqual(["enter-judgments"]);
  let batches = 0;
  const worker = (signal: AbortSignal, loadKnowledge = () => knowledge) =>
    buildLibraryWorker({ database: db.database, clock: () => NOW, loadKnowledge }).run({ importId: requestId }, { signal, attempt: 1 });
  const stop = new AbortController();
  const stopping = worker(stop.signal, () => {
    batches += 1;
    if (batches === 2) stop.abort(new Error("stopped"));
    return knowledge;
  });
  await expect(stopping).rejects.toThrow("stopped");
  const half = await db.owner
    .selectFrom("library_imports")
    .select(["entered", "status"])
    .where("id", "=", requestId)
    .executeTakeFirstOrThrow();
  expect(half).toEqual({ entered: 40, status: "running" });
  await worker(new AbortController().signal);
  const whole = await db.owner.selectFrom("library_imports").selectAll().where("id", "=", requestId).executeTakeFirstOrThrow();
  expect(whole).toMatchObject({ entered: 45, repeated: 0, refused: 1, status: "done" });
  expect(await db.owner.selectFrom("library_import_lines").select("number").where("import_id", "=", requestId).execute()).toEqual([]);
});

test("who may not take judgments in or search is refused, and a cut-off upload keeps nothing", async () => {
  const jobs = {
    enqueue: async () => true,
    count: async () => ({ waiting: 0, running: 0 }),
    work: async () => undefined,
    close: async () => undefined,
  };
  const requestId = randomUUID();
  const send = (actor: Actor, announcedBytes: number | null) =>
    receiveJudgments({ database: db.database, jobs }, askingOf(actor), {
      requestId,
      name: "x.jsonl",
      stream: stream(lines({ id: "cut", text: DRUNK })),
      announcedBytes,
    });
  expect(await send(people.owner, null)).toMatchObject({ ok: false, kind: "not-permitted" });
  expect(await find(people.technician, { text: DRUNK })).toMatchObject({ ok: false, kind: "not-permitted" });
  expect(await send(people.leader, 10_000)).toMatchObject({ ok: false, kind: "upload-cut-off" });
  expect(await db.owner.selectFrom("library_import_lines").select("number").where("import_id", "=", requestId).execute()).toEqual([]);
  expect(await db.owner.selectFrom("library_imports").select("status").where("id", "=", requestId).executeTakeFirst()).toEqual({
    status: "failed",
  });
});
