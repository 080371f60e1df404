import { afterAll, beforeAll, expect, test } from "vitest";
import { buildTestServer, type Client, type TestServer } from "#http/test-server.builder.ts";
import { ComputedPeriods, FlipMap, Library, PeriodRules, VersionComparison, WhyAnswer } from "#law/law.contract.ts";

let server: TestServer;
let prosecutor: Client;
beforeAll(async () => {
  server = await buildTestServer();
  prosecutor = await server.signIn("prosecutor");
}, 120_000);
afterAll(() => server.close());

const sold = [{ id: "s1", tier: "C", items: 6000, conducts: [{ kind: "sell", recipient: "甲", insider: false }] }];
const facts = { offence: "infringing-personal-information", actDate: "2024-03-01", decisionDate: "2026-11-25", sets: sold, gains: 0 };

async function ask(path: string, payload: object) {
  const response = await prosecutor.send("POST", `/api${path}`, payload);
  return { status: response.statusCode, body: response.json() };
}

test("the library holds every law with citation and what it means, and tells what each version changed", async () => {
  const response = await prosecutor.send("GET", "/api/law/library");
  const { laws, offences } = Library.parse(response.json());
  expect(laws.map(({ id }) => id)).toEqual(expect.arrayContaining(["criminal-law", "spc-spp-2017-10", "opinions-2025-12"]));
  const limb = laws.flatMap(({ articles }) => articles.flatMap(({ entries }) => entries)).find(({ id }) => id === "5-1-3");
  expect(limb).toMatchObject({
    cite: "法释〔2017〕10号 第五条第一款第三项",
    band: "serious",
    inForce: { from: "2017-06-01", until: null },
  });
  const aiding = offences.find(({ offence }) => offence === "aiding-network-crime")?.changes.find(({ id }) => id === "2025-12");
  expect(aiding?.from).toBe("2025-07-22");
  expect(aiding?.added.length).toBeGreaterThan(0);
  expect(aiding?.removed.length).toBeGreaterThan(0);
});

test("an answer leads from the conclusion over its limbs to the facts they read", async () => {
  const { body } = await ask("/law/assessment", { facts });
  const answer = WhyAnswer.parse(body);
  expect(answer.band).toBe("serious");
  expect(answer.limbs.find(({ id }) => id === "5-1-5")).toMatchObject({ outcome: "met", facts: expect.arrayContaining(["sets"]) });
  const insult = WhyAnswer.parse(
    (await ask("/law/assessment", { facts: { offence: "insult", publicProsecutionFacts: { massIncident: true } } })).body,
  );
  expect(insult.publicProsecution).toMatchObject({ outcome: "met" });
  expect(insult.established).toBe("unknown");
});

test("a flip map shows where the band changes on either side, with the margin, and what an unknown answer would do", async () => {
  const { body } = await ask("/law/flip-map", { facts: { ...facts, priorCriminalPunishment: null } });
  const { lines } = FlipMap.parse(body);
  expect(lines.find(({ fact }) => fact === "sets.s1.items")).toMatchObject({
    value: 6000,
    down: { at: 4999, to: "none", margin: -0.1668 },
    up: { at: 50_000, to: "especially-serious", margin: 7.3333 },
    spans: [
      { from: 0, to: 4999, band: "none", atMost: expect.any(String) },
      { from: 5000, to: 49_999, band: "serious", atMost: expect.any(String) },
      { from: 50_000, to: null, band: "especially-serious", atMost: "especially-serious" },
    ],
  });
  expect(lines.find(({ fact }) => fact === "priorCriminalPunishment")?.choices.map(({ value }) => value)).toEqual([true, false]);
});

test("the time machine keeps a time without an interpretation apart from 'none', and marks the law that applies", async () => {
  const { columns } = VersionComparison.parse((await ask("/law/versions", { facts })).body);
  expect(columns.map(({ from, band, applies }) => [from, band, applies])).toEqual([
    ["2009-02-28", null, false],
    ["2015-11-01", null, false],
    ["2017-06-01", "serious", true],
  ]);
  const joined = VersionComparison.parse((await ask("/law/versions", { facts: { ...facts, actDate: "2014-05-01" } })).body).columns.at(-1);
  expect(joined).toMatchObject({ joined: true, applies: true, statute: { id: "amendment-7" }, interpretation: { id: "2017-10" } });
});

test("periods are computed with the nature of their days; a refused one does not hide the others", async () => {
  const rules = PeriodRules.parse((await prosecutor.send("GET", "/api/law/periods")).json());
  expect(rules.rules.length).toBeGreaterThan(40);
  const requests = [
    { rule: "CR-ARR-7", from: "2026-09-25" },
    { rule: "CR-ARR-7", from: "2026-13-01" },
  ];
  const { periods } = ComputedPeriods.parse((await ask("/law/periods/computation", { language: "zh", requests })).body);
  expect(periods[0]).toMatchObject({ ok: true, answer: { due: "2026-10-02" } });
  expect(periods[1]).toMatchObject({ ok: false, argument: "--from", found: "2026-13-01" });
});

test("jurisdiction is a draft with every rule in its order", async () => {
  const { body } = await ask("/law/jurisdiction", {
    language: "zh",
    facts: { filings: [{ organ: "330103", acceptedOn: "2026-01-02" }], placesOfCrime: [{ basis: "server", division: "330103" }] },
  });
  expect(body).toMatchObject({ organ: "330103", because: "only-filing" });
  expect(body.order).toHaveLength(6);
});

test("facts that do not fit the contract are refused with the place and what was expected", async () => {
  const { status, body } = await ask("/law/assessment", { facts: { offence: "insult", victim: 5 } });
  expect(status).toBe(400);
  expect(body.error?.kind ?? body.kind).toBe("invalid-input");
});
