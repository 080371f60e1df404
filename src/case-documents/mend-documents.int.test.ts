import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { attachBatch } from "#case-documents/attach-batch.command.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import { decideFact } from "#case-documents/decide-fact.command.ts";
import { getDocument } from "#case-documents/get-document.query.ts";
import { JUDGMENT } from "#case-documents/judgment.builder.ts";
import { buildMendingWorker, type Mending, requestMending } from "#case-documents/mend-documents.worker.ts";
import { buildBatchWorker } from "#case-documents/read-batch.worker.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import type { Database } from "#database/database.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { getEvidence } from "#evidence/get-evidence.query.ts";
import { openVault } from "#evidence/open-vault.ts";
import { buildEvidence, buildVault, MASTER_KEY, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";

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

const services = () => ({ database: db.database, vault: store.vault, jobs });
const knowledge = loadKnowledge();
const parts = (database: Database = db.database) => ({
  database,
  vault: store.vault,
  clock: () => NOW,
  knowledge,
  toolVersion: "0.0.0",
  traitFingerprint: openTraitFingerprint(new Uint8Array(32)),
});
const context = { signal: new AbortController().signal, attempt: 1 };
/** By a vault of its own: the one that took the documents in may hold them in memory still. */
async function mend(database: Database = db.database): Promise<Mending | null> {
  const vault = await openVault({ dataFolder: store.dataFolder, masterKey: MASTER_KEY });
  let last: Mending | null = null;
  const tell = (soFar: Mending) => {
    last = soFar;
  };
  await buildMendingWorker({ ...parts(database), vault, tell }).run({ runId: randomUUID() }, context);
  return last;
}

/** Everything that is kept in words or fingerprints of what was read. */
const STORED = {
  readings: "select id, result from document_readings order by id",
  decisions: "select document_id, seq, fact_key from document_fact_events order by 1, 2",
  clues: "select id, title from clues order by id",
  events: "select clue_id, version, data from clue_events order by 1, 2",
  rules: "select clue_id, rule, term from clue_rules order by 1, 2",
  library: "select document_id, name, fingerprint, facts from library_documents order by document_id",
  traits: "select clue_id, source, kind, encode(fingerprint, 'hex') as f from clue_traits where source = 'document' order by 1, 3, 4",
  comparisons: "select clue_id, source, found, kept from clue_comparisons where source = 'document' order by 1",
} as const;
async function stored() {
  const all: Record<string, unknown> = {};
  for (const [name, query] of Object.entries(STORED)) all[name] = (await sql.raw(query).execute(db.owner)).rows;
  return all;
}
/** As rows stood before names were masked and documents compared: the names back in all of them, no fingerprints, no note that they are new. */
async function makeOld(): Promise<void> {
  const plain = (column: string) => `replace(replace(${column}::text, '张某某', '张三丰'), '李某某', '李四海')`;
  await db.owner.transaction().execute(async (tx) => {
    await sql.raw("set local session_replication_role = replica").execute(tx);
    for (const query of [
      `update document_readings set result = ${plain("result")}::jsonb where status = 'done'`,
      `update document_fact_events set fact_key = ${plain("fact_key")}`,
      `update clues set title = ${plain("title")}`,
      `update clue_events set data = ${plain("data")}::jsonb`,
      `update clue_rules set term = ${plain("term")}`,
      `update library_documents set name = ${plain("name")}, facts = ${plain("facts")}::jsonb`,
      "delete from clue_traits where source = 'document'",
      "delete from clue_comparisons where source = 'document'",
      "delete from reading_mends",
    ])
      await sql.raw(query).execute(tx);
  });
}

const CHARGED =
  JUDGMENT.split("本院认为")[0]?.concat("本院认为，应当以张三丰侵犯公民个人信息罪追究其刑事责任。其使用du-yao.example.top网站。") ?? "";
async function attachRead(path: string, text: string) {
  const caseId = (await buildCase(db.database, owner)).id;
  const { id: evidenceId } = await buildEvidence(services(), owner, caseId, path, text);
  const request = { requestId: randomUUID(), evidenceId, kind: "judgment" as const };
  const document = mustDo(await attachDocument(services(), askingOf(owner), caseId, request));
  await buildReadingWorker(parts()).run({ readingId: document.reading.id }, context);
  return { caseId, evidenceId, id: document.id };
}
const detailOf = async (id: string) => mustDo(await getDocument(db.database, askingOf(owner), id));

test("rows kept before names were hidden and documents compared become as new ones are, once, each document audited and recorded on its evidence", async () => {
  const { id, evidenceId } = await attachRead("张三丰侵犯公民个人信息罪一审判决书.txt", CHARGED);
  const caseId = (await buildCase(db.database, owner)).id;
  const line = JSON.stringify({ id: 1, name: "张三丰案", text: CHARGED });
  const batchOf = await buildEvidence(services(), owner, caseId, "判决.jsonl", `${line}\n`);
  const batch = mustDo(
    await attachBatch(services(), askingOf(owner), caseId, { requestId: randomUUID(), evidenceId: batchOf.id, kind: null }),
  );
  await buildBatchWorker(parts()).run({ batchId: batch.id }, context);
  const charge = (await detailOf(id)).factList.find(({ kind, value }) => kind === "charge" && value.includes("张某某"));
  if (!charge) throw new Error("a charge told with the name of the accused is expected");
  const decision = { expectedVersion: 0, requestId: randomUUID(), key: charge.key, decision: "rejected" as const, reason: "误读" };
  mustDo(await decideFact(db.database, askingOf(owner), id, decision));
  const asNew = await stored();
  for (const [name, rows] of Object.entries(asNew))
    expect(JSON.stringify(rows).match(/.{0,60}(?:张三丰|李四海).{0,20}/g) ?? [], name).toEqual([]);
  expect(await mend(), "nothing is to be mended of new readings").toEqual({ mended: 0, unread: 0, left: 0 });
  expect(await requestMending({ database: db.database, jobs })).toBe(false);

  await makeOld();
  expect(JSON.stringify((await stored())["events"])).toContain("张三丰");
  expect(JSON.stringify((await stored())["traits"])).toBe("[]");
  expect([await requestMending({ database: db.database, jobs }), await requestMending({ database: db.database, jobs })]).toEqual([
    true,
    false,
  ]);
  expect(await mend()).toEqual({ mended: 2, unread: 0, left: 0 });
  expect(await stored()).toEqual(asNew);
  const told = (await detailOf(id)).factList.find(({ key }) => key === charge.key);
  expect(told?.decided, "what a person said of a fact still holds").toMatchObject({ decision: "rejected" });

  expect(await mend(), "it runs once").toEqual({ mended: 0, unread: 0, left: 0 });
  const audited = await sql<{ many: string }>`select count(*) as many from audit_entries where data ->> 'action' = 'mended'`.execute(
    db.owner,
  );
  expect(audited.rows).toEqual([{ many: "2" }]);
  const chain = mustDo(await getEvidence(db.database, askingOf(owner), evidenceId)).timeline.map(({ sentence }) => sentence.zh);
  expect(chain).toContain("为补正已存的阅读结果读取（只读）");
});

test("a run that was cut off is gone on with; a document whose original is gone is told and does not stop the rest", async () => {
  const { id: gone, evidenceId } = await attachRead("另一份.txt", `${CHARGED}另一份。`);
  await makeOld();
  const { rows } = await sql<{ sha256: Buffer }>`select sha256 from evidence_items where id = ${evidenceId}`.execute(db.owner);
  await rm(store.fileOf(rows[0]?.sha256.toString("hex") ?? ""));
  let documents = 0;
  const dying: Database = {
    ...db.database,
    transact: (acting, run) => {
      if (++documents > 3) throw new Error("killed");
      return db.database.transact(acting, run);
    },
  };
  await expect(mend(dying)).rejects.toThrow("killed");
  const first = await sql<{ many: string }>`select count(distinct document_id) as many from reading_mends`.execute(db.owner);
  expect(first.rows).toEqual([{ many: "1" }]);
  const rest = await mend();
  expect((rest?.mended ?? 0) + (rest?.unread ?? 0)).toBe(2);
  const ends = await sql<{ document_id: string; outcome: string; zh: string }>`
    select document_id, outcome, problem ->> 'zh' as zh from reading_mends where outcome <> 'mended'`.execute(db.owner);
  expect(ends.rows).toEqual([{ document_id: gone, outcome: "unread", zh: expect.stringContaining("原件在存储中缺失") }]);
});

test("nobody but the worker masks what was kept, and nothing but masking gets through", async () => {
  const { rows } = await sql<{
    clue_id: string;
    data: { content: { title: string; summary: string } };
  }>`select clue_id, data from clue_events where version = 1 limit 1`.execute(db.owner);
  const [event] = rows;
  if (!event) throw new Error("a clue is expected");
  const { content } = event.data;
  const put = (words: object, as: "worker" | "person") =>
    db.database.transact(as === "worker" ? { as } : { as, actor: owner }, (tx) =>
      sql`select mask_clue_event(${event.clue_id}::uuid, 1, ${JSON.stringify({ ...event.data, content: { ...content, ...words } })}::jsonb)`.execute(
        tx,
      ),
    );
  const masked = { title: content.title.replace(/.$/, "某") };
  await expect(put(masked, "person")).rejects.toThrow("only the worker masks");
  await expect(put({ title: "别的标题" }, "worker")).rejects.toThrow("append-only");
  await expect(put({ summary: content.summary.replace(/\d/, (figure) => String((Number(figure) + 1) % 10)) }, "worker")).rejects.toThrow(
    "append-only",
  );
  await put(masked, "worker");
  const plain = sql`update clue_events set data = data where clue_id = ${event.clue_id}`.execute(db.owner);
  await expect(plain, "not even the owner outside of the function").rejects.toThrow("append-only");
});
