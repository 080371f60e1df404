import fc from "fast-check";
import { expect, test } from "vitest";
import { listCharges } from "#charges/list-charges.ts";
import { loadChargeBooks } from "#charges/load-charge-books.query.ts";
import { parseBundle } from "#charges/parse-bundle.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

const books = loadChargeBooks();
const provisions = loadProvisions();
const flag = fc.boolean();
const money = fc.constantFrom(0, 9999, 10_000, 19_999, 20_000, 50_000, 500_000);
const dates = { actDate: "2026-02-03", decisionDate: "2026-11-25" };
const common = fc.record({
  gains: money,
  forProfit: flag,
  forUnlawfulActivity: flag,
  groupsSetUp: fc.constantFrom(0, 4, 5),
  knewOfNetworkCrime: flag,
  helpedPersonsReachCrimeLevel: flag,
  objectsHelped: fc.constantFrom(0, 2, 3),
  knewOfProceeds: flag,
  predicateEstablished: flag,
  deceivedToPossessUnlawfully: flag,
  turnover: money,
  service: fc.constantFrom("deletion", "false-posting", "other"),
  networkServiceProvider: flag,
});

function ask(request: object) {
  const parsed = parseBundle(request, books);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return listCharges(parsed.question, books, provisions);
}

test("the order in which facts and offences are told is irrelevant", () => {
  fc.assert(
    fc.property(common, common, (facts, own) => {
      const { gains, ...rest } = facts;
      const byOffence = { "illegal-use-of-networks": { gains: own.gains }, "paid-deletion": { gains, turnover: own.turnover } };
      const turned = Object.fromEntries(Object.entries(byOffence).reverse());
      const one = ask({ facts: rest, byOffence });
      const other = ask({ facts: Object.fromEntries(Object.entries(rest).reverse()), byOffence: turned });
      expect(JSON.stringify(other.rows.map(({ facts: _, ...row }) => row))).toBe(
        JSON.stringify(one.rows.map(({ facts: _, ...row }) => row)),
      );
      expect(other.conflicts).toEqual(one.conflicts);
      expect(other.concurrence).toEqual(one.concurrence);
    }),
    { numRuns: 60 },
  );
});

test("unknown is never no: what is decided with facts missing stays decided when they come", () => {
  fc.assert(
    fc.property(common, fc.subarray(["gains", "knewOfNetworkCrime", "objectsHelped", "forProfit", "turnover"]), (facts, hidden) => {
      const full = { ...facts, ...dates };
      const known = Object.fromEntries(Object.entries(full).filter(([name]) => !hidden.includes(name)));
      const after = new Map(ask({ facts: full }).rows.map(({ offence, standing }) => [offence, standing]));
      for (const { offence, standing } of ask({ facts: known }).rows)
        if (standing !== "unknown") expect([offence, after.get(offence)]).toEqual([offence, standing]);
    }),
    { numRuns: 80 },
  );
});

test("of two offences the heavier is never named while an unknown fact could turn the comparison", () => {
  fc.assert(
    fc.property(common, (facts) => {
      for (const { comparison, offences } of ask({ facts: { ...facts, ...dates } }).concurrence) {
        if (comparison?.heavier === null || comparison === null) continue;
        const winner = offences.find(({ offence }) => offence === comparison.heavier);
        const loser = offences.find(({ offence }) => offence !== comparison.heavier);
        expect(winner?.highestYears.certain ?? 0).toBeGreaterThan(loser?.highestYears.atMost ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});
