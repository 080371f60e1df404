import type { FactSource, FactSources, FactState, SourceTally } from "#assessments/fact-sources.contract.ts";
import { InfringingFacts } from "#statutes/statutes.contract.ts";

/** Not given, these are not unknown but nothing: a part that is only told apart, a judgement that is only asserted, a date of what did not happen. */
const ONLY_WHEN_GIVEN: ReadonlySet<string> = new Set([
  "insiderGains",
  "insiderIndustry",
  "priorCriminalPunishmentDate",
  "priorAdministrativePenaltyDate",
  "otherSeriousCircumstances",
  "otherEspeciallySeriousCircumstances",
]);
/** The day an assessment is made for is chosen, not found; `offence` is the question. */
const NO_FACTS: ReadonlySet<string> = new Set(["offence", "decisionDate", "sets"]);
const OF_A_SET = ["tier", "items", "conducts"] as const;

export type Fact = { readonly path: string; readonly value: unknown };

/**
 * Every fact of an assessment by its path, each set's tier, items and conducts apart (`sets[s1].items`); `sets` itself where it is unknown
 * whether there are any. Value null = unknown.
 */
export function listFacts(facts: InfringingFacts): Fact[] {
  const sets = facts.sets?.flatMap((set) => OF_A_SET.map((name) => ({ path: `sets[${set.id}].${name}`, value: set[name] ?? null }))) ?? [
    { path: "sets", value: null },
  ];
  const others = Object.keys(InfringingFacts.shape).flatMap((path): Fact[] => {
    const value: unknown = Reflect.get(facts, path) ?? null;
    return NO_FACTS.has(path) || (value === null && ONLY_WHEN_GIVEN.has(path)) ? [] : [{ path, value }];
  });
  return [...sets, ...others];
}

/** What a fact rests on. A fact that is not known is unknown, whatever was said of its source. */
export function stateOfFact({ path, value }: Fact, sources: FactSources): FactState {
  if (value === null) return "unknown";
  const kind = Object.hasOwn(sources, path) ? sources[path]?.kind : undefined;
  if (kind === undefined) return "no-source";
  return kind === "stated" ? "stated" : "sourced";
}

/** How many facts rest on a source, on a word alone, on nothing, and how many are unknown. */
export function tallySources(facts: InfringingFacts, sources: FactSources): SourceTally {
  const states = listFacts(facts).map((fact) => stateOfFact(fact, sources));
  const many = (state: FactState) => states.filter((one) => one === state).length;
  return { sourced: many("sourced"), stated: many("stated"), withoutSource: many("no-source"), unknown: many("unknown") };
}

function saysStill(source: Extract<FactSource, { kind: "document" }>, value: unknown): boolean {
  if (source.value !== undefined) return source.value === String(value);
  return typeof value !== "number" || value === source.number;
}

/**
 * The sources that still hold after facts were changed: what a count, a table or a calculation said holds only for its own value; what a
 * person named stays until they name another one or the fact is no longer known.
 */
export function keepSources(sources: FactSources, before: InfringingFacts, after: InfringingFacts): FactSources {
  const was = new Map(listFacts(before).map(({ path, value }) => [path, JSON.stringify(value)]));
  const kept: FactSources = {};
  for (const { path, value } of listFacts(after)) {
    const source = Object.hasOwn(sources, path) ? sources[path] : undefined;
    if (source === undefined || value === null) continue;
    const isNamed = source.kind === "evidence" || source.kind === "stated";
    const holds = source.kind === "document" ? saysStill(source, value) : isNamed || was.get(path) === JSON.stringify(value);
    if (holds) kept[path] = source;
  }
  return kept;
}
