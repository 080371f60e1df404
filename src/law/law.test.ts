import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { compareVersions } from "#law/compare-versions.ts";
import { drawFlipMap } from "#law/draw-flip-map.ts";
import { LawFacts } from "#law/law.contract.ts";
import { PERIOD_NAMES } from "#law/period-names.data.ts";
import { readLibrary } from "#law/read-library.ts";
import { findFlips } from "#statutes/find-flips.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

const provisions = loadProvisions();
const CASES = [
  {
    offence: "infringing-personal-information",
    actDate: "2024-03-01",
    decisionDate: "2026-11-25",
    lawfulBusinessPurchase: false,
    gains: 4000,
    priorCriminalPunishment: false,
    sets: [
      { id: "s1", tier: "A", items: 20, conducts: [{ kind: "sell", recipient: "甲", insider: false }] },
      { id: "s2", tier: "C", items: 1200, conducts: [{ kind: "obtain" }] },
    ],
  },
  {
    offence: "aiding-network-crime",
    decisionDate: "2026-11-25",
    actDate: "2025-09-01",
    knewOfNetworkCrime: true,
    helpedPersonsReachCrimeLevel: true,
    objectsHelped: 2,
    settlementAmount: 250_000,
    gains: 0,
  },
  {
    offence: "defamation",
    fabricatedAndSpread: true,
    items: [{ id: "p1", postedOn: "2025-01-01", views: 4000, reposts: 10, dealtWith: false }],
  },
].map((facts) => LawFacts.parse(facts));

test("the map and the command `flip` find the same numbers on either side", () => {
  for (const facts of CASES) {
    const map = new Map(drawFlipMap(facts, provisions).lines.map((line) => [line.fact, line]));
    const flips = findFlips(facts, provisions).flips.filter(({ value, direction }) => typeof value === "number" && direction !== "choice");
    expect(flips.length).toBeGreaterThan(0);
    for (const { fact, direction, changesAt, to, margin } of flips) {
      const line = map.get(fact);
      const side = direction === "down" ? line?.down : line?.up;
      expect(side, `${facts.offence} ${fact} ${direction}`).toEqual({ at: changesAt, to, margin });
    }
  }
});

test("an unknown yes-or-no is a line of its own with what each answer would do", () => {
  const facts = LawFacts.parse({ ...CASES[0], priorCriminalPunishment: null });
  const line = drawFlipMap(facts, provisions).lines.find(({ fact }) => fact === "priorCriminalPunishment");
  expect(line).toMatchObject({
    value: null,
    choices: [
      { value: true, band: "serious" },
      { value: false, band: "none" },
    ],
  });
});

test("an act before the article existed has no column that applies, and says so", () => {
  const [own] = CASES;
  const before = LawFacts.parse({ ...own, actDate: "2008-01-01" });
  expect(compareVersions(before, provisions)).toMatchObject({ noCrimeThen: true });
  expect(compareVersions(before, provisions).columns.some(({ applies }) => applies)).toBe(false);
});

test("a rule inside a version is as old as the version only where it cites the same instrument", () => {
  const meaning = { zh: "甲", en: "a" };
  const [law] = readLibrary([
    {
      law: "x",
      article: "1",
      value: {
        versions: [
          {
            cite: "刑法 第一条",
            inForce: { from: "1997-10-01", until: null },
            meaning,
            elements: [
              { id: "e1", cite: "刑法 第一条", meaning },
              { id: "e2", cite: "法释〔2013〕21号 第七条", meaning, unconfirmed: true },
            ],
          },
        ],
      },
    },
  ]);
  expect(law?.articles[0]?.entries.map(({ id, inForce, unconfirmed }) => [id, inForce?.from ?? null, unconfirmed])).toEqual([
    ["刑法 第一条", "1997-10-01", false],
    ["e1", "1997-10-01", false],
    ["e2", null, true],
  ]);
});

test("every rule of the calendar has the name offices call it by, and no name lost its rule", () => {
  expect(Object.keys(PERIOD_NAMES).toSorted()).toEqual([...loadCalendar().rules.keys()].toSorted());
});
