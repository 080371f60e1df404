import type { FactTest, LocalRangeTest } from "#statutes/offence.contract.ts";
import { type DerivedFacts, quantityOf } from "#statutes/offences/by-elements/derive-facts.ts";
import { allOf, anyOf, MET, NOT_MET, type Quantity, reaches, showQuantity, unknownFor, type Verdict } from "#statutes/three-valued.ts";

export type Tested = { readonly verdict: Verdict; readonly have: string; readonly need: string; readonly because: readonly string[] };
export type KnownFacts = { readonly facts: object; readonly derived: DerivedFacts };

const WORDS = { met: "是", "not-met": "否", unknown: "未知" } as const;
const RANK = { met: 2, unknown: 1, "not-met": 0 } as const;

/** A test of a provision file held against the facts. A fact inside an object that is unknown is unknown too. */
export function evaluateTest(test: FactTest, known: KnownFacts): Tested {
  switch (test.kind) {
    case "is": {
      const value = factAt(known, test.fact);
      const wanted = test.value ?? true;
      return answer(value === null ? unknownFor(test.fact) : value === wanted ? MET : NOT_MET);
    }
    case "one-of": {
      const value = factAt(known, test.fact);
      const verdict = typeof value === "string" ? (test.values.includes(value) ? MET : NOT_MET) : unknownFor(test.fact);
      return { ...answer(verdict), have: typeof value === "string" ? value : WORDS.unknown, need: test.values.join(" / ") };
    }
    case "at-least":
      return measured(quantityAt(known, test.fact), test.atLeast);
    case "at-least-by":
      return byParty(test, known);
    case "sum":
      return measured(add(test.facts.map((fact) => [quantityAt(known, fact), 1])), test.atLeast);
    case "weighted":
      return measured(add(Object.entries(test.weights).map(([fact, weight]) => [quantityAt(known, fact), weight])), test.atLeast);
    case "local-range":
      return withinRange(test, quantityAt(known, test.fact));
    case "some": {
      const tested = test.of.map((one) => evaluateTest(one, known));
      const met = tested.filter(({ verdict }) => verdict.outcome === "met").length;
      const open = tested.filter(({ verdict }) => verdict.outcome === "unknown");
      const verdict =
        met >= test.atLeast ? MET : met + open.length < test.atLeast ? NOT_MET : unknownFor(...open.flatMap((one) => one.verdict.missing));
      const most = met + open.length;
      return {
        verdict,
        have: showQuantity({ least: met, most }),
        need: `≥ ${test.atLeast}`,
        because: tested.flatMap((one) => one.because),
      };
    }
    case "includes": {
      const value = factAt(known, test.fact);
      return answer(Array.isArray(value) ? (value.some((one) => test.anyOf.includes(String(one))) ? MET : NOT_MET) : unknownFor(test.fact));
    }
    case "all":
    case "any": {
      const tested = test.of.map((one) => evaluateTest(one, known));
      const join = test.kind === "all" ? allOf : anyOf;
      const verdict = join(...tested.map((one) => one.verdict));
      const shown = test.kind === "all" ? (tested.find((one) => one.verdict.outcome === verdict.outcome) ?? tested[0]) : nearest(tested);
      return shown === undefined ? answer(verdict) : { ...shown, verdict, because: tested.flatMap((one) => one.because) };
    }
  }
}

/** A threshold that depends on who is accused: where that is unknown, only what is so for everyone is certain. */
function byParty(test: Extract<FactTest, { kind: "at-least-by" }>, known: KnownFacts): Tested {
  const party = factAt(known, test.by);
  const quantity = quantityAt(known, test.fact);
  const chosen = typeof party === "string" ? test.atLeast[party] : undefined;
  if (chosen !== undefined) return measured(quantity, chosen);
  const thresholds = Object.values(test.atLeast);
  const verdicts = thresholds.map((threshold) => reaches(quantity, threshold).outcome);
  const verdict = verdicts.every((one) => one === verdicts[0])
    ? reaches(quantity, thresholds[0] ?? 0)
    : unknownFor(test.by, ...quantity.missing);
  return { verdict, have: showQuantity(quantity), need: `≥ ${thresholds.join(" / ")}`, because: quantity.because };
}

/** The standard of the place lies somewhere in the range: only what is so under every standard in it is certain. */
function withinRange({ from, to, percent = 100, open = "localStandard" }: LocalRangeTest, quantity: Quantity): Tested {
  const [least, most] = [(from * percent) / 100, (to * percent) / 100];
  const need = least === most ? `≥ ${least}` : `≥ ${least}–${most}`;
  const verdict =
    quantity.least >= most ? MET : quantity.most < least ? NOT_MET : unknownFor(...quantity.missing, ...(least === most ? [] : [open]));
  return { verdict, have: showQuantity(quantity), need, because: quantity.because };
}

function measured(quantity: Quantity, atLeast: number): Tested {
  return { verdict: reaches(quantity, atLeast), have: showQuantity(quantity), need: `≥ ${atLeast}`, because: quantity.because };
}

function answer(verdict: Verdict): Tested {
  return { verdict, have: WORDS[verdict.outcome], need: WORDS.met, because: [] };
}

function nearest(tested: readonly Tested[]): Tested | undefined {
  return tested.reduce<Tested | undefined>(
    (best, one) => (best === undefined || RANK[one.verdict.outcome] > RANK[best.verdict.outcome] ? one : best),
    undefined,
  );
}

function add(parts: readonly (readonly [Quantity, number])[]): Quantity {
  return {
    least: parts.reduce((sum, [quantity, weight]) => sum + quantity.least * weight, 0),
    most: parts.reduce((sum, [quantity, weight]) => sum + quantity.most * weight, 0),
    missing: parts.flatMap(([quantity]) => quantity.missing),
    because: parts.flatMap(([quantity]) => quantity.because),
  };
}

function quantityAt(known: KnownFacts, path: string): Quantity {
  const derived = known.derived.get(path);
  if (derived !== undefined) return derived;
  const value = factAt(known, path);
  return quantityOf(typeof value === "number" ? value : null, path);
}

/** Paths come from the provision files, so they are few; each is cut once. */
const STEPS = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const known = STEPS.get(path);
  if (known !== undefined) return known;
  const steps = path.split(".");
  STEPS.set(path, steps);
  return steps;
}

/** The fact at a path; `null` where it, or anything around it, is unknown. */
function factAt({ facts }: KnownFacts, path: string): unknown {
  let value: unknown = facts;
  for (const step of stepsOf(path)) {
    if (!isRecord(value)) return null;
    value = value[step];
  }
  return value ?? null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
