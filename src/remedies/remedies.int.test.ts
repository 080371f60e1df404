import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { GainsChoices } from "#gains/gains.contract.ts";
import { importMoneyFlow } from "#gains/import-money-flow.command.ts";
import { keepGains } from "#gains/keep-gains.command.ts";
import { actOnRemedy } from "#remedies/act-on-remedy.command.ts";
import { beginRemedy } from "#remedies/begin-remedy.command.ts";
import { loadRemedyBooks } from "#remedies/books/load-remedy-books.query.ts";
import { buildDamages, consequence } from "#remedies/damages/damages.builder.ts";
import { listRemedies } from "#remedies/list-remedies.query.ts";
import type { RemedyAct, RemedyBegin, RemedyRecord } from "#remedies/remedies.contract.ts";

let db: TestDatabase;
let people: { owner: Actor; pil: Actor; manager: Actor; technician: Actor; stranger: Actor; elsewhere: Actor };
let file: CaseDetail;
const books = loadRemedyBooks();
const parts = () => ({ database: db.database, books });
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益检察官", ["pil-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    technician: await buildPerson(db.owner, "技术员", ["technician"]),
    stranger: await buildPerson(db.owner, "同院", ["criminal-prosecutor"]),
    elsewhere: await buildPerson(db.owner, "邻院案管", ["case-manager"], "990102"),
  };
  file = await buildCase(db.database, people.owner, [
    [people.pil, "pil-prosecutor"],
    [people.technician, "technician"],
  ]);
});
afterAll(() => db.close());

const begin = (what: RemedyBegin, actor = people.owner, requestId: string = randomUUID()) =>
  beginRemedy(parts(), askingOf(actor), file.id, { requestId, begin: what });
const act = ({ id, version }: RemedyRecord, what: RemedyAct, actor = people.owner, requestId: string = randomUUID()) =>
  actOnRemedy(parts(), askingOf(actor), id, { requestId, expectedVersion: version, act: what });
const ledger: RemedyBegin = {
  kind: "compensation",
  content: {
    ...{ title: "赔偿款", debtor: "毛山遥", instrument: "（2026）云01民初8号", due: 1000, payee: "云岭县财政局", localRule: null },
    instalments: [{ on: "2026-11-01", amount: 1000 }],
  },
};
const account = { kind: "finance-account", name: "云岭县财政专户" };
const pay = (amount: number): RemedyAct => ({
  kind: "compensation",
  action: { type: "pay", on: "2026-11-20", amount, document: "缴款书", account, overReason: null },
});

test("a composition is begun once however often it is sent, its overlap chosen by a named prosecutor, then decided", async () => {
  const requestId = randomUUID();
  const what = { kind: "damages" as const, content: buildDamages({ consequences: [consequence("confiscation", 6_000_000)] }) };
  const begun = mustDo(await begin(what, people.pil, requestId));
  expect(mustDo(await begin(what, people.pil, requestId)).id).toBe(begun.id);
  const choose: RemedyAct = {
    kind: "damages",
    action: { type: "choose", pot: "gains", option: "deduct-claim", reason: "同一笔违法所得已没收" },
  };
  expect(await act(begun, choose, people.technician)).toMatchObject({ ok: false, kind: "not-permitted" });
  const chosen = mustDo(await act(begun, choose, people.pil));
  const decided = mustDo(await act(chosen, { kind: "damages", action: { type: "decide", reason: "检察官会议讨论" } }));
  expect(decided).toMatchObject({
    version: 3,
    state: { decided: { by: "承办人" }, answer: { net: { low: 4_000_000, high: 4_000_000, settled: true } } },
  });
  const [pot] = decided.kind === "damages" ? decided.state.answer.pots : [];
  expect(pot?.choice).toMatchObject({ by: "公益检察官", reason: "同一笔违法所得已没收" });
  expect(decided.history.map(({ type, by }) => [type, by])).toEqual([
    ["begin", "公益检察官"],
    ["choose", "公益检察官"],
    ["decide", "承办人"],
  ]);
});

test("two payments at once: one is told to look again, and no fen is counted twice; the same sent twice is one", async () => {
  const record = mustDo(await begin(ledger));
  const both = await Promise.all([act(record, pay(400)), act(record, pay(400), people.manager)]);
  expect(both.map((outcome) => (outcome.ok ? "done" : outcome.kind)).sort()).toEqual(["done", "stale-version"]);
  const requestId = randomUUID();
  const next = { ...record, version: 2 };
  const [first, again] = [await act(next, pay(100), people.owner, requestId), await act(next, pay(100), people.owner, requestId)];
  expect(again).toEqual(first);
  expect(mustDo(again)).toMatchObject({ version: 3, state: { paid: 500, unpaid: 500, overdue: { amount: 500, since: "2026-11-01" } } });
});

test("an entry is never changed in the database, whoever asks", async () => {
  await expect(db.owner.updateTable("remedy_events").set({ type: "spend" }).execute()).rejects.toThrow();
  await expect(db.owner.deleteFrom("remedy_events").execute()).rejects.toThrow();
});

test("who does not see the case sees, begins and changes nothing; the server role sees no row for them either", async () => {
  const record = mustDo(await begin(ledger));
  for (const actor of [people.stranger, people.elsewhere]) {
    expect(await listRemedies(parts(), askingOf(actor), file.id)).toMatchObject({ ok: false, kind: "not-found" });
    expect(await begin(ledger, actor)).toMatchObject({ ok: false, kind: "not-found" });
    expect(await act(record, pay(1), actor)).toMatchObject({ ok: false, kind: "not-found" });
    const rows = await db.database.transact({ as: "person", actor }, async (tx) => [
      await tx.selectFrom("remedies").select("id").execute(),
      await tx.selectFrom("remedy_events").select("version").execute(),
    ]);
    expect(rows).toEqual([[], []]);
  }
});

test("each kind has its table row: the case manager books money and decides no claim, the PIL prosecutor keeps no leniency record", async () => {
  expect((await begin(ledger, people.manager)).ok).toBe(true);
  expect(await begin({ kind: "damages", content: buildDamages() }, people.manager)).toMatchObject({ ok: false, kind: "not-permitted" });
  const facts = { minor: false, especiallySerious: null, firstOffence: null, allGainsReturned: null, repentance: null };
  const content = { ...facts, partyId: randomUUID(), compensationId: null };
  expect(await begin({ kind: "leniency", content }, people.pil)).toMatchObject({ ok: false, kind: "not-permitted" });
  expect(await begin({ kind: "leniency", content })).toMatchObject({ ok: false, kind: "not-found" });
});

test("a leniency record names a suspect of the case and its compensation, whose progress is read beside it", async () => {
  const party = { kind: "natural-person" as const, role: "suspect" as const, name: "毛山遥", note: null };
  const change = { requestId: randomUUID(), expectedVersion: file.version, action: { type: "add-party" as const, party } };
  file = mustDo(await actOnCase(db.database, askingOf(people.owner), file.id, change));
  const money = mustDo(await begin(ledger));
  const facts = { minor: false, especiallySerious: false, firstOffence: true, allGainsReturned: null, repentance: true };
  const content = { ...facts, partyId: file.parties[0]?.id ?? "", compensationId: money.id };
  expect(mustDo(await begin({ kind: "leniency", content }))).toMatchObject({ person: "毛山遥", state: { minorCircumstances: null } });
  expect(await begin({ kind: "leniency", content: { ...content, compensationId: randomUUID() } })).toMatchObject({ ok: false });
});

test("a source that is no record of the case is refused, and so is a number that its source does not say", async () => {
  const evidence = { kind: "evidence" as const, evidenceId: randomUUID(), page: "3" };
  const [component] = buildDamages().components;
  if (component === undefined) throw new Error("no component");
  const named = buildDamages({ components: [{ ...component, source: evidence }] });
  expect(await begin({ kind: "damages", content: named })).toMatchObject({ ok: false, kind: "invalid-input" });
  const gains = buildDamages({ components: [{ ...component, source: { kind: "gains", calculationId: randomUUID() } }] });
  expect(await begin({ kind: "damages", content: gains })).toMatchObject({ ok: false, kind: "invalid-input" });
});

test("a kept calculation stands behind its own gains to the fen, and behind no other amount", async () => {
  const text = "日期,付款方,收款方,金额\n2026-03-01,甲,乙,864.05\n";
  const stream = (async function* () {
    yield Buffer.from(text);
  })();
  const fingerprint = (words: string) => createHash("sha256").update(words).digest();
  const upload = { requestId: randomUUID(), name: "流水.csv", stream, signal: new AbortController().signal };
  const flow = mustDo(await importMoneyFlow({ database: db.database, fingerprint }, askingOf(people.owner), file.id, upload));
  const own = flow.parties.filter(({ received }) => received > 0).map(({ key }) => key);
  const kept = { requestId: randomUUID(), choices: GainsChoices.parse({ own }) };
  const calculation = mustDo(await keepGains(db.database, askingOf(people.owner), flow.id, kept));
  expect(calculation.figures.facts.gains).toBe(864.05);
  const claim = (amount: number) => {
    const source = { kind: "gains" as const, calculationId: calculation.id };
    return { kind: "damages" as const, content: buildDamages({ components: [{ id: "g", kind: "gain", label: "获益", amount, source }] }) };
  };
  expect(mustDo(await begin(claim(86_405)))).toMatchObject({ state: { answer: { claim: { gross: 86_405 }, unsourced: 0 } } });
  expect(await begin(claim(86_404))).toMatchObject({ ok: false, kind: "invalid-input" });
});

test("an act of another kind than the record is refused", async () => {
  const record = mustDo(await begin({ kind: "damages", content: buildDamages() }));
  expect(await act(record, pay(1))).toMatchObject({ ok: false, kind: "invalid-input" });
});
