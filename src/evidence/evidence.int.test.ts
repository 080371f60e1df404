import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { cureDefect } from "#evidence/cure-defect.command.ts";
import { BLANK_CUSTODY } from "#evidence/custody.ts";
import type { Custody } from "#evidence/evidence.contract.ts";
import { getEvidence } from "#evidence/get-evidence.query.ts";
import { listEvidence } from "#evidence/list-evidence.query.ts";
import { openEvidenceForCount } from "#evidence/open-evidence-for-count.command.ts";
import { openVault } from "#evidence/open-vault.ts";
import { recordCustody } from "#evidence/record-custody.command.ts";
import { recordTransfer } from "#evidence/record-transfer.command.ts";
import { takeInEvidence } from "#evidence/take-in-evidence.command.ts";
import { buildEvidence, buildVault, MASTER_KEY, type TestVault } from "#evidence/vault.builder.ts";
import { verifyEvidence } from "#evidence/verify-evidence.command.ts";

let db: TestDatabase;
let store: TestVault;
let [owner, technician, stranger, leader]: Actor[] = [];
let file: CaseDetail;

beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  await buildOffices(db.owner);
  owner = await buildPerson(db.owner, "owner", ["criminal-prosecutor"]);
  technician = await buildPerson(db.owner, "technician", ["technician"], "990100");
  stranger = await buildPerson(db.owner, "stranger", ["criminal-prosecutor"], "990102");
  leader = await buildPerson(db.owner, "leader", ["leader"], "990100");
  file = await buildCase(db.database, known(owner), [[known(technician), "technician"]]);
});
afterAll(async () => {
  await Promise.all([db.close(), store.close()]);
});

const services = () => ({ database: db.database, vault: store.vault });
const known = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error("not arranged");
  return actor;
};
const takeIn = (actor: Actor | undefined, content: Uint8Array, more: { path?: string; requestId?: string; announcedBytes?: number } = {}) =>
  takeInEvidence(services(), askingOf(known(actor)), file.id, {
    requestId: randomUUID(),
    path: "a.txt",
    stream: Readable.from([Buffer.from(content)]),
    announcedBytes: content.length,
    ...more,
  });
const itemsNow = async () => mustDo(await listEvidence(db.database, askingOf(known(owner)), file.id)).items;

test("evidence that was taken in has both hashes, a blank record with its gaps, and can be read back", async () => {
  const content = randomBytes(3_000_000);
  const item = mustDo(await takeIn(technician, content, { path: "../U盘/客户.csv" }));
  expect(item).toMatchObject({
    path: "U盘/客户.csv",
    bytes: 3_000_000,
    takenInBy: "technician",
    version: 1,
    sameAs: [],
    verification: null,
  });
  expect(item.sha256).toBe(createHash("sha256").update(content).digest("hex"));
  expect(item.sm3).toBe(createHash("sm3").update(content).digest("hex"));
  expect(item.defects.map(({ kind }) => kind)).toContain("too-few-collectors");
  expect(Buffer.from(await store.vault.open(item, item.path).read(0, 4_000_000)).equals(content)).toBe(true);
});

test("the same file twice is one object and two items that know of each other", async () => {
  const content = randomBytes(1000);
  const first = mustDo(await takeIn(owner, content, { path: "甲.txt" }));
  const second = mustDo(await takeIn(owner, content, { path: "乙.txt" }));
  expect(second).toMatchObject({ sha256: first.sha256, sameAs: [first.id] });
  expect(mustDo(await getEvidence(db.database, askingOf(known(owner)), first.id)).sameAs).toEqual([second.id]);
  const objects = await db.owner
    .selectFrom("evidence_objects")
    .selectAll()
    .where("sha256", "=", Buffer.from(first.sha256, "hex"))
    .execute();
  expect(objects).toHaveLength(1);
});

test("the same request again makes no second item", async () => {
  const [content, requestId] = [randomBytes(500), randomUUID()];
  const first = mustDo(await takeIn(owner, content, { requestId }));
  const before = (await itemsNow()).length;
  expect(mustDo(await takeIn(owner, content, { requestId }))).toEqual(first);
  expect(await itemsNow()).toHaveLength(before);
});

test("an upload cut off at half leaves neither file nor row", async () => {
  const before = [(await itemsNow()).length, (await readdir(join(store.dataFolder, "evidence", "incoming"))).length];
  expect(await takeIn(owner, randomBytes(1000), { announcedBytes: 2000 })).toMatchObject({
    kind: "upload-cut-off",
    detail: { expected: 2000, found: 1000 },
  });
  expect([(await itemsNow()).length, (await readdir(join(store.dataFolder, "evidence", "incoming"))).length]).toEqual(before);
});

test("who may not take evidence in is refused before a byte is read", async () => {
  let asked = false;
  async function* stream() {
    asked = true;
    yield Buffer.from("x");
  }
  const upload = { requestId: randomUUID(), path: "a", stream: stream(), announcedBytes: 1 };
  expect(await takeInEvidence(services(), askingOf(known(stranger)), file.id, upload)).toMatchObject({ kind: "not-found" });
  expect(await takeInEvidence(services(), askingOf(known(leader)), file.id, upload)).toMatchObject({ kind: "not-permitted" });
  expect(asked).toBe(false);
});

test("a closed case takes no evidence, also when it is closed while the bytes come in", async () => {
  const other = await buildCase(db.database, known(owner));
  async function* stream() {
    yield Buffer.from("half");
    const action = { type: "move-stage", stage: "closed", on: "2026-11-24", reason: null } as const;
    mustDo(await actOnCase(db.database, askingOf(known(owner)), other.id, { requestId: randomUUID(), expectedVersion: 1, action }));
    yield Buffer.from("half");
  }
  const upload = { requestId: randomUUID(), path: "a", stream: stream(), announcedBytes: 8 };
  expect(await takeInEvidence(services(), askingOf(known(owner)), other.id, upload)).toMatchObject({ kind: "wrong-state" });
  expect(mustDo(await listEvidence(db.database, askingOf(known(owner)), other.id)).items).toEqual([]);
});

test("a failing transaction leaves no item and no audit entry; the orphaned bytes are taken up by the next upload", async () => {
  const content = randomBytes(800);
  await sql`create or replace function fail_on_purpose() returns trigger language plpgsql as $$ begin raise exception 'on purpose'; end $$`.execute(
    db.owner,
  );
  await sql`create constraint trigger fail_on_purpose after insert on evidence_events deferrable initially deferred for each row execute function fail_on_purpose()`.execute(
    db.owner,
  );
  await expect(takeIn(owner, content)).rejects.toThrow("on purpose");
  await sql`drop trigger fail_on_purpose on evidence_events`.execute(db.owner);
  const sha256 = createHash("sha256").update(content).digest();
  expect(await db.owner.selectFrom("evidence_items").select("id").where("sha256", "=", sha256).execute()).toEqual([]);
  expect(
    await db.owner.selectFrom("audit_entries").select("seq").where(sql`data ->> 'sha256'`, "=", sha256.toString("hex")).execute(),
  ).toEqual([]);
  const item = mustDo(await takeIn(owner, content));
  expect(await store.vault.verify(item)).toEqual({ intact: true });
});

test("a custody record that is made whole loses its defects, one by one, and its history stays", async () => {
  const item = await buildEvidence(services(), known(technician), file.id, "客户.xlsx", "客户名单");
  const asking = askingOf(known(technician));
  const custody: Custody = {
    ...BLANK_CUSTODY,
    category: "file",
    source: "online",
    whyNoOriginal: "云存储",
    collectedAt: "2026-11-18T10:00:00+08:00",
    place: "云岭市",
    method: "在线提取",
    collectors: ["赵某", "钱某"],
    holder: { name: "孙某", signed: true, reasonNotSigned: null },
    declaredHash: { algorithm: "md5", value: createHash("md5").update("客户名单").digest("hex") },
  };
  const change = (expectedVersion: number) => ({ requestId: randomUUID(), expectedVersion });
  let detail = mustDo(await recordCustody(db.database, asking, item.id, { ...change(1), custody }));
  expect(detail.defects.map(({ kind }) => kind)).toEqual(["no-witness-no-video"]);
  const transfer = { from: "钱某", to: "孙检察官", at: "2026-11-19T10:00:00+08:00", hashChecked: null, sealChecked: null, remark: null };
  detail = mustDo(await recordTransfer(db.database, asking, item.id, { ...change(detail.version), transfer }));
  expect(detail.defects.map(({ kind }) => kind)).toEqual(["no-witness-no-video", "transfer-hash-unchecked:1"]);
  const cure = { ...change(detail.version), defect: "no-witness-no-video", explanation: "深夜提取，已补充说明" };
  detail = mustDo(await cureDefect(db.database, asking, item.id, cure));
  expect(detail.defects.map(({ kind, cured }) => [kind, cured])).toEqual([
    ["no-witness-no-video", true],
    ["transfer-hash-unchecked:1", false],
  ]);
  expect(detail.timeline.map(({ gap }) => gap)).toEqual([false, true, false, false, false]);
  expect(detail.version).toBe(4);
  await expect(
    db.owner.updateTable("evidence_events").set({ at: new Date() }).where("evidence_id", "=", item.id).execute(),
  ).rejects.toThrow("append-only");
});

test("a fatal defect is not cured by words", async () => {
  const item = await buildEvidence(services(), known(owner), file.id, "b.txt", "b");
  const request = { requestId: randomUUID(), expectedVersion: 1, defect: "too-few-collectors", explanation: "人手不足" };
  expect(await cureDefect(db.database, askingOf(known(owner)), item.id, request)).toMatchObject({ ok: false, kind: "not-permitted" });
});

test("two who record custody at once: one does, the other is told; verifying and counting disturb no open form", async () => {
  const item = await buildEvidence(services(), known(owner), file.id, "c.txt", "c");
  const asking = askingOf(known(owner));
  mustDo(await verifyEvidence(services(), asking, item.id, { requestId: randomUUID() }));
  await db.database.transact({ as: "worker" }, (tx) => openEvidenceForCount(tx, [item.id], randomUUID(), new Date()));
  const record = () => recordCustody(db.database, asking, item.id, { requestId: randomUUID(), expectedVersion: 1, custody: BLANK_CUSTODY });
  const outcomes = await Promise.all([record(), record()]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version", detail: { current: 4 } });
});

test("verification finds what changed on the disk, says where, and the item is to be excluded", async () => {
  const item = await buildEvidence(services(), known(owner), file.id, "d.bin", randomBytes(2_500_000));
  const bytes = await readFile(store.fileOf(item.sha256));
  bytes[1_500_000] = (bytes[1_500_000] ?? 0) ^ 1;
  await rm(store.fileOf(item.sha256));
  await writeFile(store.fileOf(item.sha256), bytes);
  const fresh = { database: db.database, vault: await openVault({ dataFolder: store.dataFolder, masterKey: MASTER_KEY }) };
  const detail = mustDo(await verifyEvidence(fresh, askingOf(known(owner)), item.id, { requestId: randomUUID() }));
  expect(detail.verification).toMatchObject({ intact: false, problem: expect.stringContaining("chunk 1, byte 1048576") });
  expect(detail.defects[0]).toMatchObject({ kind: "stored-bytes-changed", effect: "exclude" });
  await rm(store.fileOf(item.sha256));
  const missing = mustDo(await verifyEvidence(fresh, askingOf(known(owner)), item.id, { requestId: randomUUID() }));
  expect(missing.verification).toMatchObject({ intact: false, problem: expect.stringContaining("evidence-missing") });
});

test("every look at evidence is an entry of the audit", async () => {
  const item = await buildEvidence(services(), known(owner), file.id, "e.txt", "e");
  const asking = askingOf(known(owner));
  await listEvidence(db.database, asking, file.id);
  await getEvidence(db.database, asking, item.id);
  await verifyEvidence(services(), asking, item.id, { requestId: randomUUID() });
  const entries = await db.owner
    .selectFrom("audit_entries")
    .select(["kind", "case_id"])
    .where("request_id", "=", asking.requestId)
    .orderBy("seq")
    .execute();
  expect(entries).toEqual(["case-read", "evidence-read", "evidence-verified"].map((kind) => ({ kind, case_id: file.id })));
  expect(await getEvidence(db.database, askingOf(known(stranger)), item.id)).toMatchObject({ kind: "not-found" });
});
