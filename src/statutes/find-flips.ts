import { assess } from "#statutes/assess.ts";
import type { Flip, FlipAnswer } from "#statutes/flip.contract.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { parseFacts } from "#statutes/parse-facts.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import type { Band, InfringingFacts } from "#statutes/statutes.contract.ts";

/** No amount or number of a case is larger: above it no threshold of any law stands. */
const CEILING = 10_000_000_000;

/**
 * 临界图 for every fact of the request — numbers, choices, and the tier of each set — the nearest value at which the band changes while all
 * other facts stay as they are. More never lowers a band (a property the tests hold), so numbers are found by halving. Money in whole yuan.
 */
export function findFlips(facts: InfringingFacts | OffenceFacts, provisions: Provisions): FlipAnswer {
  const { band, bandAtMost } = assess(facts, provisions);
  const bandWith = (path: Path, value: Value): Band => {
    const parsed = parseFacts(withValue(facts, path, value));
    return parsed.ok ? assess(parsed.facts, provisions).band : band;
  };
  const takes = (path: Path, value: Value) => parseFacts(withValue(facts, path, value)).ok;
  const flips = listFacts(facts).flatMap(({ path, name, value, choices: named }) => {
    const at = { fact: name, value };
    // An unknown fact does not show what it would be: a yes or no, a number, or a list, which cannot be moved.
    const choices = named ?? (value === null && takes(path, true) ? [true, false] : null);
    if (choices === null && value === null && !takes(path, 0)) return [];
    if (choices === null)
      return flipsOfNumber(typeof value === "number" ? value : 0, band, (moved) => bandWith(path, moved)).map((flip) => ({
        ...at,
        ...flip,
      }));
    const changed = choices.flatMap((choice): Flip[] => {
      const to = choice === value ? band : bandWith(path, choice);
      return to === band ? [] : [{ ...at, changesAt: choice, direction: "choice", to, margin: null }];
    });
    return changed.length > 0 ? changed : [{ ...at, changesAt: null, direction: "choice" as const, to: null, margin: null }];
  });
  return { band, ...(bandAtMost === undefined ? {} : { bandAtMost }), flips };
}

type Path = readonly (string | number)[];
type Value = string | number | boolean;
type Listed = { readonly path: Path; readonly name: string; readonly value: Value | null; readonly choices: readonly Value[] | null };

function flipsOfNumber(value: number, band: Band, bandAt: (value: number) => Band): Omit<Flip, "fact" | "value">[] {
  const flips: Omit<Flip, "fact" | "value">[] = [];
  const margin = (at: number) => (value === 0 ? null : Math.round(((at - value) / value) * 10_000) / 10_000);
  if (value > 0 && bandAt(0) !== band) {
    const at = halve(Math.ceil(value), 0, (moved) => bandAt(moved) !== band);
    flips.push({ changesAt: at, direction: "down", to: bandAt(at), margin: margin(at) });
  }
  if (bandAt(CEILING) !== band) {
    const at = halve(Math.floor(value), CEILING, (moved) => bandAt(moved) !== band);
    flips.push({ changesAt: at, direction: "up", to: bandAt(at), margin: margin(at) });
  }
  return flips.length > 0 ? flips : [{ changesAt: null, direction: "choice", to: null, margin: null }];
}

/** The whole number nearest to `near` on the way to `far` for which the question is answered yes; it is for `far`. */
function halve(near: number, far: number, asks: (value: number) => boolean): number {
  let [no, yes] = [near, far];
  while (Math.abs(yes - no) > 1) {
    const middle = Math.trunc((no + yes) / 2);
    if (asks(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

const FIXED: ReadonlySet<string> = new Set([
  "offence",
  "actDate",
  "decisionDate",
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

/** Every fact that may be contested, by its path; elements of lists are named by their `id`. Dates and names are not moved. */
function listFacts(facts: object, path: Path = [], name = ""): Listed[] {
  return Object.entries(facts).flatMap(([key, value]): Listed[] => {
    if (FIXED.has(key)) return [];
    const inner = { path: [...path, key], name: name === "" ? key : `${name}.${key}` };
    if (Array.isArray(value))
      return value.flatMap((element: unknown, at) =>
        isObject(element)
          ? listFacts(
              element,
              [...inner.path, at],
              `${inner.name}.${"id" in element && typeof element.id === "string" ? element.id : at + 1}`,
            )
          : [],
      );
    if (isObject(value)) return listFacts(value, inner.path, inner.name);
    const choices = CHOICES[key];
    if (choices !== undefined) return [{ ...inner, value: typeof value === "string" ? value : null, choices }];
    if (typeof value === "boolean") return [{ ...inner, value, choices: [true, false] }];
    return typeof value === "number" || value === null ? [{ ...inner, value, choices: null }] : [];
  });
}

function withValue(facts: object, [step, ...rest]: Path, value: Value): object {
  if (step === undefined) return facts;
  const inner: unknown = Reflect.get(facts, step);
  const moved = rest.length === 0 || !isObject(inner) ? value : withValue(inner, rest, value);
  return Array.isArray(facts) ? facts.map((one: unknown, at) => (at === step ? moved : one)) : { ...facts, [step]: moved };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
