import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { adviseJurisdiction } from "#jurisdiction/advise-jurisdiction.ts";
import { checkCondition, type Facts } from "#jurisdiction/check-condition.ts";
import { findCommonSuperior, isWithin } from "#jurisdiction/common-superior.ts";
import { JOINDER_FLAGS, JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import { loadJurisdictionRules } from "#jurisdiction/load-jurisdiction-rules.query.ts";

const books = { rules: loadJurisdictionRules(), calendar: loadCalendar() };
const division = fc.constantFrom(
  "330106",
  "330108",
  "330100",
  "330206",
  "110105",
  "110108",
  "440305",
  "429004",
  "659001",
  "650102",
  "310115",
);
const filing = fc.record({ organ: division, acceptedOn: fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01") });
const flag = fc.constantFrom(true, false, null);
const joinder = fc.dictionary(fc.constantFrom(...JOINDER_FLAGS), flag);

test("the common superior is the same whoever is named first, and contains both", () => {
  fc.assert(
    fc.property(division, division, (one, other) => {
      const superior = findCommonSuperior([one, other]);
      expect(findCommonSuperior([other, one])).toEqual(superior);
      if (one === other) expect(superior).toBeNull();
      else expect([one, other].every((below) => isWithin(below, superior?.division ?? ""))).toBe(true);
    }),
  );
});

test("the order in which filings and places are told changes no rule, paper, transfer or alternative", () => {
  fc.assert(
    fc.property(fc.array(filing, { maxLength: 4 }), fc.array(division, { maxLength: 3 }), joinder, (filings, places, flags) => {
      const advise = (turn: <One>(list: readonly One[]) => One[]) =>
        adviseJurisdiction(
          JurisdictionFacts.parse({
            filings: turn(filings),
            placesOfCrime: turn(places.map((at) => ({ basis: "act", division: at }))),
            joinder: flags,
            publicInterest: { kind: "civil", violation: turn(places) },
          }),
          books,
          "zh",
        );
      const [one, other] = [advise((list) => [...list]), advise((list) => list.toReversed())];
      for (const part of ["organ", "rules", "documents", "transfers", "alternatives", "publicInterest", "unconfirmed"] as const)
        expect(other[part]).toEqual(one[part]);
    }),
  );
});

test("a rule that is settled while facts are unknown stays as it is whatever they turn out to be", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...JOINDER_FLAGS.map((name) => `joinder.${name}`)), flag),
      fc.boolean(),
      (known, turnsOut) => {
        const whole: Facts = Object.fromEntries(JOINDER_FLAGS.map((name) => [`joinder.${name}`, known[`joinder.${name}`] ?? turnsOut]));
        for (const { when, section } of books.rules.rules) {
          if (section !== "joinder" && section !== "severance") continue;
          const now = checkCondition(when, known);
          if (now.value !== null) expect(checkCondition(when, whole).value).toBe(now.value);
          else expect(now.missing.length).toBeGreaterThan(0);
        }
      },
    ),
  );
});
