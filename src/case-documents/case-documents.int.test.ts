import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import { cancelReading, readAgain } from "#case-documents/change-reading.command.ts";
import { decideFact } from "#case-documents/decide-fact.command.ts";
import { getDocument, getPages, listDocuments } from "#case-documents/get-document.query.ts";
import { getFunnel, listCaptureDocuments } from "#case-documents/get-funnel.query.ts";
import { FRAUD, JUDGMENT } from "#case-documents/judgment.builder.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { actOnClue } from "#clues/act-on-clue.command.ts";
import type { ClueAction } from "#clues/clues.contract.ts";
import { listClues } from "#clues/list-clues.query.ts";
import { decideRule } from "#clues/rules/decide-rule.command.ts";
import { checkClue } from "#cross-checks/check-clue.query.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { getEvidence } from "#evidence/get-evidence.query.ts";
import { buildEvidence, buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { buildDoc } from "#scan/sources/doc.builder.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let people: { owner: Actor; cityLeader: Actor; manager: Actor; stranger: Actor };
const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));
beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const services = () => ({ database: db.database, vault: store.vault, jobs });
const worker = () =>
  buildReadingWorker({
    database: db.database,
    vault: store.vault,
    clock: () => NOW,
    knowledge: loadKnowledge(),
    toolVersion: "0.0.0",
    traitFingerprint: openTraitFingerprint(new Uint8Array(32)),
  });
const context = { signal: new AbortController().signal, attempt: 1 };
const detailOf = async (id: string, actor = people.owner) => mustDo(await getDocument(db.database, askingOf(actor), id));

async function attach(content: string | Uint8Array, path = "判决书.txt", caseId?: string) {
  const inCase = caseId ?? (await buildCase(db.database, people.owner)).id;
  const { id: evidenceId } = await buildEvidence(services(), people.owner, inCase, path, content);
  const request = { requestId: randomUUID(), evidenceId, kind: "judgment" as const };
  const document = mustDo(await attachDocument(services(), askingOf(people.owner), inCase, request));
  return { caseId: inCase, evidenceId, request, document };
}
async function attachAndRead(content: string | Uint8Array, path?: string, caseId?: string) {
  const attached = await attach(content, path, caseId);
  await worker().run({ readingId: attached.document.reading.id }, context);
  return { ...attached, detail: await detailOf(attached.document.id) };
}
const act = (clue: { id: string; version: number }, action: ClueAction) =>
  actOnClue({ database: db.database, tables }, askingOf(people.owner), clue.id, {
    requestId: randomUUID(),
    expectedVersion: clue.version,
    action,
  });

test("attached once however often it is sent, read by the worker, with facts at their sentences and prompts that are not yet clues", async () => {
  const { caseId, evidenceId, request, document } = await attach(JUDGMENT);
  expect(document).toMatchObject({ name: "判决书.txt", reading: { status: "waiting", number: 1 }, facts: null });
  expect(mustDo(await attachDocument(services(), askingOf(people.owner), caseId, request)).id).toBe(document.id);
  const twice = await attachDocument(services(), askingOf(people.owner), caseId, { ...request, requestId: randomUUID() });
  expect(twice).toMatchObject({ kind: "already-exists" });
  expect((await jobs.count("read-document")).waiting).toBeGreaterThan(0);

  await worker().run({ readingId: document.reading.id }, context);
  const detail = await detailOf(document.id);
  expect(detail.read).toMatchObject({ format: "txt", ownPages: false, rules: { tool: "0.0.0" } });
  expect(detail.read?.textSha256).toMatch(/^[0-9a-f]{64}$/);
  const items = detail.factList.find(({ kind, places: [place] }) => kind === "items" && place?.speaker === "court");
  expect(items?.number).toBe(58600);
  expect(items?.sentence).toContain("共计出售公民个人信息58600条");
  expect(detail.promptList.map(({ clue }) => clue.status)).toEqual(detail.promptList.map(() => "prompted"));
  expect(detail.promptList.length).toBeGreaterThan(1);
  expect(detail.promptList.every(({ clue }) => clue.insider && clue.origin.kind === "document")).toBe(true);
  const pages = mustDo(await getPages(db.database, askingOf(people.owner), document.id, { from: 1, many: 40 }));
  expect(pages.items.map(({ text }) => text).join("")).toHaveLength(JUDGMENT.length);
  const kept = await sql<{ all: string }>`select string_agg(result::text, '') as all from document_readings`.execute(db.owner);
  expect(JSON.stringify([kept.rows, pages, detail])).not.toMatch(/张三丰|李四海|110101199003074610/);
  const chain = mustDo(await getEvidence(db.database, askingOf(people.owner), evidenceId)).timeline;
  expect(chain.map(({ sentence }) => sentence.zh)).toContain("为阅卷读取（只读）");
});

test("one prompt is confirmed and stands in the queue, another is dismissed with a reason; reading again doubles and revives none", async () => {
  const { caseId, document, detail } = await attachAndRead(JUDGMENT);
  const [first, second] = detail.promptList;
  if (!first || !second) throw new Error("two prompts are expected");
  mustDo(await act(first.clue, { type: "confirm" }));
  mustDo(await act(second.clue, { type: "dismiss", code: "already-handled", reason: "市院已办" }));
  const again = mustDo(await readAgain(services(), askingOf(people.owner), document.id, { requestId: randomUUID() }));
  expect(again.reading).toMatchObject({ number: 2, status: "waiting" });
  const meanwhile = await readAgain(services(), askingOf(people.owner), document.id, { requestId: randomUUID() });
  expect(meanwhile, "one at a time").toMatchObject({ kind: "wrong-state" });
  await worker().run({ readingId: again.reading.id }, context);
  const after = await detailOf(document.id);
  expect(after.read?.number).toBe(2);
  expect(after.promptList.map(({ clue }) => clue.id)).toEqual(detail.promptList.map(({ clue }) => clue.id));
  const query = { database: db.database, fingerprint: (words: string) => Buffer.from(words) };
  const queue = mustDo(await listClues(query, askingOf(people.owner), { caseId, page: 1, size: 20 }));
  expect(queue.counts).toMatchObject({ queued: 1, dismissed: 1, prompted: detail.promptList.length - 2 });
  const funnel = mustDo(await getFunnel(db.database, askingOf(people.owner)));
  expect(funnel).toMatchObject({ clues: 1, dismissed: 1, accepted: 0 });
  expect(funnel.prompts).toBe(funnel.waiting + funnel.dismissed + funnel.clues);
  const { items } = mustDo(await listCaptureDocuments(db.database, askingOf(people.owner), { step: "hits", page: 1 }));
  expect(items, "each figure has its list").toHaveLength(funnel.hits);
  expect(items.find(({ id }) => id === document.id)).toMatchObject({ read: true, prompts: detail.promptList.length });
  const of = async (narrow: object) => mustDo(await getFunnel(db.database, askingOf(people.owner), narrow));
  expect(await of({ to: "2026-11-23" }), "attached on the 24th").toMatchObject({ documents: 0, prompts: 0 });
  expect(await of({ from: "2026-11-24", to: "2026-11-24" })).toEqual(funnel);
  expect(await of({ field: "minors" })).toMatchObject({ documents: funnel.documents, prompts: 0, hits: 0 });
  expect(await of({ industry: "courier" })).toMatchObject({ prompts: funnel.prompts });
  const queued = mustDo(
    await listClues(query, askingOf(people.owner), { outcome: "clue", promptedBy: "990101", from: "2026-11-24", page: 1, size: 20 }),
  );
  expect(queued.total).toBe(funnel.clues);
});

test("what the plain text tells of suspects is compared by fingerprint; a prompt takes part once a person confirmed it", async () => {
  const { detail } = await attachAndRead(JUDGMENT);
  const [first] = detail.promptList;
  if (!first) throw new Error("a prompt is expected");
  const check = async () => mustDo(await checkClue(db.database, askingOf(people.owner), first.clue.id));
  expect(await check()).toMatchObject({ live: false, compared: { left: 0 } });
  expect((await check()).compared.traits).toEqual([
    { kind: "case-number", many: 1 },
    { kind: "document-text", many: 1 },
    { kind: "resident-id", many: 1 },
  ]);
  mustDo(await act(first.clue, { type: "confirm" }));
  expect((await check()).live).toBe(true);
});

test("a fact is confirmed or rejected by a prosecutor, with a reason, and the word holds for the next reading of the same text", async () => {
  const { document, detail } = await attachAndRead(JUDGMENT);
  const [first, second] = detail.factList;
  if (!first || !second) throw new Error("facts are expected");
  const decide = (key: string, decision: "confirmed" | "rejected" | "undone", expectedVersion: number, reason = "", actor = people.owner) =>
    decideFact(db.database, askingOf(actor), document.id, { requestId: randomUUID(), expectedVersion, key, decision, reason });
  expect(await decide(first.key, "rejected", 0)).toMatchObject({ kind: "invalid-input" });
  expect(await decide("charge|x|0-1", "confirmed", 0)).toMatchObject({ kind: "not-found" });
  expect(await decide(first.key, "confirmed", 0, "", people.manager)).toMatchObject({ kind: "not-permitted" });
  mustDo(await decide(first.key, "confirmed", 0));
  expect(await decide(second.key, "confirmed", 0)).toMatchObject({ kind: "stale-version" });
  mustDo(await decide(second.key, "rejected", 1, "系引用他案"));
  const again = mustDo(await readAgain(services(), askingOf(people.owner), document.id, { requestId: randomUUID() }));
  await worker().run({ readingId: again.reading.id }, context);
  const byKey = new Map((await detailOf(document.id)).factList.map((fact) => [fact.key, fact.decided]));
  expect(byKey.get(first.key)).toMatchObject({ decision: "confirmed", by: "承办人" });
  expect(byKey.get(second.key)).toMatchObject({ decision: "rejected", reason: "系引用他案" });
  const undone = mustDo(await decide(first.key, "undone", 2));
  expect(undone.factList.find(({ key }) => key === first.key)?.decided).toBeNull();
});

test("documents are for the team and the case managers; leaders above are told, and outsiders learn nothing", async () => {
  const { caseId, document } = await attachAndRead(JUDGMENT);
  expect(mustDo(await listDocuments(db.database, askingOf(people.manager), caseId, { page: 1, size: 50 })).items).toHaveLength(1);
  expect(await listDocuments(db.database, askingOf(people.cityLeader), caseId, { page: 1, size: 50 })).toMatchObject({
    kind: "not-permitted",
  });
  expect(await getDocument(db.database, askingOf(people.cityLeader), document.id)).toMatchObject({ kind: "not-found" });
  expect(await listDocuments(db.database, askingOf(people.stranger), caseId, { page: 1, size: 50 })).toMatchObject({ kind: "not-found" });
  expect(await getPages(db.database, askingOf(people.stranger), document.id, { from: 1, many: 1 })).toMatchObject({ kind: "not-found" });
  expect(mustDo(await getFunnel(db.database, askingOf(people.stranger))).documents).toBe(0);
  expect(await getFunnel(db.database, askingOf(people.stranger), { office: "990101" })).toMatchObject({ kind: "not-found" });
  const above = mustDo(await getFunnel(db.database, askingOf(people.cityLeader), { office: "990101" }));
  expect(above.documents, "leaders above read figures").toBeGreaterThan(0);
  const none = { office: "990101", step: "documents" as const, page: 1 };
  expect(mustDo(await listCaptureDocuments(db.database, askingOf(people.cityLeader), none)).items, "and open no document").toEqual([]);
  const other = await attach(JUDGMENT);
  const foreign = { requestId: randomUUID(), evidenceId: other.evidenceId, kind: "judgment" as const };
  expect(await attachDocument(services(), askingOf(people.owner), caseId, foreign)).toMatchObject({ kind: "invalid-input" });
  const asOwner = { as: "person" as const, actor: people.owner };
  const forge = db.database.transact(asOwner, (tx) => tx.updateTable("document_readings").set({ status: "failed" }).execute());
  await expect(forge).rejects.toThrow(/restrict|over never changes|row-level security/);
});

test("a worker that died in the middle is followed by another, and what one had read is not kept twice", async () => {
  const { document } = await attach(JUDGMENT);
  const readingId = document.reading.id;
  const stopping = new AbortController();
  stopping.abort(new Error("the worker is stopping"));
  await expect(worker().run({ readingId }, { signal: stopping.signal, attempt: 1 })).rejects.toThrow("stopping");
  expect((await detailOf(document.id)).reading).toMatchObject({ status: "waiting", progress: { attempt: 1 } });
  await db.owner.updateTable("document_readings").set({ status: "running" }).where("id", "=", readingId).execute(); // killed: nobody released it
  await worker().run({ readingId }, { ...context, attempt: 2 });
  const done = await detailOf(document.id);
  expect(done.reading).toMatchObject({ status: "done", progress: { attempt: 2 } });
  await worker().run({ readingId }, { ...context, attempt: 3 }); // the queue may bring a job again
  await worker().abandoned({ readingId });
  expect(await detailOf(document.id)).toEqual(done);
});

test("a reading that was given up by the queue ends with a sentence; one that waits is cancelled at once", async () => {
  const { document } = await attach(JUDGMENT);
  await worker().abandoned({ readingId: document.reading.id });
  expect((await detailOf(document.id)).reading).toMatchObject({ status: "failed", problem: { zh: expect.stringContaining("多次中断") } });
  const again = mustDo(await readAgain(services(), askingOf(people.owner), document.id, { requestId: randomUUID() }));
  const cancelled = mustDo(await cancelReading(services(), askingOf(people.owner), document.id, { requestId: randomUUID() }));
  expect(cancelled.reading).toMatchObject({ id: again.reading.id, status: "cancelled" });
  await worker().run({ readingId: again.reading.id }, context);
  expect((await detailOf(document.id)).reading.status).toBe("cancelled");
});

test("a telecom fraud whose document tells no source of the information is prompted", async () => {
  const { detail } = await attachAndRead(FRAUD, "起诉书.txt");
  expect(detail.promptList.map(({ field }) => field)).toContain("personal-information-source");
});

test("a rule its office has retired prompts no more by itself; what it would have prompted is recorded, and comes when the rule is kept again", async () => {
  const leader = await buildPerson(db.owner, "本院领导", ["leader"]);
  const decide = (expectedVersion: number, decision: "retire" | "keep") => {
    const request = { requestId: randomUUID(), rule: "fraud-without-source", expectedVersion, decision, reason: "多为误报" };
    return decideRule(db.database, askingOf(leader), request);
  };
  mustDo(await decide(0, "retire"));
  const { document, detail } = await attachAndRead(FRAUD, "起诉书.txt");
  expect(detail.promptList.map(({ field }) => field)).not.toContain("personal-information-source");
  const withheld = await db.owner.selectFrom("document_prompts_withheld").selectAll().where("document_id", "=", document.id).execute();
  expect(mustDo(await getFunnel(db.database, askingOf(people.owner))).withheld).toBe(1);
  expect(withheld).toMatchObject([{ field: "personal-information-source", track: "criminal", rules: ["fraud-without-source"] }]);
  expect((await attachAndRead(JUDGMENT)).detail.promptList.length, "prompts that rest on other rules come as before").toBeGreaterThan(1);
  mustDo(await decide(1, "keep"));
  const again = mustDo(await readAgain(services(), askingOf(people.owner), document.id, { requestId: randomUUID() }));
  await worker().run({ readingId: again.reading.id }, context);
  expect((await detailOf(document.id)).promptList.map(({ field }) => field)).toContain("personal-information-source");
  expect(mustDo(await getFunnel(db.database, askingOf(people.owner))).withheld, "no longer").toBe(0);
});

/** A PDF of one page that holds a picture and no text. */
const SCANNED = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n4 0 obj<</Length 0>>stream\n\nendstream endobj\ntrailer<</Root 1 0 R>>\n",
);

test.each([
  ["a scanned PDF without text", "扫描.pdf", SCANNED, "扫描件"],
  ["a broken DOCX", "坏.docx", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]), "损坏"],
  ["bytes that are no text", "乱.txt", Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), "不是文字"],
  ["an empty file", "空.txt", Buffer.alloc(0), "没有"],
  ["a text of three million signs", "长.txt", Buffer.from("甲".repeat(3_000_000)), "应不超过2,000,000字"],
])("%s ends with a clear sentence", async (_title, path, bytes, words) => {
  const { detail } = await attachAndRead(bytes, path);
  expect(detail.reading).toMatchObject({ status: "failed", problem: { zh: expect.stringContaining(words) } });
  expect(detail.reading.problem?.en).not.toBe("");
  expect(detail.read).toBeNull();
});

test("an old Word document is read with its facts, and says that deleted words were left out", async () => {
  const doc = buildDoc([JUDGMENT.replaceAll("\n", "\r"), "\r删去的一段\r"], { deleted: [1] });
  const { detail } = await attachAndRead(doc, "判决书.doc");
  expect(detail.reading.status).toBe("done");
  expect(detail.factList.length).toBeGreaterThan(3);
  expect(detail.read?.gaps.map(({ zh }) => zh)).toEqual([expect.stringContaining("有1处删除")]);
});

test("mixed encodings and a million commas are read and say what is wrong with them", async () => {
  const mixed = Buffer.concat([Buffer.from(JUDGMENT), Buffer.from([0xb9, 0xab, 0xcb, 0xdf]), Buffer.from("\n尾")]);
  const { detail } = await attachAndRead(mixed, "混.txt");
  expect(detail.reading.status).toBe("done");
  expect(detail.read?.gaps.map(({ zh }) => zh).join("")).toContain("混有两种编码：1行是GBK");
  const commas = (await attachAndRead("，".repeat(1_000_000), "逗号.txt")).detail;
  expect(commas.reading.status).toBe("done");
  expect(commas.read?.gaps.map(({ zh }) => zh).join("")).toContain("没有读到事实");
});
