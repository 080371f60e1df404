import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { addCorrection } from "#counts/add-correction.command.ts";
import { buildCountWorker } from "#counts/count-evidence.worker.ts";
import { openCountStates } from "#counts/count-states.ts";
import { decideItems, undoDecisions } from "#counts/decide-items.command.ts";
import { decideRows } from "#counts/decide-rows.command.ts";
import { exportDecisions } from "#counts/export-decisions.query.ts";
import { findItems } from "#counts/find-items.query.ts";
import { getCount } from "#counts/get-count.query.ts";
import { getShapes } from "#counts/get-shapes.query.ts";
import { getWorkList } from "#counts/get-work-list.query.ts";
import { openItemFingerprints } from "#counts/item-fingerprint.ts";
import { listCorrections } from "#counts/list-corrections.query.ts";
import { overrideProof } from "#counts/override-proof.command.ts";
import { requestCount } from "#counts/request-count.command.ts";
import { withdrawCorrection } from "#counts/withdraw-correction.command.ts";
import type { WorkItem } from "#counts/work-list.contract.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, MASTER_KEY, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import type { Correction } from "#scan/corrections/corrections.contract.ts";
import { buildBankCard, buildMobile, countBytes } from "#scan/count.builder.ts";
import { Decisions } from "#scan/decisions/decisions.contract.ts";
import type { CountResult } from "#scan/scan.contract.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let people: { owner: Actor; second: Actor; technician: Actor; leader: Actor; cityLeader: Actor };

beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    second: await buildPerson(db.owner, "协办人", ["criminal-prosecutor"]),
    technician: await buildPerson(db.owner, "技术人员", ["technician"]),
    leader: await buildPerson(db.owner, "本院领导", ["leader"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
  };
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const stays = (from: number, to: number): string =>
  ["姓名,手机号,入住时间,房号", ...range(from, to).map((at) => `张某,${buildMobile(at)},2024-01-0${(at % 9) + 1},12${at % 10}`)].join("\n");
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

async function openCase(files: Readonly<Record<string, string>>): Promise<string> {
  const file = await buildCase(db.database, people.owner, [
    [people.second, "criminal-prosecutor"],
    [people.technician, "technician"],
  ]);
  const services = { database: db.database, vault: store.vault, jobs };
  for (const [path, content] of Object.entries(files)) await buildEvidence(services, people.owner, file.id, path, content);
  return file.id;
}

async function count(caseId: string): Promise<{ id: string; result: CountResult }> {
  const request = { requestId: randomUUID(), evidenceIds: [], options: { asOf: "2026-11-22" } };
  const { id } = mustDo(await requestCount({ database: db.database, jobs }, askingOf(people.owner), caseId, request));
  const fingerprintsOf = openItemFingerprints(MASTER_KEY);
  const worker = buildCountWorker({
    database: db.database,
    vault: store.vault,
    clock: () => new Date(),
    toolVersion: "test",
    fingerprintsOf,
    states: openCountStates(join(store.dataFolder, "counting"), MASTER_KEY),
  });
  await worker.run({ countId: id }, { signal: new AbortController().signal, attempt: 1 });
  const { result } = mustDo(await getCount(db.database, askingOf(people.owner), id));
  if (result === null) throw new Error("the count is not done");
  return { id, result };
}

const listItems = async (id: string, state: WorkItem["state"] = "open", size = 100) =>
  mustDo(await findItems(db.database, askingOf(people.owner), id, { state, after: -1, size }));
const decide = (
  id: string,
  actor: Actor,
  decision: "confirmed" | "rejected" | "anonymised" | "restored",
  fingerprints: string[],
  requestId: string = randomUUID(),
) =>
  decideItems(db.database, askingOf(actor), id, {
    requestId,
    decision,
    fingerprints,
    reason: decision === "confirmed" ? null : "与核查情况不符",
    wrong: [],
  });
const progressOf = async (id: string) => mustDo(await getWorkList(db.database, askingOf(people.owner), id)).progress;

test("every valid item of tier B stands open in the list, masked, with the machine's rules; tier C has none", async () => {
  const caseId = await openCase({ "a.csv": stays(1, 4), "b.txt": `手机 ${buildMobile(900)}\n` });
  const { id, result } = await count(caseId);
  expect(result).toMatchObject({ proved: false, workList: { open: { A: 0, B: 3 } } });
  const { items, progress } = await listItems(id);
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({ tier: "B", state: "open", human: null, machine: { rules: ["tier:accommodation", "value:mobile"] } });
  expect(progress).toMatchObject({ tiers: { B: { open: 3 } }, beyond: { A: 0, B: 0 }, proved: false, printable: false });
  const stored = await sql<{ text: string }>`select string_agg(row::text, '') as text from count_items where count_id = ${id}`.execute(
    db.owner,
  );
  expect(stored.rows[0]?.text).not.toMatch(/139\d{8}/);
});

test("decisions of one person and a new count: the rejected item leaves the ledger, the confirmed one stays decided, and the count is proved", async () => {
  const caseId = await openCase({ "a.csv": stays(1, 4) });
  const first = await count(caseId);
  const [one, two, three] = (await listItems(first.id)).items.map(({ fingerprint }) => fingerprint);
  if (!one || !two || !three) throw new Error("three items");
  mustDo(await decide(first.id, people.owner, "confirmed", [one, three]));
  const answer = mustDo(await decide(first.id, people.second, "rejected", [two]));
  expect(answer.progress).toMatchObject({ tiers: { B: { open: 0, confirmed: 2, rejected: 1 } }, recount: true, proved: false });

  const again = await count(caseId);
  expect(again.result.ledger.tiers.B).toMatchObject({ seized: 3, valid: 2, distinct: 2, excluded: { rejected: 1 } });
  expect(again.result).toMatchObject({
    proved: true,
    workList: { open: { A: 0, B: 0 }, confirmed: { B: 2 }, rejected: { B: 1 }, unmatched: 0 },
  });
  expect(await progressOf(again.id)).toMatchObject({ recount: false, proved: true, printable: true });
  expect((await listItems(again.id, "rejected")).items).toMatchObject([
    { fingerprint: two, machine: { step: "valid" }, human: { by: "协办人", reason: "与核查情况不符" } },
  ]);
  // What is exported, taken to the command line with the same evidence, gives the same figures.
  const exported = mustDo(await exportDecisions(db.database, askingOf(people.owner), again.id));
  const offline = await countBytes({ "a.csv": stays(1, 4) }, { decisions: Decisions.parse(exported) });
  expect(offline).toMatchObject({ ledger: again.result.ledger, proved: true, workList: again.result.workList });
  // Taken back, the item is open again, and the figures that leave it out are no longer those of the decisions.
  mustDo(
    await undoDecisions(db.database, askingOf(people.owner), again.id, { requestId: randomUUID(), fingerprints: [two], reason: null }),
  );
  expect(await progressOf(again.id)).toMatchObject({ tiers: { B: { open: 1, rejected: 0 } }, recount: true, proved: false });
  const { rules } = mustDo(await getWorkList(db.database, askingOf(people.owner), again.id));
  expect(rules[0]).toMatchObject({ rule: "tier:accommodation", right: 2, wrong: 0, precision: 1 });
});

test("two people at the same item at once: one decides, the other is told whose decision stands", async () => {
  const caseId = await openCase({ "a.csv": stays(1, 2) });
  const { id } = await count(caseId);
  const item = (await listItems(id)).items[0]?.fingerprint ?? "";
  const answers = await Promise.all([decide(id, people.owner, "confirmed", [item]), decide(id, people.second, "rejected", [item])]);
  const [one, other] = answers.map(mustDo);
  expect([one?.changed.length, other?.changed.length].sort()).toEqual([0, 1]);
  const conflict = [one, other].find((answer) => answer?.conflicts.length === 1)?.conflicts[0];
  expect(["承办人", "协办人"]).toContain(conflict?.by);
  expect(await db.owner.selectFrom("item_decisions").select("decision").where("count_id", "=", id).execute()).toHaveLength(1);
});

test("the same request again changes nothing and answers the same", async () => {
  const caseId = await openCase({ "a.csv": stays(1, 3) });
  const { id } = await count(caseId);
  const [one = "", two = ""] = (await listItems(id)).items.map(({ fingerprint }) => fingerprint);
  const requestId = randomUUID();
  const first = mustDo(await decide(id, people.owner, "confirmed", [one, two], requestId));
  expect(mustDo(await decide(id, people.owner, "confirmed", [one, two], requestId))).toEqual(first);
  expect(first).toMatchObject({ changed: [one, two], progress: { proved: true } });
});

test("a card that fails Luhn is put back by a person with a reason; what is provably invalid cannot be", async () => {
  const card = buildBankCard(7);
  const wrong = `${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`;
  const caseId = await openCase({ "a.csv": `姓名,银行卡号\n张某,${wrong}\n`, "b.csv": "姓名,身份证号\n李某,110101199003074611\n" });
  const first = await count(caseId);
  const excluded = (await listItems(first.id, "excluded")).items;
  expect(excluded).toMatchObject([{ tier: "C", machine: { step: "excluded", rules: ["exclusion:luhn"] }, row: { reason: "invalid" } }]);
  const fingerprint = excluded[0]?.fingerprint ?? "";
  expect(mustDo(await decide(first.id, people.owner, "confirmed", [fingerprint])).changed, "only restored fits").toEqual([]);
  mustDo(await decide(first.id, people.owner, "restored", [fingerprint]));
  const again = await count(caseId);
  expect(again.result.ledger.tiers.C).toMatchObject({ seized: 2, valid: 1, excluded: { invalid: 1 } });
  expect(again.result.workList).toMatchObject({ restored: 1, unmatched: 0 });
  const { decisions } = mustDo(await exportDecisions(db.database, askingOf(people.owner), again.id));
  expect(decisions).toMatchObject([{ decision: "restored", place: { source: "a.csv", row: 2 }, machine: { step: "excluded" } }]);
});

test("a batch of tier C is presumed true, and single records of it are found untrue, by place, until that is taken back", async () => {
  const caseId = await openCase({ "a.txt": `手机 ${buildMobile(1)}\n手机 ${buildMobile(2)}\n手机 ${buildMobile(2)}\n` });
  const first = await count(caseId);
  const place = { source: "a.txt", row: 2, offset: Buffer.byteLength(`手机 ${buildMobile(1)}\n手机 `) };
  const say = (id: string, decision: "rejected" | "undone", actor = people.owner) =>
    decideRows(db.database, askingOf(actor), id, { requestId: randomUUID(), decision, places: [place], reason: "经核实系编造" });
  expect(mustDo(await say(first.id, "rejected"))).toMatchObject({ changed: [expect.any(String)], progress: { recount: true } });
  expect(mustDo(await say(first.id, "rejected", people.second))).toMatchObject({
    changed: [],
    conflicts: [{ state: "rejected", by: "承办人" }],
  });
  const again = await count(caseId);
  expect(again.result.ledger.tiers.C).toMatchObject({ seized: 3, valid: 2, distinct: 2, excluded: { rejected: 1 } });
  expect(await progressOf(again.id)).toMatchObject({ recount: false, proved: true });
  expect((await listItems(again.id, "rejected")).items).toMatchObject([{ tier: "C", row: { place } }]);
  expect(mustDo(await say(again.id, "undone")).progress.recount).toBe(true);
  expect((await count(caseId)).result.ledger.tiers.C).toMatchObject({ valid: 3, distinct: 2 });
});

test("a sensitive count with open items is printed as proved only by who may, with a reason that is kept", async () => {
  const caseId = await openCase({ "a.csv": stays(1, 3) });
  const { id } = await count(caseId);
  const override = (actor: Actor) =>
    overrideProof(db.database, askingOf(actor), id, { requestId: randomUUID(), reason: "经检察长批准先行出具" });
  expect(await override(people.second)).toMatchObject({ kind: "not-permitted" });
  expect(await override(people.technician)).toMatchObject({ kind: "not-permitted" });
  expect(mustDo(await override(people.leader))).toMatchObject({
    proved: false,
    printable: true,
    override: { by: "本院领导", reason: "经检察长批准先行出具", open: { A: 0, B: 2 } },
  });
  const entries = await db.owner.selectFrom("audit_entries").select("data").where("kind", "=", "proof-overridden").execute();
  expect(entries.map(({ data }) => data)).toContainEqual({ countId: id, openA: 0, openB: 2 });
});

test("technicians read the list and decide nothing; leaders of other offices see no item", async () => {
  const caseId = await openCase({ "a.csv": stays(1, 2) });
  const { id } = await count(caseId);
  const item = (await listItems(id)).items[0]?.fingerprint ?? "";
  expect(await decide(id, people.technician, "confirmed", [item])).toMatchObject({ kind: "not-permitted" });
  const query = { state: "open" as const, after: -1, size: 5 };
  expect((await findItems(db.database, askingOf(people.technician), id, query)).ok).toBe(true);
  expect(await findItems(db.database, askingOf(people.cityLeader), id, query)).toMatchObject({ kind: "not-permitted" });
  const seen = await db.database.transact({ as: "person", actor: people.cityLeader }, (tx) =>
    tx.selectFrom("count_items").select("seq").where("count_id", "=", id).execute(),
  );
  expect(seen).toEqual([]);
  const asked = await db.database.transact({ as: "person", actor: people.cityLeader }, async (tx) => [
    ...(await sql`select * from item_states(${id})`.execute(tx)).rows,
    ...(await sql`select * from items_in_state(${id}, 'open', null, -1, 5)`.execute(tx)).rows,
    ...(await sql`select * from held_decisions(${caseId})`.execute(tx)).rows,
  ]);
  expect(asked, "nor by the functions that read at once").toEqual([]);
});

test("nobody decides in another person's name, and no decision is changed", async () => {
  const caseId = await openCase({ "a.csv": stays(1, 2) });
  const { id } = await count(caseId);
  const item = (await listItems(id)).items[0]?.fingerprint ?? "";
  const forged = db.database.transact({ as: "person", actor: people.owner }, (tx) =>
    sql`insert into item_decisions (case_id, count_id, fingerprint, tier, step, decision, wrong_rules, rules, place, decided_by, decided_at)
      values (${caseId}, ${id}, decode(${item}, 'hex'), 'B', 'valid', 'confirmed', '{}', '{}', '{}', ${people.second.personId}, now())`.execute(
      tx,
    ),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
  mustDo(await decide(id, people.owner, "confirmed", [item]));
  await expect(sql`update item_decisions set decision = 'rejected', reason = 'x'`.execute(db.owner)).rejects.toThrow();
});

test("one correction of a column serves all tables of its shape, is kept with its reason, and withdrawn leaves later counts", async () => {
  const table = (at: number) => `姓名,代码\n张某,${buildMobile(at)}\n李某,x${at}\n王某,y${at}\n`;
  const caseId = await openCase({ "a.csv": table(1), "b.csv": table(2) });
  const first = await count(caseId);
  expect(first.result.shapes).toMatchObject([{ sources: 2, columns: [{ name: "姓名" }, { name: "代码", kind: null }] }]);
  const shape = first.result.shapes?.[0]?.id ?? "";
  const add = (correction: Correction) =>
    addCorrection(db.database, askingOf(people.technician), caseId, { requestId: randomUUID(), countId: first.id, correction });
  const column = { type: "column", shape, source: null, column: "代码", kind: "mobile", reason: "该列为手机号", cite: null } as const;
  expect(await add({ ...column, shape: "s0000000000000000" })).toMatchObject({
    kind: "invalid-input",
    detail: { place: "correction.shape" },
  });
  expect(await add({ ...column, column: "手机" })).toMatchObject({ kind: "invalid-input", detail: { place: "correction.column" } });
  const kept = mustDo(await add(column));
  expect(kept).toMatchObject({ by: "技术人员", correction: { by: "技术人员", reason: "该列为手机号" }, withdrawn: null });

  const again = await count(caseId);
  expect(mustDo(await getShapes(db.database, askingOf(people.owner), again.id))).toMatchObject({
    shapes: [{ id: shape, sources: 2 }],
    corrections: [{ reason: "该列为手机号" }],
    effects: [{ correction: 1, tables: 2 }],
  });
  expect(again.result.options.corrections).toMatchObject([{ reason: "该列为手机号", by: "技术人员" }]);
  expect(again.result.corrections).toEqual([{ correction: 1, tables: 2, records: 6 }]);
  expect(again.result.shapes).toMatchObject([{ id: shape, columns: [{}, { kind: "mobile", inferred: null }] }]);
  const withdraw = () =>
    withdrawCorrection(db.database, askingOf(people.owner), { caseId, correctionId: kept.id }, { requestId: randomUUID(), reason: "有误" });
  const both = await Promise.all([withdraw(), withdraw()]);
  expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
  expect((await count(caseId)).result.options.corrections).toBeUndefined();
  expect(mustDo(await listCorrections(db.database, askingOf(people.owner), caseId)).items).toMatchObject([
    { withdrawn: { by: "承办人", reason: "有误" } },
  ]);
});
