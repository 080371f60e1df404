import { type Calendar, computePeriod } from "#calendar/compute-period.ts";
import type { PublicInterestFacts } from "#public-interest/public-interest.contract.ts";

/** 审查起诉期限 (刑事诉讼法 第一百七十二条). */
const REVIEW = "CR-PROS-1M";

/** When the prosecution is to be: the planned day, else the last day of the review for prosecution. */
export type Prosecution = {
  readonly on: string;
  readonly because: "planned" | "review-period";
  readonly limit: string | null;
  readonly limitIfExtended: string | null;
  readonly custodyAssumed: boolean;
  /** the longest extension the rule allows, where more was said; in days */
  readonly cappedAt: number | null;
  readonly cite: readonly string[];
};

/**
 * 起诉日 from the facts: a planned day goes before the last day of the review. Where custody is unknown the review is reckoned as in custody,
 * which never ends later; an extension above what the rule allows counts as far as it allows.
 * @throws an Error where the calendar has no rule of the review
 */
export function reckonProsecution(facts: PublicInterestFacts, calendar: Calendar): Prosecution | null {
  const { plannedProsecutionOn, reviewReceivedOn, detained, reviewExtendedBy } = facts;
  const most = calendar.rules.get(REVIEW)?.extension?.most ?? 0;
  const by = Math.min(reviewExtendedBy ?? 0, most);
  const end = (extend: number) =>
    reviewReceivedOn === null || reviewReceivedOn === undefined ? null : endOfReview(reviewReceivedOn, detained ?? true, extend, calendar);
  const limit = end(by);
  const on = plannedProsecutionOn ?? limit?.due ?? null;
  if (on === null) return null;
  return {
    on,
    because: plannedProsecutionOn ? "planned" : "review-period",
    limit: limit?.due ?? null,
    limitIfExtended: by < most ? (end(most)?.due ?? null) : null,
    custodyAssumed: limit !== null && (detained ?? null) === null,
    cappedAt: (reviewExtendedBy ?? 0) > most ? most : null,
    cite: limit?.cite ?? [],
  };
}

function endOfReview(from: string, detained: boolean, extend: number, calendar: Calendar): { due: string; cite: readonly string[] } {
  const computed = computePeriod({ rule: REVIEW, from, detained, extend, urgent: false, ruling: false }, calendar, "zh");
  if (computed.ok) return computed.answer;
  throw new Error(`${REVIEW} from ${from}: expected ${computed.expected.en}, found ${computed.found}`);
}
