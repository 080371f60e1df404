import type { Interpretation } from "#statutes/provisions.contract.ts";
import type { Conduct, InfringingFacts, ItemSet, Tier } from "#statutes/statutes.contract.ts";
import { anyOf, MET, NOT_MET, type Quantity, unknownFor, unknownForAll, type Verdict } from "#statutes/three-valued.ts";

/** What the sets come to under article 11 (and what of them article 6 takes out), every number as the range that is certain. */
export type Counted = {
  /** items measured by number under article 5 */
  readonly tiers: Readonly<Record<Tier, Quantity>>;
  readonly weighted: Quantity;
  /** weighted items sold or provided that were obtained in duty or service */
  readonly insiderWeighted: Quantity;
  /** known items of each tier, those under article 6 included: what the answer shows */
  readonly shown: Readonly<Record<Tier, number>>;
  readonly underArticle6: number;
  /** something was sold, provided or published */
  readonly provided: Verdict;
  readonly tierAProvided: Verdict;
  readonly insiderProvided: Verdict;
  /** some conduct is measured by article 5, by article 6 */
  readonly article5: Verdict;
  readonly article6: Verdict;
  readonly published: boolean;
  readonly severalRecipients: boolean;
  readonly idleSets: readonly string[];
  readonly mixedSources: boolean;
};

/**
 * Counts the sets. Obtained and then sold or provided counts once (art. 11-1); each distinct recipient counts again (11-2); publication is one
 * act of providing. Recipients without a name may all be the same person or all different: the range says so.
 */
export function countItems(
  sets: InfringingFacts["sets"],
  lawfulPurchase: boolean,
  { article6, article11 }: Pick<Interpretation, "article6" | "article11">,
  weights: Readonly<Record<Tier, number>>,
): Counted {
  const readings = sets === null || sets === undefined ? [UNKNOWN_SETS] : sets.map((set) => readSet(set, article11));
  const bounds = { A: start(), B: start(), C: start(), weighted: start(), insider: start() };
  const shown = { A: 0, B: 0, C: 0 };
  let underArticle6 = 0;
  const [under5, under6]: [Verdict[], Verdict[]] = [[], []];
  for (const reading of readings) {
    const { tier, items, times, insiderTimes } = reading;
    const bought = lawfulPurchase ? boughtOnly(reading, article6.tiers) : NOT_MET;
    if (reading.touched.outcome !== "not-met") {
      under6.push(bought.outcome === "not-met" ? NOT_MET : bought);
      under5.push(bought.outcome === "met" ? NOT_MET : bought.outcome === "unknown" ? bought : reading.touched);
    }
    const known = items.least * times.least;
    if (tier !== null) shown[tier] += known;
    if (bought.outcome === "met") {
      underArticle6 += known;
      continue;
    }
    const fields = joined(joined(items.fields, times.fields), bought.missing);
    const most = product(items.most, times.most);
    const least = bought.outcome === "unknown" ? 0 : known;
    const insider = { least: items.least * insiderTimes.least, most: product(items.most, insiderTimes.most) };
    if (tier !== null) {
      grow(bounds[tier], least, most, fields, reading.id);
      grow(bounds.weighted, least * weights[tier], product(most, weights[tier]), fields, reading.id);
      grow(
        bounds.insider,
        insider.least * weights[tier],
        product(insider.most, weights[tier]),
        joined(items.fields, insiderTimes.fields),
        reading.id,
      );
      continue;
    }
    // An item of unknown tier counts at least as one of the lightest tier and at most as one of the heaviest.
    const open = [...fields, ...reading.tierFields];
    for (const any of TIER_NAMES) {
      const taken = bought.outcome === "unknown" && reading.provided.outcome === "not-met" && article6.tiers.includes(any);
      grow(bounds[any], 0, taken ? 0 : most, open, reading.id);
    }
    grow(bounds.weighted, least * weights.C, product(most, weights.A), open, reading.id);
    const insiderOpen = [...items.fields, ...insiderTimes.fields, ...reading.tierFields];
    grow(bounds.insider, insider.least * weights.C, product(insider.most, weights.A), insiderOpen, reading.id);
  }
  // With no set at all the facts assert the conduct themselves (track sold, gains made) and nothing contradicts them.
  const asserted = readings.length === 0;
  const providing = readings.map((reading) => reading.provided);
  return {
    tiers: { A: bounds.A, B: bounds.B, C: bounds.C },
    weighted: bounds.weighted,
    insiderWeighted: bounds.insider,
    shown,
    underArticle6,
    provided: asserted ? MET : anyOf(...providing),
    tierAProvided: asserted ? MET : anyOf(...readings.map(tierAProvidedBy)),
    insiderProvided: anyOf(...readings.map((reading) => reading.insiderProvided)),
    // Article 5 governs unless article 6 takes all that was done.
    article5: asserted || under5.length === 0 || !lawfulPurchase ? MET : anyOf(...under5),
    article6: !lawfulPurchase ? NOT_MET : asserted ? MET : anyOf(...under6),
    published: readings.some((reading) => reading.published),
    severalRecipients: readings.some((reading) => reading.times.most > 1),
    idleSets: readings.filter((reading) => reading.touched.outcome === "not-met").map((reading) => reading.id),
    mixedSources:
      readings.some((reading) => reading.insiderProvided.outcome === "met") && readings.some((reading) => reading.outsiderProvided),
  };
}

const TIER_NAMES = ["A", "B", "C"] as const satisfies readonly Tier[];
const NONE: readonly string[] = [];
const NEVER: Range = { least: 0, most: 0, fields: NONE };
const ONCE: Range = { least: 1, most: 1, fields: NONE };
const UNBOUNDED = { least: 0, most: Number.POSITIVE_INFINITY, fields: ["sets"] };
const UNKNOWN_SETS: Reading = {
  id: "",
  tier: null,
  tierFields: ["sets"],
  items: UNBOUNDED,
  times: UNBOUNDED,
  insiderTimes: UNBOUNDED,
  touched: unknownFor("sets"),
  provided: unknownFor("sets"),
  insiderProvided: unknownFor("sets"),
  outsiderProvided: false,
  published: false,
};

type Range = { readonly least: number; readonly most: number; readonly fields: readonly string[] };
type Reading = {
  readonly id: string;
  readonly tier: Tier | null;
  readonly tierFields: readonly string[];
  readonly items: Range;
  /** how many times each item counts */
  readonly times: Range;
  readonly insiderTimes: Range;
  readonly touched: Verdict;
  readonly provided: Verdict;
  readonly insiderProvided: Verdict;
  readonly outsiderProvided: boolean;
  readonly published: boolean;
};

function readSet(set: ItemSet, article11: Interpretation["article11"]): Reading {
  const { id, items: told, conducts } = set;
  const tier = set.tier ?? null;
  const tierFields = tier === null ? [fieldOf(set, "tier")] : NONE;
  const items = typeof told === "number" ? { least: told, most: told, fields: NONE } : { ...UNBOUNDED, fields: [fieldOf(set, "items")] };
  if (conducts === null || conducts === undefined) {
    const fields = [fieldOf(set, "conducts")];
    const open = { ...UNBOUNDED, fields };
    const unknown = unknownForAll(fields);
    const rest = { touched: unknown, provided: unknown, insiderProvided: unknown, outsiderProvided: false, published: false };
    return { id, tier, tierFields, items, times: open, insiderTimes: open, ...rest };
  }
  const done = conducts.length > 0;
  const provided = conducts.some(isProviding);
  const touched = done ? MET : NOT_MET;
  if (!provided) {
    const [times, rest] = [done ? ONCE : NEVER, { provided: NOT_MET, insiderProvided: NOT_MET, outsiderProvided: false, published: false }];
    return { id, tier, tierFields, items, times, insiderTimes: NEVER, touched, ...rest };
  }
  const everyone = timesProvided(set, conducts, article11, anybody);
  const insiders = timesProvided(set, conducts, article11, certainInsider);
  const perhaps = timesProvided(set, conducts, article11, perhapsInsider);
  const open: string[] = [];
  for (const [index, conduct] of conducts.entries())
    if (isProviding(conduct) && typeof conduct.insider !== "boolean") open.push(fieldOf(set, `conducts[${index}].insider`));
  return {
    id,
    tier,
    tierFields,
    items,
    times: everyone,
    insiderTimes: {
      least: insiders.least,
      most: perhaps.most,
      fields: open.length === 0 ? perhaps.fields : [...perhaps.fields, ...open],
    },
    touched,
    provided: MET,
    insiderProvided: conducts.some(certainInsider) ? MET : open.length > 0 ? unknownForAll(open) : NOT_MET,
    outsiderProvided: conducts.some((conduct) => isProviding(conduct) && conduct.insider === false),
    published: conducts.some(({ kind }) => kind === "publish"),
  };
}

/** The name of what is unknown of a set: written only where it is. */
function fieldOf({ id }: ItemSet, name: string): string {
  return `sets[${id}].${name}`;
}

/** Whoever is named: blanks around a name make nobody another person, and blanks alone name nobody. */
function nameOf({ recipient }: Conduct): string | null {
  return recipient?.trim() || null;
}

function isProviding({ kind }: Conduct): boolean {
  return kind !== "obtain";
}
const anybody = isProviding;
const certainInsider = (conduct: Conduct) => isProviding(conduct) && conduct.insider === true;
const perhapsInsider = (conduct: Conduct) => isProviding(conduct) && conduct.insider !== false;

/** Distinct recipients of the sales and provisions of those who are asked for, and one for publication however often. */
function timesProvided(
  set: ItemSet,
  conducts: readonly Conduct[],
  { perRecipient, publication }: Interpretation["article11"],
  asked: (conduct: Conduct) => boolean,
): Range {
  let [only, unnamed, published]: [string | null, number, number] = [null, 0, 0];
  let several: Set<string> | undefined;
  for (const conduct of conducts) {
    if (!asked(conduct)) continue;
    const recipient = nameOf(conduct);
    if (conduct.kind === "publish") published = publication.countedTimes;
    else if (recipient === null) unnamed++;
    else if (only === null) only = recipient;
    else if (recipient !== only) several = (several ?? new Set([only])).add(recipient);
  }
  const named = several?.size ?? (only === null ? 0 : 1);
  const least = (named > 0 ? named : unnamed > 0 ? 1 : 0) * perRecipient.countedTimes + published;
  const most = (named + unnamed) * perRecipient.countedTimes + published;
  if (least === most) return { least, most, fields: NONE };
  const fields: string[] = [];
  for (const [index, conduct] of conducts.entries())
    if (asked(conduct) && conduct.kind !== "publish" && nameOf(conduct) === null) fields.push(fieldOf(set, `conducts[${index}].recipient`));
  return { least, most, fields };
}

/** Article 6 takes a set that was only bought or received and is of a tier it covers. */
function boughtOnly(reading: Reading, tiers: readonly Tier[]): Verdict {
  if (reading.provided.outcome === "met" || reading.touched.outcome === "not-met") return NOT_MET;
  if (reading.tier !== null && !tiers.includes(reading.tier)) return NOT_MET;
  const open = joined(reading.provided.missing, reading.tierFields);
  return open.length > 0 ? unknownForAll(open) : MET;
}

function tierAProvidedBy(reading: Reading): Verdict {
  if (reading.provided.outcome === "not-met" || (reading.tier !== null && reading.tier !== "A")) return NOT_MET;
  const open = joined(reading.provided.missing, reading.tierFields);
  return open.length > 0 ? unknownForAll(open) : MET;
}

function joined(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length === 0 ? a : a.length === 0 ? b : [...a, ...b];
}

type Growing = { least: number; most: number; missing: string[]; because: string[] };

function start(): Growing {
  return { least: 0, most: 0, missing: [], because: [] };
}

function grow(quantity: Growing, least: number, most: number, fields: readonly string[], id: string): void {
  quantity.least += least;
  quantity.most += most;
  if (least !== most) for (const field of fields) quantity.missing.push(field);
  if (most > 0 && id !== "") quantity.because.push(id);
}

/** 0 × Infinity is nothing: what was done no times counts no times, however many items there are. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
