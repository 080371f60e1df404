import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { findGainsLines } from "#gains/find-gains-lines.query.ts";
import { GainsChoices, type MoneyFlow } from "#gains/gains.contract.ts";
import { getGains } from "#gains/get-gains.query.ts";
import { importMoneyFlow } from "#gains/import-money-flow.command.ts";
import { keepGains } from "#gains/keep-gains.command.ts";
import { listGains } from "#gains/list-gains.query.ts";
import { listMoneyFlows } from "#gains/list-money-flows.query.ts";
import { tryGains } from "#gains/try-gains.query.ts";

const FLOW = [
  "日期,付款方,收款方,金额,备注",
  "2024-03-01,钱某某,6222021234567890123,5200.50,",
  "2024-03-02,6222021234567890123,钱某某,200.50,退款 13912345678",
  "2024-03-05,6222021234567890123,孙某某,1000.00,买料",
  "2024-03-06,钱某某,6222021234567890123,约五百,",
].join("\n");

let db: TestDatabase;
let people: { owner: Actor; manager: Actor; cityLeader: Actor; stranger: Actor };
let file: CaseDetail;
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
  file = await buildCase(db.database, people.owner);
});
afterAll(() => db.close());

const parts = () => ({ database: db.database, fingerprint: (words: string) => createHash("sha256").update(`key ${words}`).digest() });
const upload = (text = FLOW, requestId: string = randomUUID()) => ({
  requestId,
  name: "流水.csv",
  stream: (async function* () {
    yield Buffer.from(text);
  })(),
  signal: new AbortController().signal,
});
const importFlow = (actor = people.owner) => importMoneyFlow(parts(), askingOf(actor), file.id, upload());
const choose = (flow: MoneyFlow, more: object = {}) =>
  GainsChoices.parse({ own: flow.parties.filter(({ masked }) => masked.startsWith("622202")).map(({ key }) => key), ...more });
const DECIDED = {
  decisions: [
    { line: "4", treatment: "cost", reason: "购买信息" },
    { line: "5", treatment: "unrelated", reason: "金额不明，不认定" },
  ],
};

test("a flow is kept without names, accounts or phone numbers, once for each request", async () => {
  const requestId = randomUUID();
  const flow = mustDo(await importMoneyFlow(parts(), askingOf(people.owner), file.id, upload(FLOW, requestId)));
  expect(flow).toMatchObject({
    lines: 4,
    unreadable: 1,
    from: "2024-03-01",
    until: "2024-03-06",
    sha256: createHash("sha256").update(FLOW).digest("hex"),
  });
  expect(flow.parties.map(({ masked, paid, received }) => [masked, paid, received])).toEqual([
    ["622202*********0123", 2, 2],
    ["钱**", 2, 1],
    ["孙**", 0, 1],
  ]);
  expect(mustDo(await importMoneyFlow(parts(), askingOf(people.owner), file.id, upload(FLOW, requestId))).id).toBe(flow.id);
  const [row] = await db.owner.selectFrom("money_flows").selectAll().where("id", "=", flow.id).execute();
  expect(JSON.stringify(row)).not.toMatch(/钱某某|孙某某|6222021234567890123|13912345678/);
  expect(mustDo(await listMoneyFlows(db.database, askingOf(people.manager), file.id)).items).toContainEqual(flow);
});

test("choices are tried, then kept with figures and lines; every line has its row, its reason and its effect", async () => {
  const flow = mustDo(await importFlow());
  const tried = mustDo(
    await tryGains(db.database, askingOf(people.owner), flow.id, { choices: choose(flow), page: 1, size: 50, treatment: "open" }),
  );
  expect(tried.figures).toMatchObject({ complete: false, open: 2, unreadable: 1, total: { gains: "5000.00", profit: "5000.00" } });
  expect(tried.lines.items.map(({ row, payee }) => [row, payee])).toEqual([
    [4, "孙**"],
    [5, "622202*********0123"],
  ]);
  expect(await db.owner.selectFrom("gains_calculations").select("id").execute()).toEqual([]);

  const request = { requestId: randomUUID(), choices: choose(flow, DECIDED) };
  const kept = mustDo(await keepGains(db.database, askingOf(people.owner), flow.id, request));
  expect(kept.figures).toMatchObject({ complete: true, total: { gains: "5000.00", profit: "4000.00" } });
  expect(mustDo(await keepGains(db.database, askingOf(people.owner), flow.id, request)).id).toBe(kept.id);
  expect(mustDo(await getGains(db.database, askingOf(people.owner), kept.id))).toEqual(kept);
  const lines = mustDo(await findGainsLines(db.database, askingOf(people.owner), kept.id, { page: 1, size: 2 }));
  expect(lines).toMatchObject({ total: 4, page: 1, size: 2 });
  expect(lines.items.map(({ row, treatment, onGains, payer }) => [row, treatment, onGains, payer])).toEqual([
    [2, "gain", "5200.50", "钱**"],
    [3, "refund", "-200.50", "622202*********0123"],
  ]);
  expect(mustDo(await findGainsLines(db.database, askingOf(people.owner), kept.id, { treatment: "cost", page: 1, size: 9 })).total).toBe(1);
});

describe("who may", () => {
  test("import and calculate: the team; lines: those who may see rows; figures: whoever sees the case", async () => {
    const flow = mustDo(await importFlow());
    const kept = mustDo(await keepGains(db.database, askingOf(people.owner), flow.id, { requestId: randomUUID(), choices: choose(flow) }));
    expect(await importFlow(people.manager)).toMatchObject({ kind: "not-permitted" });
    expect(await importFlow(people.stranger)).toMatchObject({ kind: "not-found" });
    const calculate = (actor: Actor) =>
      keepGains(db.database, askingOf(actor), flow.id, { requestId: randomUUID(), choices: choose(flow) });
    expect(await calculate(people.manager)).toMatchObject({ kind: "not-permitted" });
    expect(await calculate(people.cityLeader)).toMatchObject({ kind: "not-found" });
    expect(await listMoneyFlows(db.database, askingOf(people.cityLeader), file.id)).toMatchObject({ kind: "not-permitted" });
    expect(mustDo(await getGains(db.database, askingOf(people.cityLeader), kept.id)).figures).toEqual(kept.figures);
    expect(mustDo(await listGains(db.database, askingOf(people.cityLeader), file.id)).items).toContainEqual(kept);
    const linesFor = (actor: Actor) => findGainsLines(db.database, askingOf(actor), kept.id, { page: 1, size: 9 });
    expect(await linesFor(people.cityLeader)).toMatchObject({ kind: "not-permitted" });
    expect((await linesFor(people.manager)).ok).toBe(true);
    expect(await linesFor(people.stranger)).toMatchObject({ kind: "not-found" });
    expect(await getGains(db.database, askingOf(people.stranger), kept.id)).toMatchObject({ kind: "not-found" });
  });
  test("row-level security shows lines of a flow to nobody who may not see rows, whatever a query forgot", async () => {
    mustDo(await importFlow());
    const see = (actor: Actor) =>
      db.database.transact({ as: "person", actor }, async (tx) => [
        (await tx.selectFrom("money_flows").select("id").execute()).length > 0,
        (await tx.selectFrom("gains_lines").select("seq").execute()).length > 0,
        (await tx.selectFrom("gains_calculations").select("id").execute()).length > 0,
      ]);
    expect(await see(people.owner)).toEqual([true, true, true]);
    expect(await see(people.cityLeader)).toEqual([false, false, true]);
    expect(await see(people.stranger)).toEqual([false, false, false]);
  });
  test("nothing is changed or deleted", async () => {
    for (const table of ["money_flows", "gains_calculations", "gains_lines"])
      for (const change of [`update ${table} set case_id = case_id`, `delete from ${table}`]) {
        const acting = { as: "person", actor: people.owner } as const;
        await expect(
          db.database.transact(acting, (tx) => sql.raw(change).execute(tx)),
          change,
        ).rejects.toThrow(/permission denied/);
        await expect(sql.raw(change).execute(db.owner), change).rejects.toThrow(/append-only/);
      }
  });
});

describe("what contradicts the flow is refused with its place", () => {
  test.each([
    ["a party that is none", { own: ["ffff"] }, "choices.own"],
    ["a line that is none", { decisions: [{ line: "77", treatment: "cost", reason: "x" }] }, "choices.decisions[0].line"],
    ["an income called a cost", { decisions: [{ line: "2", treatment: "cost", reason: "x" }] }, "choices.decisions[0].treatment"],
  ])("%s", async (_title, more, place) => {
    const flow = mustDo(await importFlow());
    const request = { requestId: randomUUID(), choices: choose(flow, more) };
    expect(await keepGains(db.database, askingOf(people.owner), flow.id, request)).toMatchObject({
      kind: "invalid-input",
      detail: { place },
    });
  });
  test.each([
    ["a table without amounts", "姓名,手机\n甲,1\n"],
    ["no table at all", "%PDF-1.7\n"],
    ["an empty file", ""],
  ])("%s is no money flow", async (_title, text) => {
    expect(await importMoneyFlow(parts(), askingOf(people.owner), file.id, upload(text))).toMatchObject({ kind: "invalid-input" });
  });
});
