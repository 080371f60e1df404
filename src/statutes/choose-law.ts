import { isInForce } from "#calendar/plain-date.ts";
import type { Band } from "#statutes/statutes.contract.ts";

type Sentence = { readonly zh: string; readonly en: string };
/** A version of a rule with the days it is in force. */
type Dated = { readonly inForce: { readonly from: string; readonly until: string | null } };
type DatedStatute = Dated & {
  readonly bands: readonly { readonly band: Band; readonly imprisonment: { readonly maxYears: number } }[];
  readonly meaning: Sentence;
};
export type Chosen<T> = { readonly law: T; readonly because: Sentence };

/** Order of the bands: none, serious, especially serious. */
export const BAND_ORDER = { none: 0, serious: 1, "especially-serious": 2 } as const satisfies Record<Band, number>;

export function lowerBand(a: Band, b: Band): Band {
  return BAND_ORDER[a] <= BAND_ORDER[b] ? a : b;
}

export function higherBand(a: Band, b: Band): Band {
  return BAND_ORDER[a] >= BAND_ORDER[b] ? a : b;
}

/**
 * 两高《关于适用刑事司法解释时间效力问题的规定》: the interpretation of the day of the act, unless a later one in force at the decision is more
 * favourable; where there was none on the point, the one in force at the decision. Every candidate is evaluated by `bandUnder`.
 */
export function chooseInterpretation<T extends Dated>(
  versions: readonly T[],
  actDate: string | null,
  decisionDate: string | null,
  bandUnder: (version: T) => Band,
): Chosen<T> {
  const inForce = versions.filter((version) => decisionDate === null || version.inForce.from <= decisionDate);
  const newest = inForce.at(-1);
  const first = versions[0];
  if (!first) throw new Error("no interpretation is loaded");
  if (!newest)
    return chosen(
      first,
      "作出决定时该解释尚未施行，当时没有量化标准；本结果仅供参考。",
      "The interpretation was not yet in force on the day of the decision; the answer is for reference only.",
    );
  if (actDate === null)
    return chosen(
      newest,
      "行为时间未知，按现行有效的解释评估。",
      "The day of the act is unknown: the interpretation in force now is used.",
    );
  const atAct = inForce.find((version) => isInForce(version.inForce, actDate));
  const later = inForce.filter((version) => version.inForce.from > actDate);
  const basis = atAct ?? newest;
  const lighter = later.find((version) => version !== basis && BAND_ORDER[bandUnder(version)] < BAND_ORDER[bandUnder(basis)]);
  if (lighter)
    return chosen(
      lighter,
      "行为时已有相关司法解释，但新解释对行为人更为有利，适用新解释。",
      "An earlier interpretation existed at the act, but the later one is more favourable and applies.",
    );
  if (atAct)
    return chosen(atAct, `行为时（${actDate}）该解释已经施行。`, `The interpretation was in force on the day of the act (${actDate}).`);
  return chosen(
    newest,
    `行为时（${actDate}）该解释尚未施行，此前也没有相关司法解释；未决案件适用新解释。`,
    `On the day of the act (${actDate}) no interpretation on the point existed; the new one applies to pending cases.`,
  );
}

/**
 * 刑法第十二条: the statute of the day of the act, unless a later one is lighter. `undefined` when the act was no crime under this article on its day.
 * @returns the version and the band it knows at most for these facts
 */
export function chooseStatute<T extends DatedStatute>(versions: readonly T[], actDate: string | null, band: Band): Chosen<T> | undefined {
  const newest = versions.at(-1);
  if (!newest) throw new Error("no version of the statute is loaded");
  if (actDate === null) return chosen(newest, "", "");
  const atAct = versions.find((version) => isInForce(version.inForce, actDate));
  if (!atAct) return undefined;
  const candidates = versions.slice(versions.indexOf(atAct));
  const lightest = candidates.reduce((best, one) => (heaviestYears(one, band) < heaviestYears(best, band) ? one : best));
  if (lightest === newest) return chosen(newest, "", "");
  return chosen(
    lightest,
    `行为发生在 ${newest.inForce.from} 之前，依照刑法第十二条适用行为时的法律：${lightest.meaning.zh}`,
    `The act is earlier than ${newest.inForce.from}; by article 12 of the Criminal Law the law of its day applies: ${lightest.meaning.en}`,
  );
}

/** The band as the statute knows it: where it has one band only, the facts cannot go above it. */
export function capBand(statute: DatedStatute | undefined, band: Band): Band {
  const known: Band[] = ["none", ...(statute?.bands.map((one) => one.band) ?? [])];
  return known.reduce((best, one) => (BAND_ORDER[one] <= BAND_ORDER[band] ? higherBand(best, one) : best), "none");
}

function heaviestYears(statute: DatedStatute, band: Band): number {
  const capped = capBand(statute, band);
  return statute.bands.find((one) => one.band === capped)?.imprisonment.maxYears ?? 0;
}

function chosen<T>(law: T, zh: string, en: string): Chosen<T> {
  return { law, because: { zh, en } };
}
