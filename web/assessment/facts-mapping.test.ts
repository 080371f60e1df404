import fc from "fast-check";
import { expect, test } from "vitest";
import { Consequence, InfringingFacts } from "#statutes/statutes.contract.ts";
import { parseMissing, readFacts, writeFacts } from "#web/assessment/facts-mapping.ts";

const known = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const words = (most: number) => fc.string({ minLength: 1, maxLength: most }).filter((text) => text.trim() !== "");
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const money = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs);
const conduct = fc.record({
  kind: fc.constantFrom("obtain", "sell", "provide", "publish"),
  recipient: known(words(80)),
  insider: known(fc.boolean()),
});
const set = fc.record({
  id: words(80),
  tier: known(fc.constantFrom("A", "B", "C")),
  items: known(fc.nat()),
  conducts: known(fc.array(conduct, { maxLength: 3 })),
});
/** Any facts the contract allows, fact by fact, each possibly unknown. */
const anyFacts = {
  offence: fc.constant("infringing-personal-information"),
  accused: known(fc.constantFrom("natural-person", "unit")),
  actDate: known(day),
  decisionDate: known(day),
  sets: known(fc.array(set, { maxLength: 4 })),
  gains: known(money),
  insiderGains: known(money),
  profit: known(money),
  lawfulBusinessPurchase: known(fc.boolean()),
  priorCriminalPunishment: known(fc.boolean()),
  priorCriminalPunishmentDate: known(day),
  priorAdministrativePenalty: known(fc.boolean()),
  priorAdministrativePenaltyDate: known(day),
  insiderIndustry: known(words(40)),
  firstOffender: known(fc.boolean()),
  gainsReturned: known(fc.boolean()),
  repents: known(fc.boolean()),
  trackUsedForCrime: known(fc.boolean()),
  knewRecipientCommitsCrimes: known(fc.boolean()),
  consequences: known(fc.uniqueArray(fc.constantFrom(...Consequence.options))),
  otherSeriousCircumstances: known(fc.boolean()),
  otherEspeciallySeriousCircumstances: known(fc.boolean()),
} as const;

/** Without what is unknown: a missing fact and `null` say the same. */
const knownOf = (facts: InfringingFacts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));

test("every fact of the contract is among the facts tried here", () => {
  expect(Object.keys(anyFacts).toSorted()).toEqual(Object.keys(InfringingFacts.shape).toSorted());
});

test("any facts survive the way through the form: none is dropped, changed or made up", () => {
  fc.assert(
    fc.property(fc.record(anyFacts), (made) => {
      const facts = InfringingFacts.parse(made);
      expect(knownOf(writeFacts(readFacts(facts)))).toEqual(knownOf(facts));
    }),
  );
});

test("any facts survive being kept as a draft in the window", () => {
  fc.assert(
    fc.property(fc.record(anyFacts), (made) => {
      const form = readFacts(InfringingFacts.parse(made));
      expect(writeFacts(JSON.parse(JSON.stringify(form)))).toEqual(writeFacts(form));
    }),
  );
});

test("an empty form is unknown throughout, never no", () => {
  const facts = writeFacts(readFacts({ offence: "infringing-personal-information" }));
  expect([facts.gains, facts.accused, facts.firstOffender, facts.consequences, facts.sets]).toEqual([null, null, null, null, null]);
});

test("that nothing was done with a set is not that it is unknown what was done", () => {
  const conductsOf = (conducts: [] | null) =>
    writeFacts(readFacts({ offence: "infringing-personal-information", sets: [{ id: "s1", tier: "C", items: 10, conducts }] })).sets?.[0]
      ?.conducts;
  expect([conductsOf([]), conductsOf(null)]).toEqual([[], null]);
});

test("a judgement that is not asserted is left out, it is not unknown", () => {
  expect(writeFacts(readFacts({ offence: "infringing-personal-information" }))).not.toHaveProperty("otherSeriousCircumstances");
});

test("numbers may be typed with separators, nonsense is unknown", () => {
  const form = readFacts({ offence: "infringing-personal-information", sets: [] });
  expect(writeFacts({ ...form, gains: "12,500.5", profit: "约三万" })).toMatchObject({ gains: 12500.5, profit: null });
});

test("a missing fact names the set, the conduct and the field it is typed into", () => {
  expect(
    ["gains", "sets", "sets[count-A].items", "sets[a.b[1]].tier", "sets[s1].conducts", "sets[s1].conducts[2].recipient"].map(parseMissing),
  ).toEqual([
    { set: null, conduct: null, fact: "gains" },
    { set: null, conduct: null, fact: "sets" },
    { set: "count-A", conduct: null, fact: "items" },
    { set: "a.b[1]", conduct: null, fact: "tier" },
    { set: "s1", conduct: null, fact: "conducts" },
    { set: "s1", conduct: 2, fact: "recipient" },
  ]);
});
