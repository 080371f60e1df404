import { addYears } from "#calendar/plain-date.ts";
import type { Counted } from "#statutes/offences/infringing-personal-information/count-items.ts";
import type { Interpretation, Limb, LimbTest } from "#statutes/provisions.contract.ts";
import type { Ground, GroundTest, InfringingFacts } from "#statutes/statutes.contract.ts";
import {
  allOf,
  anyOf,
  MET,
  NOT_MET,
  type Quantity,
  reaches,
  showQuantity,
  unknownFor,
  type Verdict,
  verdictOf,
} from "#statutes/three-valued.ts";

/** A limb held against the facts: the ground that is shown, and the fields that keep it undecided. */
export type Evaluated = { readonly ground: Ground; readonly missing: readonly string[] };

type Context = {
  readonly facts: InfringingFacts;
  readonly counted: Counted;
  readonly limbs: ReadonlyMap<string, LimbTest>;
  readonly done: ReadonlyMap<string, Verdict>;
  /** whether the article of this limb governs any of the conduct */
  readonly governs: Verdict;
};

/** The tests of an article by the id of their limb: made once a loaded article, for limbs that borrow from others. */
const TESTS = new WeakMap<Interpretation["article5"], ReadonlyMap<string, LimbTest>>();

function testsOf(article5: Interpretation["article5"]): ReadonlyMap<string, LimbTest> {
  const tests = TESTS.get(article5) ?? new Map(article5.limbs.map((limb) => [limb.id, limb.test]));
  TESTS.set(article5, tests);
  return tests;
}

/** Every limb of article 5, and of article 6 where it may govern, in the order of the articles. */
export function evaluateLimbs(
  facts: InfringingFacts,
  counted: Counted,
  { article5, article6 }: Interpretation,
  withArticle6: boolean,
): Evaluated[] {
  const limbs = testsOf(article5);
  const done = new Map<string, Verdict>();
  const evaluate = (limb: Limb, governs: Verdict): Evaluated => {
    const { verdict, have, need, because, tests } = evaluateTest(limb.test, { facts, counted, limbs, done, governs });
    done.set(limb.id, verdict);
    const ground = {
      provision: limb.cite,
      limb: limb.id,
      band: limb.band,
      outcome: verdict.outcome,
      have,
      need,
      because: because.length < 2 ? because.slice() : [...new Set(because)],
      meaning: limb.meaning,
    };
    return { ground: tests ? { ...ground, tests } : ground, missing: verdict.missing };
  };
  const under5 = article5.limbs.map((limb) => evaluate(limb, counted.article5));
  return withArticle6 ? [...under5, ...article6.limbs.map((limb) => evaluate(limb, counted.article6))] : under5;
}

type Tested = { verdict: Verdict; have: string; need: string; because: readonly string[]; tests?: GroundTest[] };

function evaluateTest(test: LimbTest, context: Context): Tested {
  const { facts, counted, governs } = context;
  switch (test.kind) {
    case "track-used-for-crime":
      return answer(
        allOf(governs, counted.tierAProvided, verdictOf(facts.trackUsedForCrime, "trackUsedForCrime")),
        counted.tiers.A.because,
      );
    case "knew-recipient-commits-crimes":
      return answer(allOf(governs, counted.provided, verdictOf(facts.knewRecipientCommitsCrimes, "knewRecipientCommitsCrimes")), []);
    case "tier-count":
      return measured(counted.tiers[test.tier], test.atLeast);
    case "proportional-total":
      return proportional(test, context);
    case "gains":
      return measured(gainsOf(facts), test.atLeast, governs);
    case "profit":
      return measured(amount(facts.profit, "profit"), test.atLeast, governs);
    case "insider-share":
    case "multiple":
      return nearest(alternatives(test, context, 1, 1));
    case "prior-record":
      return answer(allOf(governs, priorRecord(facts, test.administrativeWithinYears)), []);
    case "consequence": {
      const { consequences } = facts;
      const caused =
        consequences === null || consequences === undefined
          ? unknownFor("consequences")
          : consequences.some((one) => test.anyOf.includes(one))
            ? MET
            : NOT_MET;
      return answer(allOf(governs, caused), []);
    }
    case "other":
      return answer(allOf(governs, facts[test.fact] === true ? MET : NOT_MET), []);
    default:
      return test satisfies never;
  }
}

/** Item 6 speaks only where items 3 to 5 do not: once one of them is certain it has nothing to add. */
function proportional(test: Extract<LimbTest, { kind: "proportional-total" }>, { counted, done }: Context): Tested {
  const superseded = test.unlessMet.some((id) => done.get(id)?.outcome === "met");
  const tested = measured(counted.weighted, test.atLeast);
  return superseded ? { ...tested, verdict: NOT_MET, have: "—", because: [] } : tested;
}

type Alternative = { measure: GroundTest["measure"]; quantity: Quantity; need: number; verdict: Verdict };

/** The tests a limb borrows from others, each threshold times `times` and divided by `divisor`. */
function alternatives(test: LimbTest, context: Context, times: number, divisor: number): Alternative[] {
  const { counted, facts, governs, limbs } = context;
  const insider = divisor > 1;
  const make = (measure: GroundTest["measure"], quantity: Quantity, atLeast: number, also: Verdict): Alternative => {
    const need = (atLeast * times) / divisor;
    return { measure, quantity, need, verdict: allOf(also, reaches(quantity, need)) };
  };
  switch (test.kind) {
    case "tier-count":
      // Tier by tier adds nothing for insiders: the weights make half of any tier half of the total.
      return insider ? [] : [make(TIER_MEASURES[test.tier], counted.tiers[test.tier], test.atLeast, MET)];
    case "proportional-total":
      return [
        insider
          ? make("insider-weighted", counted.insiderWeighted, test.atLeast, MET)
          : make("weighted", counted.weighted, test.atLeast, MET),
      ];
    case "gains":
      return [
        insider
          ? make("insider-gains", insiderGainsOf(facts), test.atLeast, counted.insiderProvided)
          : make("gains", gainsOf(facts), test.atLeast, governs),
      ];
    case "insider-share":
      return test.of.flatMap((id) => borrowed(limbs, id, (of) => alternatives(of, context, times, divisor * test.divisor)));
    case "multiple":
      return test.of.flatMap((id) => borrowed(limbs, id, (of) => alternatives(of, context, times * test.times, divisor)));
    default:
      return [];
  }
}

const TIER_MEASURES = { A: "tier-A", B: "tier-B", C: "tier-C" } as const;
const RANK = { met: 2, unknown: 1, "not-met": 0 } as const;

function borrowed(limbs: Context["limbs"], id: string, read: (test: LimbTest) => Alternative[]): Alternative[] {
  const test = limbs.get(id);
  return test ? read(test) : [];
}

/** One of them suffices; the limb shows the one that is met, or else the one that comes nearest. */
function nearest(tests: readonly Alternative[]): Tested {
  const shown = tests.reduce((best, one) => {
    const byRank = RANK[one.verdict.outcome] - RANK[best.verdict.outcome];
    return byRank > 0 || (byRank === 0 && one.quantity.least / one.need > best.quantity.least / best.need) ? one : best;
  });
  return {
    verdict: anyOf(...tests.map((test) => test.verdict)),
    have: showQuantity(shown.quantity),
    need: `≥ ${shown.need}`,
    because: tests.filter((test) => test.verdict.outcome === shown.verdict.outcome).flatMap((test) => test.quantity.because),
    tests: tests.map((test) => ({
      measure: test.measure,
      outcome: test.verdict.outcome,
      have: showQuantity(test.quantity),
      need: `≥ ${test.need}`,
    })),
  };
}

function measured(quantity: Quantity, atLeast: number, governs: Verdict = MET): Tested {
  return {
    verdict: allOf(governs, reaches(quantity, atLeast)),
    have: showQuantity(quantity),
    need: `≥ ${atLeast}`,
    because: quantity.because,
  };
}

const WORDS = { met: "是", "not-met": "否", unknown: "未知" } as const;

function answer(verdict: Verdict, because: readonly string[]): Tested {
  return { verdict, have: WORDS[verdict.outcome], need: WORDS.met, because: verdict.outcome === "not-met" ? [] : because };
}

function gainsOf(facts: InfringingFacts): Quantity {
  return amount(facts.gains, "gains");
}

/** The part of the gains that comes from duty or service where it is known, else all of them. */
function insiderGainsOf(facts: InfringingFacts): Quantity {
  return typeof facts.insiderGains === "number" ? amount(facts.insiderGains, "insiderGains") : gainsOf(facts);
}

function amount(value: number | null | undefined, field: string): Quantity {
  const known = typeof value === "number";
  return { least: known ? value : 0, most: known ? value : Number.POSITIVE_INFINITY, missing: known ? [] : [field], because: [] };
}

/**
 * Punished before: criminally at any time before the act, or administratively within the years before it, both ends included. A date after the act is
 * no earlier punishment. `true` without a date means within the time; a date outside it settles the question even where the fact itself is unknown.
 */
function priorRecord(facts: InfringingFacts, withinYears: number): Verdict {
  const { actDate, priorCriminalPunishmentDate: criminal, priorAdministrativePenaltyDate: administrative } = facts;
  const before = (date: string | null | undefined) => (!date ? MET : !actDate ? unknownFor("actDate") : date <= actDate ? MET : NOT_MET);
  const inTime = !administrative || !actDate || actDate <= addYears(administrative, withinYears) ? MET : NOT_MET;
  // A criminal record with a date and an act without one is still a record: only a known later date speaks against it.
  const criminalBefore = criminal && !actDate ? MET : before(criminal);
  return anyOf(
    allOf(verdictOf(facts.priorCriminalPunishment, "priorCriminalPunishment"), criminalBefore),
    allOf(verdictOf(facts.priorAdministrativePenalty, "priorAdministrativePenalty"), before(administrative), inTime),
  );
}
