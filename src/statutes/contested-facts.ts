type Path = readonly (string | number)[];
type Value = string | number | boolean;
export type ContestedFact = {
  readonly path: Path;
  /** as `tandem flip` names it: `sets.s1.items`, elements of lists by their id */
  readonly name: string;
  readonly value: Value | null;
  /** null: a number */
  readonly choices: readonly Value[] | null;
};

/** Dates, names and what the offence is: not moved. */
const FIXED: ReadonlySet<string> = new Set([
  "offence",
  "actDate",
  "decisionDate",
  "priorCriminalPunishmentDate",
  "priorAdministrativePenaltyDate",
  "id",
  "victim",
  "predicate",
  "insiderIndustry",
  "recipient",
  "date",
  "postedOn",
  "service",
  "region",
]);
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  tier: ["A", "B", "C"],
  kind: ["obtain", "sell", "provide", "publish"],
  accused: ["natural-person", "unit"],
  dutySource: ["law", "administrative-regulation", "departmental-rule"],
  launderedPredicate: ["drugs", "mafia", "terrorism", "smuggling", "corruption", "financial-order", "financial-fraud", "another-offence"],
  launderingMethod: ["account", "conversion", "payment-transfer", "cross-border", "virtual-assets", "other-concealment", "no-laundering"],
  victimOrRelativeOutcome: ["none", "mental-derangement", "self-harm", "suicide"],
};

/**
 * 可争议的事实 every fact that may be contested. An unknown one (`null`) is contested too: whether it is a yes or no or a number is asked of
 * `takes`, the contract of these facts, so that an unknown answer is never left out of the map. An unknown list cannot be moved and is left out.
 */
export function listContestedFacts(facts: object, takes: (moved: object) => boolean): ContestedFact[] {
  return list(facts, [], "", (path, one) => takes(withFact(facts, path, one)));
}

function list(facts: object, path: Path, name: string, takes: (path: Path, value: Value) => boolean): ContestedFact[] {
  return Object.entries(facts).flatMap(([key, value]: [string, unknown]): ContestedFact[] => {
    if (FIXED.has(key)) return [];
    const inner = { path: [...path, key], name: name === "" ? key : `${name}.${key}` };
    if (Array.isArray(value))
      return value.flatMap((element: unknown, at) =>
        isObject(element) ? list(element, [...inner.path, at], `${inner.name}.${idOf(element) ?? at + 1}`, takes) : [],
      );
    if (isObject(value)) return list(value, inner.path, inner.name, takes);
    const choices = CHOICES[key];
    if (choices !== undefined) return [{ ...inner, value: typeof value === "string" ? value : null, choices }];
    if (typeof value === "boolean" || (value === null && takes(inner.path, true)))
      return [{ ...inner, value: typeof value === "boolean" ? value : null, choices: [true, false] }];
    if (typeof value === "number" || (value === null && takes(inner.path, 0)))
      return [{ ...inner, value: typeof value === "number" ? value : null, choices: null }];
    return [];
  });
}

/** The same facts with one of them moved; the facts given stay as they are. */
export function withFact(facts: object, [step, ...rest]: Path, value: Value): object {
  if (step === undefined) return facts;
  const inner: unknown = Reflect.get(facts, step);
  const moved = rest.length === 0 || !isObject(inner) ? value : withFact(inner, rest, value);
  return Array.isArray(facts) ? facts.map((one: unknown, at) => (at === step ? moved : one)) : { ...facts, [step]: moved };
}

function idOf(element: object): string | null {
  return "id" in element && typeof element.id === "string" ? element.id : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
