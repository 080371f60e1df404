import { addYears } from "#calendar/plain-date.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import type { Quantity } from "#statutes/three-valued.ts";

/** Facts that the law reckons from others (a sum over acts within a time), by the path a provision file names them with. */
export type DerivedFacts = ReadonlyMap<string, Quantity>;

const NOTHING: Quantity = { least: 0, most: 0, missing: [], because: [] };

/** 累计计算 what is not in the facts but reckoned from them; empty for offences without such rules. */
export function deriveFacts(facts: OffenceFacts): DerivedFacts {
  switch (facts.offence) {
    case "defamation":
    case "insult": {
      const acts = (measure: "views" | "reposts") =>
        facts.items?.map(({ id, postedOn, dealtWith, ...item }) => ({ id: id ?? "", date: postedOn, dealtWith, amount: item[measure] }));
      return new Map([
        ["derived.viewsOfOneItem", greatest(acts("views"), "items")],
        ["derived.repostsOfOneItem", greatest(acts("reposts"), "items")],
        ["derived.viewsWithinOneYear", accumulate(acts("views"), 1, "items")],
        ["derived.repostsWithinOneYear", accumulate(acts("reposts"), 1, "items")],
      ]);
    }
    case "aiding-network-crime": {
      const acts = facts.acts?.map(({ date, dealtWith, settlementAmount }) => ({ id: "", date, dealtWith, amount: settlementAmount }));
      const told = quantityOf(facts.settlementAmount, "settlementAmount");
      // Acts that are not listed are no acts: the amount told stands by itself.
      const added = acts === undefined ? NOTHING : accumulate(acts, 2, "acts");
      const untold = facts.settlementAmount === null || facts.settlementAmount === undefined;
      return new Map([["derived.settlement", untold && acts !== undefined && acts.length > 0 ? added : larger(told, added)]]);
    }
    default:
      return new Map();
  }
}

/** A number of the facts; unknown because of `field`. */
export function quantityOf(value: number | null | undefined, field: string): Quantity {
  const known = typeof value === "number";
  return { least: known ? value : 0, most: known ? value : Number.POSITIVE_INFINITY, missing: known ? [] : [field], because: [] };
}

type Act = {
  readonly id: string;
  readonly date: string | null | undefined;
  readonly amount: number | null | undefined;
  readonly dealtWith: boolean | null | undefined;
};

/** The greatest single act that has not been dealt with. */
function greatest(acts: readonly Act[] | undefined, field: string): Quantity {
  if (acts === undefined) return quantityOf(null, field);
  return acts.filter(isOpen).reduce((most, act) => larger(most, measure(act, field)), NOTHING);
}

/** The greatest sum of undealt acts within `years`: an act without a date stands alone for certain, and may belong to any time. */
function accumulate(acts: readonly Act[] | undefined, years: number, field: string): Quantity {
  if (acts === undefined) return quantityOf(null, field);
  const open = acts.filter(isOpen);
  const undated = open.filter(({ date }) => !date);
  const dated = open.flatMap((act) => (act.date ? [{ ...act, date: act.date }] : [])).sort((a, b) => (a.date < b.date ? -1 : 1));
  let best = undated.reduce((most, act) => larger(most, measure(act, field)), NOTHING);
  const floating = undated.map((act) => ({ ...measure(act, field), least: 0, missing: [`${field}.date`], because: [] }));
  if (dated.length === 0) best = larger(best, sum(floating));
  for (const [at, first] of dated.entries()) {
    const end = addYears(first.date, years);
    const within = dated.slice(at).filter(({ date }) => date <= end);
    best = larger(best, sum([...within.map((act) => measure(act, field)), ...floating]));
  }
  return best;
}

function isOpen({ dealtWith }: Act): boolean {
  return dealtWith !== true;
}

function measure({ id, amount, dealtWith }: Act, field: string): Quantity {
  const told = quantityOf(amount, field);
  const because = id === "" ? [] : [id];
  if (dealtWith === false) return { ...told, because };
  return { least: 0, most: told.most, missing: [...told.missing, `${field}.dealtWith`], because };
}

function sum(quantities: readonly Quantity[]): Quantity {
  return quantities.reduce(
    (total, one) => ({
      least: total.least + one.least,
      most: total.most + one.most,
      missing: [...new Set([...total.missing, ...one.missing])],
      because: [...total.because, ...one.because],
    }),
    NOTHING,
  );
}

function larger(a: Quantity, b: Quantity): Quantity {
  const most = Math.max(a.most, b.most);
  const missing = [a, b].filter((one) => one.missing.length > 0).flatMap((one) => one.missing);
  return { least: Math.max(a.least, b.least), most, missing: [...new Set(missing)], because: b.least > a.least ? b.because : a.because };
}
