import { describe, expect, test } from "vitest";
import { assess } from "#statutes/assess.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { parseFacts } from "#statutes/parse-facts.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import { buildFacts, buildSets } from "#statutes/statutes.builder.ts";
import type { Assessment, Band, InfringingFacts, Tier } from "#statutes/statutes.contract.ts";

const provisions = loadProvisions();
const metLimbs = (answer: Assessment) => answer.grounds.filter((ground) => ground.outcome === "met").map((ground) => ground.limb);

test("the example of the command line's contract comes out exactly", () => {
  const parsed = parseFacts({
    offence: "infringing-personal-information",
    accused: "natural-person",
    actDate: "2024-03-01",
    decisionDate: "2026-11-22",
    sets: [{ id: "s1", tier: "A", items: 60, conducts: [{ kind: "obtain" }, { kind: "sell", recipient: "r1", insider: true }] }],
    gains: 4000,
    profit: null,
    lawfulBusinessPurchase: false,
    priorCriminalPunishment: false,
    priorCriminalPunishmentDate: null,
    priorAdministrativePenalty: null,
    priorAdministrativePenaltyDate: null,
    insiderIndustry: null,
    firstOffender: null,
    gainsReturned: null,
    repents: null,
    trackUsedForCrime: false,
    knewRecipientCommitsCrimes: false,
    consequences: [],
  });
  expect(parsed.ok).toBe(true);
  if (!parsed.ok) return;
  const answer = assess(parsed.facts, provisions);
  expect(answer).toMatchObject({
    band: "serious",
    counts: { A: 60, B: 0, C: 0, weighted: 6000, insiderWeighted: 6000 },
    missing: ["priorAdministrativePenalty"],
    version: { id: "2017-10", inForceFrom: "2017-06-01" },
    consequence: { imprisonment: { maxYears: 3 }, fine: { from: 4000, to: 20000 } },
    notes: [],
  });
  expect(answer.bandAtMost).toBeUndefined();
  expect(answer.grounds).toContainEqual(
    expect.objectContaining({
      provision: "法释〔2017〕10号 第五条第一款第三项",
      outcome: "met",
      have: "60",
      need: "≥ 50",
      because: ["s1"],
    }),
  );
  expect(answer.grounds.map((ground) => ground.limb)).toEqual([
    "5-1-1",
    "5-1-2",
    "5-1-3",
    "5-1-4",
    "5-1-5",
    "5-1-6",
    "5-1-7",
    "5-1-8",
    "5-1-9",
    "5-1-10",
    "5-2-1",
    "5-2-2",
    "5-2-3",
    "5-2-4",
  ]);
});

describe("the vectors of law.md 13.2", () => {
  const lawful = { lawfulBusinessPurchase: true };
  type Row = [
    title: string,
    items: Partial<Record<Tier, number>>,
    sold: { insider: boolean } | undefined,
    facts: Partial<InfringingFacts>,
    band: Band,
    met: string[],
  ];
  const rows: Row[] = [
    ["50 A", { A: 50 }, undefined, {}, "serious", ["5-1-3"]],
    ["49 A are 4,900", { A: 49 }, undefined, {}, "none", []],
    ["49 A and 10 B are 5,000", { A: 49, B: 10 }, undefined, {}, "serious", ["5-1-6"]],
    ["25 A, 125 B and 1,250 C are 5,000", { A: 25, B: 125, C: 1250 }, undefined, {}, "serious", ["5-1-6"]],
    ["499 B and 9 C are 4,999", { B: 499, C: 9 }, undefined, {}, "none", []],
    ["2,500 C sold by an insider", { C: 2500 }, { insider: true }, {}, "serious", ["5-1-8"]],
    ["2,500 C only obtained", { C: 2500 }, undefined, {}, "none", []],
    ["gains of 5,000", {}, undefined, { gains: 5000 }, "serious", ["5-1-7"]],
    ["100 C sold by an insider for 2,500", { C: 100 }, { insider: true }, { gains: 2500 }, "serious", ["5-1-8"]],
    ["50,000 C", { C: 50000 }, undefined, {}, "especially-serious", ["5-1-5", "5-2-3"]],
    [
      "250 B and 22,500 C sold by an insider are 25,000",
      { B: 250, C: 22500 },
      { insider: true },
      {},
      "especially-serious",
      ["5-1-5", "5-1-8", "5-2-3"],
    ],
    ["1,000,000 C bought for a lawful business, profit 49,999", { C: 1000000 }, undefined, { ...lawful, profit: 49999 }, "none", []],
    ["300 C bought for a lawful business, profit 50,000", { C: 300 }, undefined, { ...lawful, profit: 50000 }, "serious", ["6-1-1"]],
    ["1 B and 6,000 C bought for a lawful business: split", { B: 1, C: 6000 }, undefined, lawful, "none", []],
    ["1 track sold, the buyer used it in a kidnap", { A: 1 }, { insider: false }, { trackUsedForCrime: true }, "serious", ["5-1-1"]],
    [
      "the same with a kidnapped victim",
      { A: 1 },
      { insider: false },
      { trackUsedForCrime: true, consequences: ["kidnapping"] },
      "especially-serious",
      ["5-1-1", "5-2-1"],
    ],
  ];
  test.each(rows)("%s", (_, items, sold, facts, band, met) => {
    const answer = assess(buildFacts({ sets: buildSets(items, sold), ...facts }), provisions);
    expect([answer.band, answer.bandAtMost, metLimbs(answer)]).toEqual([band, undefined, met]);
  });

  test("the same 3,000 C items sold to two buyers by the person who stole them are 6,000", () => {
    const conducts = [
      { kind: "obtain" as const },
      { kind: "sell" as const, recipient: "r1", insider: false },
      { kind: "sell" as const, recipient: "r2", insider: false },
    ];
    const answer = assess(buildFacts({ sets: [{ id: "s1", tier: "C", items: 3000, conducts }] }), provisions);
    expect([answer.counts.C, answer.band, metLimbs(answer)]).toEqual([6000, "serious", ["5-1-5"]]);
  });
});

test("facts with nothing but the offence leave everything open: none, at most especially serious, and the fields named", () => {
  const parsed = parseFacts({ offence: "infringing-personal-information" });
  expect(parsed.ok).toBe(true);
  if (!parsed.ok) return;
  const answer = assess(parsed.facts, provisions);
  expect([answer.band, answer.bandAtMost]).toEqual(["none", "especially-serious"]);
  expect(answer.missing).toEqual(
    expect.arrayContaining([
      "sets",
      "gains",
      "trackUsedForCrime",
      "knewRecipientCommitsCrimes",
      "priorCriminalPunishment",
      "priorAdministrativePenalty",
      "consequences",
      "actDate",
      "decisionDate",
    ]),
  );
});

test("of two interpretations the one of the day of the act applies, unless the later one is more favourable", () => {
  const [present] = provisions.interpretations;
  if (!present) throw new Error("no interpretation");
  const raised = (id: string, from: string, tierA: number) => ({
    ...present,
    id,
    inForce: { from, until: null },
    article5: {
      ...present.article5,
      limbs: present.article5.limbs.map((limb) =>
        limb.test.kind === "tier-count" && limb.test.tier === "A" ? { ...limb, test: { ...limb.test, atLeast: tierA } } : limb,
      ),
    },
  });
  const old = { ...present, inForce: { from: "2017-06-01", until: "2029-12-31" } };
  const under = (next: ReturnType<typeof raised>): Provisions => ({ ...provisions, interpretations: [old, next] });
  const facts = (items: number, actDate: string) => buildFacts({ sets: buildSets({ A: items }), actDate, decisionDate: "2030-06-01" });
  const harsher = under(raised("2030-1", "2030-01-01", 20));
  expect(assess(facts(30, "2029-05-01"), harsher)).toMatchObject({ band: "none", version: { id: "2017-10" } });
  expect(assess(facts(30, "2030-05-01"), harsher)).toMatchObject({ band: "serious", version: { id: "2030-1" } });
});

test.each([
  [{ offence: "murder" }, "offence", "infringing-personal-information", '"murder"'],
  [{}, "offence", "infringing-personal-information", "missing"],
  [
    { offence: "infringing-personal-information", sets: [{ id: "s1", tier: "D", items: 1, conducts: [] }] },
    "sets[0].tier",
    "A, B, C",
    '"D"',
  ],
  [
    { offence: "infringing-personal-information", sets: [{ id: "s1", tier: "A", items: -1, conducts: [] }] },
    "sets[0].items",
    "at least 0",
    "-1",
  ],
  [
    { offence: "infringing-personal-information", sets: [{ id: "s1", tier: "A", items: 1.5, conducts: [] }] },
    "sets[0].items",
    "whole number",
    "1.5",
  ],
  [
    { offence: "infringing-personal-information", sets: [{ id: "s1", conducts: [{ kind: "steal" }] }] },
    "sets[0].conducts[0].kind",
    "obtain, sell, provide, publish",
    '"steal"',
  ],
  [{ offence: "infringing-personal-information", actDate: "2024-02-30" }, "actDate", "YYYY-MM-DD", '"2024-02-30"'],
  [{ offence: "infringing-personal-information", gains: "much" }, "gains", "number", '"much"'],
  [{ offence: "infringing-personal-information", consequences: ["boredom"] }, "consequences[0]", "death", '"boredom"'],
  [[], "FACTS", "object", "[]"],
])("malformed facts name the field, the expectation and what came: %j", (facts, field, expected, found) => {
  const parsed = parseFacts(facts);
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.argument).toBe(field);
  expect(parsed.expected.en).toContain(expected);
  expect(parsed.found).toContain(found);
});
