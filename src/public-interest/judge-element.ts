import type { ElementAnswer, FactName, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import { FactName as AnyFact } from "#public-interest/public-interest.contract.ts";
import type { DerivedFact, ElementRule, FactTest } from "#public-interest/public-interest-rules.contract.ts";
import { MET, NOT_MET, reaches, unknownFor, type Verdict, verdictOf } from "#statutes/three-valued.ts";

/** A derived fact as an answer, with the facts it was derived from. */
export type Derived = Readonly<Record<DerivedFact, { readonly verdict: Verdict; readonly facts: readonly FactName[] }>>;

/** One element or limb held against the facts: its outcome, the facts it reads and those that are missing. */
export function judgeElement(rule: Omit<ElementRule, "cite">, cite: string, facts: PublicInterestFacts, derived: Derived): ElementAnswer {
  const { verdict, reads } = judge(rule.test, facts, derived);
  return {
    id: rule.id,
    cite,
    meaning: rule.meaning,
    outcome: verdict.outcome,
    facts: [...reads],
    missing: namesOf(verdict.missing),
    ...(rule.burden === undefined ? {} : { burden: rule.burden }),
    ...(rule.remark === undefined ? {} : { remark: rule.remark }),
    ...(rule.unconfirmed ? { unconfirmed: true as const } : {}),
  };
}

/** Names of facts, each once, in the order of the contract whatever order they came in. */
export function namesOf(missing: readonly string[]): FactName[] {
  return AnyFact.options.filter((name) => missing.includes(name));
}

/** An element's answer where several are joined. */
export function verdictOfElement({ outcome, missing }: ElementAnswer): Verdict {
  return { outcome, missing };
}

function judge(test: FactTest, facts: PublicInterestFacts, derived: Derived): { verdict: Verdict; reads: readonly FactName[] } {
  if ("fact" in test) return { verdict: verdictOf(flagOf(facts, test.fact), test.fact), reads: [test.fact] };
  if ("not" in test) {
    const flag = flagOf(facts, test.not);
    return { verdict: verdictOf(flag === null ? null : !flag, test.not), reads: [test.not] };
  }
  if ("listed" in test) {
    const { listed, anyOf } = test;
    const list = facts[listed];
    // A list holds all that is established: empty is "none", not given is unknown.
    if (!Array.isArray(list)) return { verdict: unknownFor(listed), reads: [listed] };
    const hit = list.some((one) => anyOf === undefined || anyOf.includes(one));
    return { verdict: hit ? MET : NOT_MET, reads: [listed] };
  }
  if ("choice" in test) {
    const chosen = facts[test.choice];
    const verdict = typeof chosen === "string" ? (test.oneOf.includes(chosen) ? MET : NOT_MET) : unknownFor(test.choice);
    return { verdict, reads: [test.choice] };
  }
  if ("personsAtLeast" in test) {
    const { personsAtLeast, personsAtMost } = facts;
    const reads: readonly FactName[] = ["personsAtLeast", "personsAtMost"];
    const quantity = { least: personsAtLeast ?? 0, most: personsAtMost ?? Number.POSITIVE_INFINITY, missing: reads, because: [] };
    return { verdict: reaches(quantity, test.personsAtLeast), reads };
  }
  const { verdict, facts: reads } = derived[test.derived];
  return { verdict, reads };
}

function flagOf(facts: PublicInterestFacts, name: FactName): boolean | null {
  const value = facts[name];
  return typeof value === "boolean" ? value : null;
}
