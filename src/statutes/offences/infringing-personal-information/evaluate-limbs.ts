import { addYears } from "#calendar/plain-date.ts";
import type { Counted } from "#statutes/offences/infringing-personal-information/count-items.ts";
import type { Interpretation, Limb, LimbTest } from "#statutes/provisions.contract.ts";
import type { Ground, GroundTest, InfringingFacts } from "#statutes/statutes.contract.ts";
import {
  allOf,
  anyOf,
  eachOnce,
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
  readonly done: ReadonlyMap<string, Verdict>;
  /** whether the article of this limb governs any of the conduct */
  readonly governs: Verdict;
};
type Tested = { verdict: Verdict; have: string; need: string; because: readonly string[]; tests?: GroundTest[] };
/** A limb made ready: which limbs it borrows from and every threshold it comes to are worked out once. */
type CompiledLimb = { readonly limb: Limb; readonly test: (context: Context) => Tested };
type CompiledLimbs = { readonly under5: readonly CompiledLimb[]; readonly under6: readonly CompiledLimb[] };

const COMPILED = new WeakMap<Interpretation, CompiledLimbs>();

function compileLimbs(interpretation: Interpretation): CompiledLimbs {
  const known = COMPILED.get(interpretation);
  if (known !== undefined) return known;
  const { article5, article6 } = interpretation;
  const tests = new Map(article5.limbs.map((limb) => [limb.id, limb.test]));
  const compile = (limb: Limb): CompiledLimb => ({ limb, test: compileTest(limb.test, tests) });
  const compiled = { under5: article5.limbs.map(compile), under6: article6.limbs.map(compile) };
  COMPILED.set(interpretation, compiled);
  return compiled;
}

/** Every limb of article 5, and of article 6 where it may govern, in the order of the articles. */
export function evaluateLimbs(
  facts: InfringingFacts,
  counted: Counted,
  interpretation: Interpretation,
  withArticle6: boolean,
): Evaluated[] {
  const { under5, under6 } = compileLimbs(interpretation);
  const done = new Map<string, Verdict>();
  const evaluated: Evaluated[] = [];
  const evaluate = (limbs: readonly CompiledLimb[], governs: Verdict) => {
    const context: Context = { facts, counted, done, governs };
    for (const { limb, test } of limbs) {
      const { verdict, have, need, because, tests } = test(context);
      done.set(limb.id, verdict);
      const { cite, id, band, meaning } = limb;
      const ground = { provision: cite, limb: id, band, outcome: verdict.outcome, have, need, because: eachOnce(because), meaning };
      evaluated.push({ ground: tests ? { ...ground, tests } : ground, missing: verdict.missing });
    }
  };
  evaluate(under5, counted.article5);
  if (withArticle6) evaluate(under6, counted.article6);
  return evaluated;
}

function compileTest(test: LimbTest, tests: ReadonlyMap<string, LimbTest>): CompiledLimb["test"] {
  switch (test.kind) {
    case "track-used-for-crime":
      return ({ facts, counted, governs }) =>
        answer(allOf(governs, counted.tierAProvided, verdictOf(facts.trackUsedForCrime, "trackUsedForCrime")), counted.tiers.A.because);
    case "knew-recipient-commits-crimes":
      return ({ facts, counted, governs }) =>
        answer(allOf(governs, counted.provided, verdictOf(facts.knewRecipientCommitsCrimes, "knewRecipientCommitsCrimes")), NONE);
    case "tier-count": {
      const { tier } = test;
      return measured(test.atLeast, ({ counted }) => counted.tiers[tier]);
    }
    case "proportional-total":
      return compileProportional(test);
    case "gains":
      return measured(test.atLeast, ({ facts }) => gainsOf(facts), governing);
    case "profit":
      return measured(test.atLeast, ({ facts }) => amount(facts.profit, "profit"), governing);
    case "insider-share":
    case "multiple":
      return nearest(alternatives(test, tests, 1, 1));
    case "prior-record":
      return ({ facts, governs }) => answer(allOf(governs, priorRecord(facts, test.administrativeWithinYears)), NONE);
    case "consequence": {
      const unknown = unknownFor("consequences");
      return ({ facts: { consequences }, governs }) => {
        const caused =
          consequences === null || consequences === undefined
            ? unknown
            : consequences.some((one) => test.anyOf.includes(one))
              ? MET
              : NOT_MET;
        return answer(allOf(governs, caused), NONE);
      };
    }
    case "other":
      return ({ facts, governs }) => answer(allOf(governs, facts[test.fact] === true ? MET : NOT_MET), NONE);
    default:
      return test satisfies never;
  }
}

/** Item 6 speaks only where items 3 to 5 do not: once one of them is certain it has nothing to add. */
function compileProportional({ unlessMet, atLeast }: Extract<LimbTest, { kind: "proportional-total" }>): CompiledLimb["test"] {
  const total = measured(atLeast, ({ counted }) => counted.weighted);
  return (context) => {
    const superseded = unlessMet.some((id) => context.done.get(id)?.outcome === "met");
    const tested = total(context);
    return superseded ? { ...tested, verdict: NOT_MET, have: "—", because: NONE } : tested;
  };
}

/** A threshold that a limb offers beside others, and what must be so for it to be asked. */
type Alternative = {
  readonly measure: GroundTest["measure"];
  readonly need: number;
  readonly quantity: (context: Context) => Quantity;
  readonly also: (context: Context) => Verdict;
};

/** The tests a limb borrows from others, each threshold times `times` and divided by `divisor`. */
function alternatives(test: LimbTest, tests: ReadonlyMap<string, LimbTest>, times: number, divisor: number): Alternative[] {
  const insider = divisor > 1;
  const make = (
    measure: GroundTest["measure"],
    atLeast: number,
    quantity: Alternative["quantity"],
    also: Alternative["also"] = always,
  ): Alternative[] => [{ measure, need: (atLeast * times) / divisor, quantity, also }];
  const borrowed = (ids: readonly string[], read: (test: LimbTest) => Alternative[]): Alternative[] =>
    ids.flatMap((id) => {
      const found = tests.get(id);
      return found === undefined ? [] : read(found);
    });
  switch (test.kind) {
    case "tier-count": {
      // Tier by tier adds nothing for insiders: the weights make half of any tier half of the total.
      const { tier } = test;
      return insider ? [] : make(TIER_MEASURES[tier], test.atLeast, ({ counted }) => counted.tiers[tier]);
    }
    case "proportional-total":
      return insider
        ? make("insider-weighted", test.atLeast, ({ counted }) => counted.insiderWeighted)
        : make("weighted", test.atLeast, ({ counted }) => counted.weighted);
    case "gains":
      return insider
        ? make(
            "insider-gains",
            test.atLeast,
            ({ facts }) => insiderGainsOf(facts),
            ({ counted }) => counted.insiderProvided,
          )
        : make("gains", test.atLeast, ({ facts }) => gainsOf(facts), governing);
    case "insider-share":
      return borrowed(test.of, (of) => alternatives(of, tests, times, divisor * test.divisor));
    case "multiple":
      return borrowed(test.of, (of) => alternatives(of, tests, times * test.times, divisor));
    default:
      return [];
  }
}

const NONE: readonly string[] = [];
const TIER_MEASURES = { A: "tier-A", B: "tier-B", C: "tier-C" } as const;
const RANK = { met: 2, unknown: 1, "not-met": 0 } as const;

function always(): Verdict {
  return MET;
}

function governing({ governs }: Context): Verdict {
  return governs;
}

/** One of them suffices; the limb shows the one that is met, or else the one that comes nearest. */
function nearest(offered: readonly Alternative[]): CompiledLimb["test"] {
  const ready = offered.map((one) => ({ ...one, text: `≥ ${one.need}` }));
  return (context) => {
    const tried = ready.map(({ measure, need, text, quantity: read, also }) => {
      const quantity = read(context);
      const verdict = allOf(also(context), reaches(quantity, need));
      const shown = { measure, outcome: verdict.outcome, have: showQuantity(quantity), need: text };
      return { verdict, quantity, share: quantity.least / need, shown };
    });
    const best = tried.reduce((best, one) => {
      const byRank = RANK[one.verdict.outcome] - RANK[best.verdict.outcome];
      return byRank > 0 || (byRank === 0 && one.share > best.share) ? one : best;
    });
    const { outcome, have, need } = best.shown;
    return {
      verdict: anyOf(...tried.map(({ verdict }) => verdict)),
      have,
      need,
      because: tried.flatMap((one) => (one.verdict.outcome === outcome ? one.quantity.because : NONE)),
      tests: tried.map(({ shown }) => shown),
    };
  };
}

function measured(
  atLeast: number,
  read: (context: Context) => Quantity,
  also: (context: Context) => Verdict = always,
): CompiledLimb["test"] {
  const need = `≥ ${atLeast}`;
  return (context) => {
    const quantity = read(context);
    return { verdict: allOf(also(context), reaches(quantity, atLeast)), have: showQuantity(quantity), need, because: quantity.because };
  };
}

const WORDS = { met: "是", "not-met": "否", unknown: "未知" } as const;

function answer(verdict: Verdict, because: readonly string[]): Tested {
  return { verdict, have: WORDS[verdict.outcome], need: WORDS.met, because: verdict.outcome === "not-met" ? NONE : because };
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
  return { least: known ? value : 0, most: known ? value : Number.POSITIVE_INFINITY, missing: known ? NONE : [field], because: NONE };
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
