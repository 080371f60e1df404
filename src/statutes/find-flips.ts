import { assess } from "#statutes/assess.ts";
import { type ContestedFact, listContestedFacts, withFact } from "#statutes/contested-facts.ts";
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
  const bandWith = (path: ContestedFact["path"], value: string | number | boolean): Band => {
    const parsed = parseFacts(withFact(facts, path, value));
    return parsed.ok ? assess(parsed.facts, provisions).band : band;
  };
  const contested = listContestedFacts(facts, (moved) => parseFacts(moved).ok);
  const flips = contested.flatMap(({ path, name, value, choices }) => {
    const at = { fact: name, value };
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
