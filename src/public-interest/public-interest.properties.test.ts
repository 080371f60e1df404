import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { assessPublicInterest } from "#public-interest/assess-public-interest.ts";
import { loadPublicInterestRules } from "#public-interest/load-rules.query.ts";
import type { PublicInterestAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";

const books = { rules: loadPublicInterestRules(), calendar: loadCalendar() };
const TODAY = "2026-05-20";
const run = (facts: PublicInterestFacts) => assessPublicInterest(facts, books, TODAY);

const flag = fc.option(fc.boolean(), { nil: null });
const listOf = <One extends string>(...all: readonly One[]) => fc.option(fc.subarray([...all]), { nil: null });
/** Days that agree with the flags beside them: whoever names the day of a recommendation made one. */
const facts: fc.Arbitrary<PublicInterestFacts> = fc
  .record({
    isProcessor: flag,
    personalOrHousehold: flag,
    breachedDuties: listOf("unlawful-processing", "no-security", "not-deleted"),
    manyIndividuals: flag,
    foundInAntiFraudDuty: flag,
    minorsRightsInfringed: flag,
    womensRightsInfringed: flag,
    sensitiveKinds: listOf("health", "whereabouts"),
    groups: listOf("children", "women", "elderly", "students", "military"),
    fields: listOf("education", "telecom", "employment"),
    linkedBy: listOf("time", "space"),
    publicInterestHarmed: flag,
    wrongdoerIdentified: flag,
    harmEstablished: flag,
    causation: flag,
    provedNoFault: flag,
    exemption: flag,
    interestProtected: flag,
    otherBodySued: flag,
    noticePublished: flag,
    noticeOn: fc.constantFrom(null, "2026-04-01", "2026-04-19", "2026-04-20", "2026-05-25"),
    noticeInNationalMedium: flag,
    criminalCaseOpen: flag,
    accusedLiable: flag,
    plannedProsecutionOn: fc.constantFrom(null, "2026-05-06", "2026-05-21", "2026-06-30"),
    reviewReceivedOn: fc.constantFrom(null, "2026-04-11", "2026-05-01"),
    detained: flag,
    organDutyBasis: fc.constantFrom(null, "law" as const, "rule" as const, "power-list-only" as const),
    organMayFail: flag,
    failureLinked: flag,
    recommendationDeliveredOn: fc.constantFrom(null, "2026-03-10", "2026-05-04", "2026-05-18"),
    urgent: flag,
    reviewSuspended: flag,
    organFailures: listOf("partial", "not-executed"),
  })
  .chain((some) =>
    (some.recommendationDeliveredOn === null ? flag : fc.constant(true)).map((recommendationMade) => ({ ...some, recommendationMade })),
  );

/** Answers of everything that is decided, by what it is. */
function outcomesOf({ standing, gates, focus, tracks }: PublicInterestAnswer): Map<string, string> {
  return new Map([
    ["standing", standing],
    ...[...gates, ...focus].map(({ id, outcome }): [string, string] => [id, outcome]),
    ...tracks.flatMap(({ id, filing, suit }): [string, string][] => [
      [`${id} filing`, filing.outcome],
      [`${id} suit`, suit.outcome],
      ...suit.elements.map((element): [string, string] => [`${id} ${element.id}`, element.outcome]),
    ]),
  ]);
}

test("unknown never counts as no or as yes: what is decided stays decided, however the unknown facts turn out", () => {
  fc.assert(
    fc.property(facts, facts, (known, other) => {
      // Days are left as they are: another day is another question.
      const day = /On$/;
      const filled: Record<string, unknown> = { ...known };
      for (const [name, value] of Object.entries(other)) if (filled[name] === null && !day.test(name)) filled[name] = value;
      if (known.recommendationDeliveredOn !== null) filled["recommendationMade"] = true;
      const [before, after] = [outcomesOf(run(known)), outcomesOf(run(filled))];
      for (const [what, outcome] of before) if (outcome !== "unknown") expect(after.get(what), what).toBe(outcome);
    }),
    { numRuns: 400 },
  );
});

test("everything unknown is answered with unknown, never with no", () => {
  expect([...new Set(outcomesOf(run({})).values())]).toEqual(["unknown"]);
});

test("the order in which facts and their lists are told is irrelevant", () => {
  fc.assert(
    fc.property(facts, (known) => {
      const turned = Object.fromEntries(
        Object.entries(known)
          .reverse()
          .map(([name, value]) => [name, Array.isArray(value) ? [...value].reverse() : value]),
      );
      expect(run(turned)).toEqual(run(known));
    }),
    { numRuns: 100 },
  );
});

test("no number of persons opens or closes a gate or a track", () => {
  fc.assert(
    fc.property(facts, fc.nat({ max: 3_000_000 }), (known, persons) => {
      const [without, beside] = [run(known), run({ ...known, personsAtLeast: persons, personsAtMost: persons })];
      expect(beside.gates).toEqual(without.gates);
      expect(beside.tracks).toEqual(without.tracks);
    }),
    { numRuns: 100 },
  );
});

test("focus points decide nothing of standing and tracks", () => {
  fc.assert(
    fc.property(facts, facts, (known, other) => {
      const { sensitiveKinds, groups, fields, linkedBy } = other;
      const changed = run({ ...known, sensitiveKinds, groups, fields, linkedBy });
      const answer = run(known);
      expect([changed.gates, changed.tracks, changed.notice]).toEqual([answer.gates, answer.tracks, answer.notice]);
    }),
    { numRuns: 100 },
  );
});

test("every element that is open names a fact that keeps it open, and none that is closed does", () => {
  fc.assert(
    fc.property(facts, (known) => {
      for (const { suit } of run(known).tracks)
        for (const { id, outcome, missing } of suit.elements) expect([id, missing.length > 0]).toEqual([id, outcome === "unknown"]);
    }),
    { numRuns: 200 },
  );
});
