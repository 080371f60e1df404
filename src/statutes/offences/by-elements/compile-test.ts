import type { FactTest, LocalRangeTest } from "#statutes/offence.contract.ts";
import { type DerivedFacts, NO_FIELDS, quantityOf } from "#statutes/offences/by-elements/derive-facts.ts";
import {
  allOf,
  anyOf,
  MET,
  NOT_MET,
  type Quantity,
  reaches,
  showQuantity,
  sumOf,
  unknownFor,
  unknownForAll,
  type Verdict,
} from "#statutes/three-valued.ts";

export type Tested = { readonly verdict: Verdict; readonly have: string; readonly need: string; readonly because: readonly string[] };
export type KnownFacts = { readonly facts: Readonly<Record<string, unknown>>; readonly derived: DerivedFacts };
/** A test of a provision file made ready for facts: its paths are cut, and what does not depend on the facts is written, once. */
export type CompiledTest = (known: KnownFacts) => Tested;

const WORDS = { met: "是", "not-met": "否", unknown: "未知" } as const;
const RANK = { met: 2, unknown: 1, "not-met": 0 } as const;

/** Makes a test of a provision file ready. A fact inside an object that is unknown is unknown too. */
export function compileTest(test: FactTest): CompiledTest {
  switch (test.kind) {
    case "is": {
      const { value: wanted = true } = test;
      const read = readerOf(test.fact);
      const answers = answersOf(test.fact);
      return (known) => {
        const value = read(known);
        return value === null ? answers.unknown : value === wanted ? answers.met : answers.notMet;
      };
    }
    case "one-of": {
      const { values } = test;
      const read = readerOf(test.fact);
      const need = values.join(" / ");
      const unknown = { verdict: unknownFor(test.fact), have: WORDS.unknown, need, because: NO_FIELDS };
      return (known) => {
        const value = read(known);
        if (typeof value !== "string") return unknown;
        return { verdict: values.includes(value) ? MET : NOT_MET, have: value, need, because: NO_FIELDS };
      };
    }
    case "at-least":
      return measure(quantityReader(test.fact), test.atLeast);
    case "at-least-by":
      return compileByParty(test);
    case "sum":
      return measure(addition(test.facts.map((fact) => [fact, 1])), test.atLeast);
    case "weighted":
      return measure(addition(Object.entries(test.weights)), test.atLeast);
    case "local-range":
      return compileRange(test);
    case "some":
      return compileSome(test.of.map(compileTest), test.atLeast);
    case "includes": {
      const { anyOf: wanted } = test;
      const read = readerOf(test.fact);
      const answers = answersOf(test.fact);
      return (known) => {
        const value = read(known);
        if (!Array.isArray(value)) return answers.unknown;
        return value.some((one) => wanted.includes(String(one))) ? answers.met : answers.notMet;
      };
    }
    case "all":
    case "any": {
      const tests = test.of.map(compileTest);
      const [join, show] = test.kind === "all" ? [allOf, firstOf] : [anyOf, nearestOf];
      return (known) => {
        const tested = tests.map((one) => one(known));
        const verdict = join(...tested.map((one) => one.verdict));
        const { have, need } = show(tested, verdict);
        return { verdict, have, need, because: reasonsOf(tested) };
      };
    }
  }
}

/** A threshold that depends on who is accused: where that is unknown, only what is so for everyone is certain. */
function compileByParty({ fact, by, atLeast }: Extract<FactTest, { kind: "at-least-by" }>): CompiledTest {
  const readParty = readerOf(by);
  const readQuantity = quantityReader(fact);
  const thresholds = Object.values(atLeast);
  const ofParty = new Map(Object.entries(atLeast).map(([party, threshold]) => [party, measure(readQuantity, threshold)]));
  const need = `≥ ${thresholds.join(" / ")}`;
  return (known) => {
    const party = readParty(known);
    const chosen = typeof party === "string" ? ofParty.get(party) : undefined;
    if (chosen !== undefined) return chosen(known);
    const quantity = readQuantity(known);
    const verdicts = thresholds.map((threshold) => reaches(quantity, threshold));
    const agreed = verdicts[0] !== undefined && verdicts.every(({ outcome }) => outcome === verdicts[0]?.outcome) ? verdicts[0] : undefined;
    return {
      verdict: agreed ?? unknownForAll([by, ...quantity.missing]),
      have: showQuantity(quantity),
      need,
      because: quantity.because,
    };
  };
}

/** The standard of the place lies somewhere in the range: only what is so under every standard in it is certain. */
function compileRange({ fact, from, to, percent = 100, open = "localStandard" }: LocalRangeTest): CompiledTest {
  const read = quantityReader(fact);
  const [least, most] = [(from * percent) / 100, (to * percent) / 100];
  const need = least === most ? `≥ ${least}` : `≥ ${least}–${most}`;
  const alsoOpen = least === most ? NO_FIELDS : [open];
  return (known) => {
    const quantity = read(known);
    const verdict = quantity.least >= most ? MET : quantity.most < least ? NOT_MET : unknownForAll([...quantity.missing, ...alsoOpen]);
    return { verdict, have: showQuantity(quantity), need, because: quantity.because };
  };
}

/** So many of several. */
function compileSome(tests: readonly CompiledTest[], atLeast: number): CompiledTest {
  const need = `≥ ${atLeast}`;
  return (known) => {
    const tested = tests.map((one) => one(known));
    const met = tested.filter(({ verdict }) => verdict.outcome === "met").length;
    const open = tested.filter(({ verdict }) => verdict.outcome === "unknown");
    const most = met + open.length;
    const verdict = met >= atLeast ? MET : most < atLeast ? NOT_MET : unknownForAll(open.flatMap((one) => one.verdict.missing));
    return { verdict, have: showQuantity({ least: met, most }), need, because: reasonsOf(tested) };
  };
}

function measure(read: (known: KnownFacts) => Quantity, atLeast: number): CompiledTest {
  const need = `≥ ${atLeast}`;
  return (known) => {
    const quantity = read(known);
    return { verdict: reaches(quantity, atLeast), have: showQuantity(quantity), need, because: quantity.because };
  };
}

/** The three answers to a question about one fact. */
function answersOf(fact: string): { readonly met: Tested; readonly notMet: Tested; readonly unknown: Tested } {
  const answer = (verdict: Verdict): Tested => ({ verdict, have: WORDS[verdict.outcome], need: WORDS.met, because: NO_FIELDS });
  return { met: answer(MET), notMet: answer(NOT_MET), unknown: answer(unknownFor(fact)) };
}

/** Of several that must all be met: the first that decided. */
function firstOf(tested: readonly Tested[], { outcome }: Verdict): Pick<Tested, "have" | "need"> {
  return tested.find((one) => one.verdict.outcome === outcome) ?? tested[0] ?? NOTHING_TESTED;
}

/** Of several one of which suffices: the first of those that come nearest. */
function nearestOf(tested: readonly Tested[]): Pick<Tested, "have" | "need"> {
  let best: Tested | undefined;
  for (const one of tested) if (best === undefined || RANK[one.verdict.outcome] > RANK[best.verdict.outcome]) best = one;
  return best ?? NOTHING_TESTED;
}

const NOTHING_TESTED = { have: WORDS.unknown, need: WORDS.met };

function reasonsOf(tested: readonly Tested[]): readonly string[] {
  return tested.every(({ because }) => because.length === 0) ? NO_FIELDS : tested.flatMap(({ because }) => because);
}

function addition(weights: readonly (readonly [string, number])[]): (known: KnownFacts) => Quantity {
  const parts = weights.map(([fact, weight]) => ({ read: quantityReader(fact), weight }));
  return (known) =>
    sumOf(
      parts.map(({ read, weight }) => {
        const quantity = read(known);
        return weight === 1 ? quantity : { ...quantity, least: quantity.least * weight, most: quantity.most * weight };
      }),
    );
}

/** A number of the facts or one reckoned from them (derive-facts.ts). */
function quantityReader(path: string): (known: KnownFacts) => Quantity {
  const read = readerOf(path);
  const unknown = quantityOf(null, path);
  return (known) => {
    const derived = known.derived.get(path);
    if (derived !== undefined) return derived;
    const value = read(known);
    return typeof value === "number" ? quantityOf(value, path) : unknown;
  };
}

/** The fact at a path; `null` where it, or anything around it, is unknown. */
function readerOf(path: string): (known: KnownFacts) => unknown {
  const steps = path.split(".");
  const [only] = steps;
  if (only !== undefined && steps.length === 1) return ({ facts }) => facts[only] ?? null;
  return ({ facts }) => {
    let value: unknown = facts;
    for (const step of steps) {
      if (!isRecord(value)) return null;
      value = value[step];
    }
    return value ?? null;
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
