import { listContestedFacts, withFact } from "#law/contested-facts.ts";
import { type BandSpan, type FlipLine, type FlipMap, LawFacts } from "#law/law.contract.ts";
import { assess } from "#statutes/assess.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import type { Band } from "#statutes/statutes.contract.ts";

/** Above it no threshold of any law stands (as in `tandem flip`). */
const CEILING = 10_000_000_000;
/** Lines of one map; each costs some seventy assessments. */
const MOST_LINES = 40;

/**
 * 临界图 of every contested fact: each stretch of its numbers, or each of its answers, with the band it gives while all others stay. More never
 * lowers a band (a property of the engine), so the ends of the stretches are found by halving. Whole numbers; money in whole yuan.
 */
export function drawFlipMap(facts: LawFacts, provisions: Provisions): FlipMap {
  const { band, bandAtMost } = assess(facts, provisions);
  const bandWith = (path: readonly (string | number)[], value: number | string | boolean): Band => {
    const moved = LawFacts.safeParse(withFact(facts, path, value));
    return moved.success ? assess(moved.data, provisions).band : band;
  };
  const contested = listContestedFacts(facts);
  const lines = contested.slice(0, MOST_LINES).map(({ path, name, value, choices }): FlipLine => {
    if (choices !== null)
      return {
        fact: name,
        value,
        spans: [],
        choices: choices.map((choice) => ({ value: choice, band: bandWith(path, choice) })),
        down: null,
        up: null,
      };
    const spans = spansOf((at) => bandWith(path, at));
    return { fact: name, value, spans, choices: [], ...neighbours(spans, typeof value === "number" ? value : null) };
  });
  return { band, ...(bandAtMost === undefined ? {} : { bandAtMost }), lines, more: Math.max(0, contested.length - MOST_LINES) };
}

function spansOf(bandAt: (value: number) => Band): BandSpan[] {
  const spans: BandSpan[] = [];
  const last = bandAt(CEILING);
  for (let from = 0; ; ) {
    const band = bandAt(from);
    if (band === last) return [...spans, { from, to: null, band }];
    let [no, yes] = [from, CEILING];
    while (yes - no > 1) {
      const middle = Math.trunc((no + yes) / 2);
      if (bandAt(middle) === band) no = middle;
      else yes = middle;
    }
    spans.push({ from, to: no, band });
    from = yes;
  }
}

/** The nearest numbers with another band; an unknown number stands at nought, as the engine takes it for certain. */
function neighbours(spans: readonly BandSpan[], value: number | null): Pick<FlipLine, "down" | "up"> {
  const at = spans.findIndex(({ from, to }) => from <= (value ?? 0) && (to === null || Math.floor(value ?? 0) <= to));
  const [below, above] = [spans[at - 1], spans[at + 1]];
  const margin = (to: number) => (value === null || value === 0 ? null : Math.round(((to - value) / value) * 10_000) / 10_000);
  const lower = below?.to ?? null;
  return {
    down: below === undefined || lower === null ? null : { at: lower, to: below.band, margin: margin(lower) },
    up: above === undefined ? null : { at: above.from, to: above.band, margin: margin(above.from) },
  };
}
