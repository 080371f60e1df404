import { type BandSpan, type FlipLine, type FlipMap, LawFacts } from "#law/law.contract.ts";
import { assess } from "#statutes/assess.ts";
import { listContestedFacts, withFact } from "#statutes/contested-facts.ts";
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
  const bandsWith = (path: readonly (string | number)[], value: number | string | boolean): Bands => {
    const moved = LawFacts.safeParse(withFact(facts, path, value));
    if (!moved.success) return { band, atMost: bandAtMost ?? band };
    const answer = assess(moved.data, provisions);
    return { band: answer.band, atMost: answer.bandAtMost ?? answer.band };
  };
  const contested = listContestedFacts(facts, (moved) => LawFacts.safeParse(moved).success);
  const lines = contested.slice(0, MOST_LINES).map(({ path, name, value, choices }): FlipLine => {
    if (choices !== null)
      return {
        fact: name,
        value,
        spans: [],
        choices: choices.map((choice) => ({ value: choice, ...bandsWith(path, choice) })),
        down: null,
        up: null,
      };
    const spans = spansOf((at) => bandsWith(path, at));
    return { fact: name, value, spans, choices: [], ...neighbours(spans, typeof value === "number" ? value : null) };
  });
  return { band, ...(bandAtMost === undefined ? {} : { bandAtMost }), lines, more: Math.max(0, contested.length - MOST_LINES) };
}

type Bands = { readonly band: Band; readonly atMost: Band };

function spansOf(bandsAt: (value: number) => Bands): BandSpan[] {
  const spans: BandSpan[] = [];
  const last = bandsAt(CEILING);
  for (let from = 0; ; ) {
    const bands = bandsAt(from);
    if (same(bands, last)) return [...spans, { from, to: null, ...bands }];
    let [no, yes] = [from, CEILING];
    while (yes - no > 1) {
      const middle = Math.trunc((no + yes) / 2);
      if (same(bandsAt(middle), bands)) no = middle;
      else yes = middle;
    }
    spans.push({ from, to: no, ...bands });
    from = yes;
  }
}

function same(one: Bands, other: Bands): boolean {
  return one.band === other.band && one.atMost === other.atMost;
}

/** The nearest numbers with another band; an unknown number stands at nought, as the engine takes it for certain. */
function neighbours(spans: readonly BandSpan[], value: number | null): Pick<FlipLine, "down" | "up"> {
  const at = spans.findIndex(({ to }) => to === null || Math.floor(value ?? 0) <= to);
  const band = spans[at]?.band;
  const below = spans.slice(0, Math.max(0, at)).findLast((span) => span.band !== band);
  const above = spans.slice(at + 1).find((span) => span.band !== band);
  const margin = (to: number) => (value === null || value === 0 ? null : Math.round(((to - value) / value) * 10_000) / 10_000);
  const lower = below?.to ?? null;
  return {
    down: below === undefined || lower === null ? null : { at: lower, to: below.band, margin: margin(lower) },
    up: above === undefined ? null : { at: above.from, to: above.band, margin: margin(above.from) },
  };
}
