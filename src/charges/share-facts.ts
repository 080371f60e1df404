import { FACTS_OF_OFFENCE } from "#charges/known-offences.ts";

type Facts = Readonly<Record<string, unknown>>;
export type SharedFacts = {
  readonly facts: Facts;
  readonly carried: readonly { readonly fact: string; readonly from: readonly string[] }[];
};
export type Bundle = { readonly facts: Facts; readonly byOffence: ReadonlyMap<string, Facts> };

/**
 * 共用事实 the facts of one offence out of a bundle: its own first, then the common ones, then those told for other offences under the same
 * name. What is told differently for two others, does not fit, or is not shared stays unknown. Pure; the order of the bundle is irrelevant.
 */
export function shareFacts(offence: string, bundle: Bundle, notCarried: ReadonlySet<string>): SharedFacts {
  const own = bundle.byOffence.get(offence) ?? {};
  const facts: Record<string, unknown> = { offence };
  const carried: { fact: string; from: string[] }[] = [];
  for (const [fact, shape] of Object.entries(FACTS_OF_OFFENCE.get(offence) ?? {})) {
    if (told(own[fact])) facts[fact] = own[fact];
    else if (!notCarried.has(fact)) {
      const value = told(bundle.facts[fact]) ? bundle.facts[fact] : agreed(fact, bundle);
      if (!told(value) || !shape.safeParse(value).success) continue;
      facts[fact] = value;
      if (!told(bundle.facts[fact])) carried.push({ fact, from: tellersOf(fact, bundle) });
    }
  }
  return { facts, carried };
}

/** Facts told differently for several offences and settled by no common one: carried to none. */
export function findConflicts(bundle: Bundle, notCarried: ReadonlySet<string>): { fact: string; offences: string[] }[] {
  const names = new Set([...bundle.byOffence.values()].flatMap((facts) => Object.keys(facts)));
  return [...names]
    .filter((fact) => fact !== "offence" && !notCarried.has(fact) && !told(bundle.facts[fact]))
    .filter((fact) => tellersOf(fact, bundle).length > 1 && agreed(fact, bundle) === null)
    .sort()
    .map((fact) => ({ fact, offences: tellersOf(fact, bundle) }));
}

function told(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function tellersOf(fact: string, { byOffence }: Bundle): string[] {
  return [...byOffence].flatMap(([offence, facts]) => (told(facts[fact]) ? [offence] : [])).sort();
}

/** The one value that all who tell the fact agree on, else null. */
function agreed(fact: string, { byOffence }: Bundle): unknown {
  const values = [...byOffence.values()].map((facts) => facts[fact]).filter(told);
  const [first] = values;
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? (first ?? null) : null;
}
