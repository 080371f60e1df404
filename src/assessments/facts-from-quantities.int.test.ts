import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { getFactsFromCount } from "#assessments/get-facts-from-count.query.ts";
import { tryFacts } from "#assessments/try-facts.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildDelivery } from "#deliveries/delivery.builder.ts";
import { recordDeliveries } from "#deliveries/record-deliveries.command.ts";
import { GainsChoices } from "#gains/gains.contract.ts";
import { importMoneyFlow } from "#gains/import-money-flow.command.ts";
import { keepGains } from "#gains/keep-gains.command.ts";
import { buildFinishedCount } from "#groups/finished-count.builder.ts";
import { buildMobile } from "#scan/count.builder.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

let db: TestDatabase;
let people: { owner: Actor; stranger: Actor };
const provisions = loadProvisions();
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
});
afterAll(() => db.close());

const CASE_FLOW = "日期,收/支,金额\n2024-03-01,收入,5200.50\n";

async function buildQuantities() {
  const { id: caseId } = await buildCase(db.database, people.owner);
  const asking = askingOf(people.owner);
  const countId = await buildFinishedCount(db.owner, people.owner, caseId, {
    "名单.csv": `手机号\n${buildMobile(1)}\n${buildMobile(2)}\n`,
  });
  const ledger = { countId, tier: "C" } as const;
  const deliveries = ["甲", "乙", "丙"].map((party) => buildDelivery({ direction: "sold", party, ledger }));
  const recorded = await recordDeliveries({ database: db.database, provisions }, asking, caseId, {
    requestId: randomUUID(),
    name: "流转",
    deliveries,
  });
  const stream = (async function* () {
    yield Buffer.from(CASE_FLOW);
  })();
  const upload = { requestId: randomUUID(), name: "流水.csv", stream, signal: new AbortController().signal };
  const flow = mustDo(await importMoneyFlow({ database: db.database, fingerprint: (words) => Buffer.from(words) }, asking, caseId, upload));
  const choices = GainsChoices.parse({ decisions: [{ line: "2", treatment: "gain", reason: "卖料所得" }] });
  const gains = mustDo(await keepGains(db.database, asking, flow.id, { requestId: randomUUID(), choices }));
  return { caseId, countId, deliveryTableId: mustDo(recorded).id, calculationId: gains.id };
}

test("a table of deliveries and a calculation of gains give the facts of an assessment, which then counts once a recipient", async () => {
  const { caseId, ...query } = await buildQuantities();
  const { facts } = mustDo(await getFactsFromCount(db.database, askingOf(people.owner), caseId, query));
  expect(facts).toMatchObject({ gains: 5200.5, profit: 5200.5, sets: [{ tier: "C", items: 2 }] });
  const answer = mustDo(await tryFacts(provisions, people.owner, { ...facts, actDate: "2024-03-01" }));
  if (!("counts" in answer)) throw new Error("another offence");
  expect(answer.counts.C).toBe(6);
  expect(answer.band).toBe("serious");
});

test("quantities of another case, or of none, give no facts", async () => {
  const [one, other] = [await buildQuantities(), await buildQuantities()];
  const ask = (query: object) => getFactsFromCount(db.database, askingOf(people.owner), one.caseId, { countId: one.countId, ...query });
  expect(await ask({ deliveryTableId: other.deliveryTableId })).toMatchObject({ kind: "not-found" });
  expect(await ask({ calculationId: other.calculationId })).toMatchObject({ kind: "not-found" });
  expect(await ask({ deliveryTableId: randomUUID() })).toMatchObject({ kind: "not-found" });
  const { caseId, ...query } = one;
  expect(await getFactsFromCount(db.database, askingOf(people.stranger), caseId, query)).toMatchObject({ kind: "not-found" });
});
