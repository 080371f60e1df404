import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import type { Actor } from "#access/access.contract.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import { readAgain } from "#case-documents/change-reading.command.ts";
import { getDocument } from "#case-documents/get-document.query.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { getEvidence } from "#evidence/get-evidence.query.ts";
import { openVault } from "#evidence/open-vault.ts";
import { buildEvidence, buildVault, MASTER_KEY, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { proposeChange, publishDraft, rollBack, withdrawChange } from "#lexicons/change-lexicon.command.ts";
import { exportLexicon } from "#lexicons/export-lexicon.query.ts";
import { getLexicon } from "#lexicons/get-lexicon.query.ts";
import { getReplay } from "#lexicons/get-replay.query.ts";
import { buildReplayWorker } from "#lexicons/replay-lexicon.worker.ts";
import { cancelReplay, requestReplay } from "#lexicons/request-replay.command.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { LexiconOverlay, overlayLexicon, type TermChange } from "#reading/terms/change-terms.ts";

/** Each test has an office of its own lexicon: the first two counties of the invented tree. */
const TEXT =
  "云岭县人民检察院起诉书\n经依法审查查明：被告人张三丰在群内将客户信息5000条走暗货给他人，客户信息被用于电话推销。其行为已构成侵犯公民个人信息罪，情节特别严重。";
const knowledge = loadKnowledge();
let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let people: { owner: Actor; technician: Actor; leader: Actor; manager: Actor; stranger: Actor; neighbour: Actor };
let caseId: string;
let evidenceId: string;
let documentId: string;
beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    technician: await buildPerson(db.owner, "技术员", ["technician"]),
    leader: await buildPerson(db.owner, "院领导", ["leader"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
    neighbour: await buildPerson(db.owner, "邻院技术员", ["technician"], "990102"),
  };
  caseId = (await buildCase(db.database, people.owner)).id;
  ({ evidenceId, documentId } = await attachAndRead("起诉书.txt", TEXT));
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const services = () => ({ database: db.database, vault: store.vault, jobs, lexicon: knowledge.lexicon });
const worker = () =>
  buildReadingWorker({
    database: db.database,
    vault: store.vault,
    clock: () => NOW,
    knowledge,
    toolVersion: "0",
    traitFingerprint: openTraitFingerprint(new Uint8Array(32)),
  });
const replayer = () => buildReplayWorker({ database: db.database, vault: store.vault, clock: () => NOW, knowledge });
const context = { signal: new AbortController().signal, attempt: 1 };
const look = async (actor = people.leader) => mustDo(await getLexicon(services(), askingOf(actor)));
const revision = async (actor = people.leader) => ({ requestId: randomUUID(), expectedRevision: (await look(actor)).revision });
const add = (term: string): TermChange => ({ type: "add", list: "conducts", value: "sell", term, slang: true });
const propose = async (change: TermChange, actor: Actor, reason = "办案中发现的黑话") =>
  proposeChange(services(), askingOf(actor), { ...(await revision(actor)), change, reason });
const publish = async (actor: Actor) => publishDraft(services(), askingOf(actor), { ...(await revision(actor)), note: "" });
const termOf = async (term: string, actor = people.leader) => (await look(actor)).terms.find((one) => one.term === term);

async function attachAndRead(path: string, text: string) {
  const { id } = await buildEvidence(services(), people.owner, caseId, path, text);
  const request = { requestId: randomUUID(), evidenceId: id, kind: "indictment" as const };
  const document = mustDo(await attachDocument(services(), askingOf(people.owner), caseId, request));
  await worker().run({ readingId: document.reading.id }, context);
  return { evidenceId: id, documentId: document.id };
}
async function readOnceMore(id = documentId) {
  const again = mustDo(await readAgain(services(), askingOf(people.owner), id, { requestId: randomUUID() }));
  await worker().run({ readingId: again.reading.id }, context);
  return mustDo(await getDocument(db.database, askingOf(people.owner), id));
}
const replayAsked = async (newest = 200) =>
  mustDo(await requestReplay(services(), askingOf(people.technician), { ...(await revision(people.technician)), newest }));
const detailOf = async (id: string, actor = people.leader) => mustDo(await getReplay(db.database, askingOf(actor), id));

test("a reading keeps how often each term stood; figures are of the cases a person sees, and what was read before is told apart", async () => {
  expect((await termOf("客户信息"))?.figures).toEqual({ hits: 2, documents: 1, cases: 1, prompts: expect.any(Number) });
  expect((await termOf("客户信息"))?.figures?.prompts).toBeGreaterThan(0);
  expect((await termOf("医院"))?.figures).toEqual({ hits: 0, documents: 0, cases: 0, prompts: 0 });
  const { terms, values } = await look();
  const standing = terms.filter(({ list, value, figures }) => list === "fields" && value === "personal-information" && figures?.hits);
  const sum = (of: "hits" | "cases") => standing.reduce((all, { figures }) => all + (figures?.[of] ?? 0), 0);
  expect(sum("cases"), "the case holds several terms of the value").toBeGreaterThan(1);
  expect(values.find(({ list, value }) => list === "fields" && value === "personal-information")).toMatchObject({
    unread: 0,
    figures: { hits: sum("hits"), documents: 1, cases: 1 },
  });
  expect(values.find(({ value }) => value === "hotel")?.figures).toEqual({ hits: 0, documents: 0, cases: 0 });
  expect((await look(people.stranger)).values.every(({ figures }) => figures === null)).toBe(true);
  expect((await look()).counted).toMatchObject({ documents: 1, uncounted: 0, since: NOW.toISOString() });
  expect((await termOf("客户信息", people.stranger))?.figures, "nobody there has read anything").toBeNull();
  const seen = await db.database.transact({ as: "person", actor: people.stranger }, (tx) =>
    tx.selectFrom("reading_term_counts").selectAll().execute(),
  );
  expect(seen).toEqual([]);
  expect((await termOf("客户信息", people.technician))?.figures, "no case of theirs").toBeNull();
  const forged = db.database.transact({ as: "person", actor: people.owner }, (tx) =>
    tx
      .insertInto("reading_term_counts")
      .values({ reading_id: randomUUID(), case_id: caseId, list: "fields", term: "x", hits: 1, prompts: 0 })
      .execute(),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});

test("a change is proposed with a reason by those who may; what is no term, is there already or names a person's attribute is refused", async () => {
  expect(await propose(add("走暗货"), people.manager)).toMatchObject({ kind: "not-permitted" });
  for (const term of ["走", "出料", "河南人"])
    expect(await propose(add(term), people.technician), term).toMatchObject({ kind: "invalid-input" });
  const { revision: before } = mustDo(await propose(add("走 暗货"), people.technician));
  expect((await look()).draft).toMatchObject([
    { change: { term: "走暗货" }, author: "技术员", reason: "办案中发现的黑话", misfit: null, mine: false },
  ]);
  expect(await propose(add("走暗货"), people.leader)).toMatchObject({ kind: "invalid-input" });
  const late = { requestId: randomUUID(), expectedRevision: before - 1, change: add("倒黑料"), reason: "两人同时" };
  expect(await proposeChange(services(), askingOf(people.leader), late)).toMatchObject({
    kind: "stale-version",
    detail: { current: before },
  });
  const once = { ...late, requestId: randomUUID(), expectedRevision: before };
  const first = mustDo(await proposeChange(services(), askingOf(people.technician), once));
  expect(mustDo(await proposeChange(services(), askingOf(people.technician), once)), "the same request again").toEqual(first);
  const withdraw = async (actor: Actor) =>
    withdrawChange(services(), askingOf(actor), { ...(await revision(actor)), proposal: first.revision });
  expect(await withdraw(people.owner)).toMatchObject({ kind: "not-permitted" });
  mustDo(await withdraw(people.technician));
  expect((await look()).draft).toHaveLength(1);
});

test("a replay reads with live and drafted lexicon, records that on the evidence, and shows documents only where the asker sees the case", async () => {
  const { id } = await replayAsked();
  expect(await requestReplay(services(), askingOf(people.leader), { ...(await revision()), newest: 1 }), "one at a time").toMatchObject({
    kind: "wrong-state",
  });
  await replayer().run({ replayId: id }, context);
  const { replay, documents } = await detailOf(id);
  expect(replay).toMatchObject({ status: "done", current: true, progress: { done: 1, total: 1, attempt: 1 } });
  expect(replay.totals).toMatchObject({ documents: 1, changed: 1, cases: 1, hitsGained: 1, hitsLost: 0, factsGained: 1 });
  expect(documents).toMatchObject([{ name: "起诉书.txt", outcome: { terms: [{ term: "走暗货", before: 0, after: 1 }] } }]);
  expect((await detailOf(id, people.technician)).documents, "no case of theirs").toEqual([]);
  expect(await getReplay(db.database, askingOf(people.stranger), id)).toMatchObject({ kind: "not-found" });
  const chain = mustDo(await getEvidence(db.database, askingOf(people.owner), evidenceId)).timeline;
  expect(chain.map(({ sentence }) => sentence.zh)).toContain("为词库重放读取（只读）");
  await replayer().run({ replayId: id }, { ...context, attempt: 2 }); // the queue may bring a job again
  expect(await detailOf(id)).toMatchObject({ replay: { status: "done", progress: { attempt: 1 } } });
  const mark: TermChange = { type: "mark", list: "conducts", value: "sell", term: "兜售", slang: true };
  mustDo(await propose(mark, people.technician));
  expect((await look()).replay, "changed since").toMatchObject({ id, current: false });
});

test("a replay that waits is cancelled at once, one that runs ends cancelled with what it has; another office cannot", async () => {
  const waiting = await replayAsked();
  const cancel = { requestId: randomUUID(), replayId: waiting.id };
  expect(await cancelReplay(services(), askingOf(people.stranger), cancel)).toMatchObject({ kind: "not-found" });
  expect(mustDo(await cancelReplay(services(), askingOf(people.technician), cancel))).toMatchObject({ status: "cancelled" });
  await replayer().run({ replayId: waiting.id }, context);
  expect((await detailOf(waiting.id)).documents).toEqual([]);
  const running = await replayAsked();
  await db.owner.updateTable("lexicon_replays").set({ status: "running" }).where("id", "=", running.id).execute();
  const later = { requestId: randomUUID(), replayId: running.id };
  expect(mustDo(await cancelReplay(services(), askingOf(people.technician), later))).toMatchObject({ status: "cancelling" });
  await replayer().run({ replayId: running.id }, context);
  expect((await detailOf(running.id)).replay).toMatchObject({ status: "cancelled" });
  expect(await cancelReplay(services(), askingOf(people.technician), { ...later, requestId: randomUUID() })).toMatchObject({
    kind: "wrong-state",
  });
});

test("a worker that stopped or died in the middle is followed by another; what was compared is not opened again", async () => {
  await attachAndRead("第二份.txt", "被告人李四海走暗货，将公民个人信息600条出售。走暗货。");
  const { id } = await replayAsked();
  const stopping = new AbortController();
  stopping.abort(new Error("the worker is stopping"));
  await expect(replayer().run({ replayId: id }, { signal: stopping.signal, attempt: 1 })).rejects.toThrow("stopping");
  expect((await detailOf(id)).replay).toMatchObject({ status: "waiting", progress: { attempt: 1, total: 2 } });
  const done = JSON.stringify({ problem: null, terms: [], facts: [], clues: [] });
  await db.owner
    .updateTable("lexicon_replay_documents")
    .set({ outcome: done })
    .where("replay_id", "=", id)
    .where("place", "=", 1)
    .execute();
  await db.owner.updateTable("lexicon_replays").set({ status: "running" }).where("id", "=", id).execute(); // killed: nobody released it
  await replayer().run({ replayId: id }, { ...context, attempt: 2 });
  expect((await detailOf(id)).replay).toMatchObject({
    status: "done",
    progress: { attempt: 2, done: 2 },
    totals: { documents: 2, changed: 1 },
  });
  const given = await replayAsked(1);
  await replayer().abandoned({ replayId: given.id });
  expect((await detailOf(given.id)).replay).toMatchObject({ status: "failed", problem: { zh: expect.stringContaining("多次中断") } });
  const forged = db.owner
    .updateTable("lexicon_replays")
    .set({ status: "running", finished_at: null, problem: null })
    .where("id", "=", id)
    .execute();
  await expect(forged).rejects.toThrow("over never changes");
});

test("a document that cannot be opened is counted as unread with its sentence, and the replay goes on", async () => {
  const broken = await attachAndRead("将坏.txt", "被告人走暗货。");
  const row = await db.owner.selectFrom("evidence_items").select("sha256").where("id", "=", broken.evidenceId).executeTakeFirstOrThrow();
  await rm(store.fileOf(row.sha256.toString("hex")));
  const { id } = await replayAsked();
  const vault = await openVault({ dataFolder: store.dataFolder, masterKey: MASTER_KEY }); // one that holds nothing in memory
  await buildReplayWorker({ database: db.database, vault, clock: () => NOW, knowledge }).run({ replayId: id }, context);
  const { replay, documents } = await detailOf(id);
  expect(replay.totals).toMatchObject({ documents: 2, unread: 1, changed: 2 });
  expect(documents.find(({ name }) => name === "将坏.txt")?.outcome.problem?.zh).toContain("缺失");
});

test("whoever had a part in a draft may not publish it, and it says who had and who may; published by another it is read with, counted, named in the reading, and exported for the command line", async () => {
  expect(await publish(people.technician)).toMatchObject({ kind: "not-permitted" });
  const told = await look(people.technician);
  expect(told.can).toMatchObject({
    publish: false,
    whyNot: { zh: expect.stringContaining("另一人"), en: expect.stringContaining("技术员") },
  });
  expect(told.contributors).toMatchObject([{ name: "技术员", proposed: 3, withdrawn: 1 }]);
  expect(told.publishers.map(({ name }) => name).sort()).toEqual(["承办人", "院领导"].sort());
  const { revision: proposal } = mustDo(await propose(add("倒黑料"), people.leader));
  const named = { kind: "not-permitted", detail: { rule: expect.stringContaining("技术员、院领导") } };
  for (const actor of [people.leader, people.technician]) expect(await publish(actor), "a second author frees nobody").toMatchObject(named);
  mustDo(await withdrawChange(services(), askingOf(people.leader), { ...(await revision()), proposal }));
  expect(await publish(people.leader), "what was taken back counts too").toMatchObject(named);
  expect(await publish(people.manager)).toMatchObject({ kind: "not-permitted" });
  expect(mustDo(await publish(people.owner))).toMatchObject({ version: 1 });
  expect(await termOf("走暗货")).toMatchObject({ since: 1, author: "技术员", on: "2026-11-24", figures: null });
  const detail = await readOnceMore();
  expect(detail.read?.rules.lexicon).toBe(`${knowledge.lexicon.version}; 990101 v1`);
  expect(detail.factList.filter(({ kind, value }) => kind === "conduct" && value === "sell")).toHaveLength(1);
  expect((await termOf("走暗货"))?.figures).toMatchObject({ hits: 1, documents: 1, cases: 1 });
  expect(
    (await look(people.stranger)).terms.some(({ term }) => term === "走暗货"),
    "an office's lexicon is its own",
  ).toBe(false);
  const file = mustDo(await exportLexicon(services(), askingOf(people.owner), undefined));
  const overlay = LexiconOverlay.parse(parse(Buffer.from(file.bytes).toString()));
  expect(overlayLexicon(knowledge.lexicon, overlay).version).toBe(detail.read?.rules.lexicon);
  expect(overlay.changes.map(({ change, author }) => [change.type, change.term, author])).toEqual([
    ["add", "走暗货", "技术员"],
    ["mark", "兜售", "技术员"],
  ]);
});

test("a roll-back takes the shipped lexicon again as a new version; the next reading goes by it", async () => {
  const roll = async (to: number, actor = people.owner) =>
    rollBack(services(), askingOf(actor), { ...(await revision(actor)), to, reason: "误报太多" });
  expect(await roll(1)).toMatchObject({ kind: "invalid-input" });
  expect(await roll(7)).toMatchObject({ kind: "not-found" });
  expect(mustDo(await roll(0))).toMatchObject({ version: 2 });
  expect(await termOf("走暗货")).toBeUndefined();
  expect((await look()).versions).toMatchObject([
    { number: 2, restores: 0, removed: [{ change: { term: "走暗货" } }, {}] },
    { number: 1, by: "承办人" },
  ]);
  const detail = await readOnceMore();
  expect(detail.read?.rules.lexicon).toBe(`${knowledge.lexicon.version}; 990101 v2`);
  expect(detail.factList.some(({ kind, value }) => kind === "conduct" && value === "sell")).toBe(false);
  expect(mustDo(await roll(1))).toMatchObject({ version: 3 });
  expect((await termOf("走暗货"))?.figures, "not read with since it is back").toBeNull();
});

test("events of a lexicon are its office's alone and are never changed", async () => {
  const as = (actor: Actor) => ({ as: "person" as const, actor });
  const others = await db.database.transact(as(people.neighbour), (tx) => tx.selectFrom("lexicon_events").selectAll().execute());
  expect(others.filter(({ office_code }) => office_code !== "990102")).toEqual([]);
  const event = { seq: 99, type: "proposed" as const, data: "{}", at: NOW, request_id: randomUUID(), person_id: people.neighbour.personId };
  const forged = db.database.transact(as(people.neighbour), (tx) =>
    tx
      .insertInto("lexicon_events")
      .values({ ...event, office_code: "990101" })
      .execute(),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
  await expect(db.owner.updateTable("lexicon_events").set({ seq: 1000 }).execute()).rejects.toThrow(/append-only/);
  const replay = db.database.transact(as(people.neighbour), (tx) =>
    tx.updateTable("lexicon_replays").set({ status: "cancelled" }).returningAll().execute(),
  );
  expect(await replay).toEqual([]);
});
