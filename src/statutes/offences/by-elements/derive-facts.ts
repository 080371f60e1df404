import { addYears } from "#calendar/plain-date.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { type Quantity, sumOf } from "#statutes/three-valued.ts";

/** Facts that the law reckons from others (a sum over acts within a time), by the path a provision file names them with. */
export type DerivedFacts = ReadonlyMap<string, Quantity>;

/** No field is missing, no reason is named: one list for all who say so. */
export const NO_FIELDS: readonly string[] = [];
const NOTHING: Quantity = { least: 0, most: 0, missing: NO_FIELDS, because: NO_FIELDS };
const NONE_DERIVED: DerivedFacts = new Map();

/** 累计计算 what is not in the facts but reckoned from them; empty for offences without such rules. */
export function deriveFacts(facts: OffenceFacts): DerivedFacts {
  switch (facts.offence) {
    case "defamation":
    case "insult": {
      const acts = (measure: "views" | "reposts") =>
        readActs(facts.items, "items", (item) => readAct(item.id ?? "", item.postedOn, item[measure], item.dealtWith, ITEM_FIELDS));
      const [views, reposts] = [acts("views"), acts("reposts")];
      return new Map([
        ["derived.viewsOfOneItem", greatest(views)],
        ["derived.repostsOfOneItem", greatest(reposts)],
        ["derived.viewsWithinOneYear", accumulate(views, 1, ITEM_FIELDS)],
        ["derived.repostsWithinOneYear", accumulate(reposts, 1, ITEM_FIELDS)],
      ]);
    }
    case "aiding-network-crime": {
      const acts = readActs(facts.acts, "acts", (act) => readAct("", act.date, act.settlementAmount, act.dealtWith, ACT_FIELDS));
      const told = quantityOf(facts.settlementAmount, "settlementAmount");
      // Acts that are not listed are no acts: the amount told stands by itself.
      const listed = "open" in acts;
      const added = listed ? accumulate(acts, 2, ACT_FIELDS) : NOTHING;
      const untold = facts.settlementAmount === null || facts.settlementAmount === undefined;
      const any = listed && (facts.acts?.length ?? 0) > 0;
      return new Map([["derived.settlement", untold && any ? added : larger(told, added)]]);
    }
    default:
      return NONE_DERIVED;
  }
}

/** A number of the facts; unknown because of `field`. */
export function quantityOf(value: number | null | undefined, field: string): Quantity {
  if (typeof value === "number") return { least: value, most: value, missing: NO_FIELDS, because: NO_FIELDS };
  return { least: 0, most: Number.POSITIVE_INFINITY, missing: [field], because: NO_FIELDS };
}

/** The names of what may be missing of an act. */
type Fields = ReturnType<typeof fieldsOf>;
const ITEM_FIELDS = fieldsOf("items");
const ACT_FIELDS = fieldsOf("acts");

function fieldsOf(list: string) {
  return { amount: [list], dealtWith: [`${list}.dealtWith`], both: [list, `${list}.dealtWith`], date: [`${list}.date`] } as const;
}

/** An act that has not been dealt with, or perhaps not. */
type Act = { readonly date: string | null; readonly quantity: Quantity };
/** The acts that may still add up, or what keeps all of them unknown. */
type Acts = { readonly open: readonly Act[] } | { readonly unknown: Quantity };

function readActs<T>(list: readonly T[] | null | undefined, field: string, read: (one: T) => Act | null): Acts {
  if (list === null || list === undefined) return { unknown: quantityOf(null, field) };
  const open: Act[] = [];
  for (const one of list) {
    const act = read(one);
    if (act !== null) open.push(act);
  }
  return { open };
}

type Told<T> = T | null | undefined;

function readAct(id: string, date: Told<string>, amount: Told<number>, dealtWith: Told<boolean>, fields: Fields): Act | null {
  if (dealtWith === true) return null;
  const known = typeof amount === "number";
  const most = known ? amount : Number.POSITIVE_INFINITY;
  const quantity =
    dealtWith === false
      ? { least: known ? amount : 0, most, missing: known ? NO_FIELDS : fields.amount, because: id === "" ? NO_FIELDS : [id] }
      : { least: 0, most, missing: known ? fields.dealtWith : fields.both, because: id === "" ? NO_FIELDS : [id] };
  return { date: date || null, quantity };
}

/** The greatest single act that has not been dealt with. */
function greatest(acts: Acts): Quantity {
  return "unknown" in acts ? acts.unknown : acts.open.reduce((most, { quantity }) => larger(most, quantity), NOTHING);
}

type Dated = { readonly date: string; readonly quantity: Quantity };

/** The greatest sum of undealt acts within `years`: an act without a date stands alone for certain, and may belong to any time. */
function accumulate(acts: Acts, years: number, fields: Fields): Quantity {
  if ("unknown" in acts) return acts.unknown;
  const [dated, undated]: [Dated[], Quantity[]] = [[], []];
  for (const { date, quantity } of acts.open) {
    if (date === null) undated.push(quantity);
    else dated.push({ date, quantity });
  }
  dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const best = undated.reduce(larger, NOTHING);
  const floating = undated.map((quantity) => ({ least: 0, most: quantity.most, missing: fields.date, because: NO_FIELDS }));
  if (dated.length === 0) return larger(best, sumOf(floating));
  let [greatest, reached] = [best, 0];
  for (const [at, { date }] of dated.entries()) {
    const end = endOfWindow(dated, reached, addYears(date, years));
    // A window that begins later and ends with the same act holds less: only one that reaches further may hold more.
    if (end > reached)
      greatest = larger(
        greatest,
        sumOf(
          dated
            .slice(at, end)
            .map(({ quantity }) => quantity)
            .concat(floating),
        ),
      );
    reached = end;
  }
  return greatest;
}

function endOfWindow(dated: readonly Dated[], from: number, last: string): number {
  let end = from;
  for (let next = dated[end]; next !== undefined && next.date <= last; next = dated[end]) end++;
  return end;
}

function larger(a: Quantity, b: Quantity): Quantity {
  const missing =
    b.missing.length === 0 || a.missing === b.missing
      ? a.missing
      : a.missing.length === 0
        ? b.missing
        : [...new Set([...a.missing, ...b.missing])];
  return {
    least: Math.max(a.least, b.least),
    most: Math.max(a.most, b.most),
    missing,
    because: b.least > a.least ? b.because : a.because,
  };
}
