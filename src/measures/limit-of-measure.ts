import { type Calendar, computePeriod } from "#calendar/compute-period.ts";
import { addDays, addMonths, addYears } from "#calendar/plain-date.ts";
import type { MeasureState } from "#measures/measures.contract.ts";

/** The rules that hold the limits: 拘留 at most (request) + decision, 取保候审 and its alternative 监视居住. */
const REQUEST = "CR-DET-3";
const DECISION = "CR-ARR-7";
const BAIL = "CR-BAIL";

/** The last day (YYYY-MM-DD) by the measure's own limit and where that limit stands. Arrest has none of its own: its clock does. */
export type MeasureLimit = { readonly day: string; readonly cite: readonly string[] };

/**
 * 措施的最长期限 of detention (the longest request, then the decision on arrest), bail and residential surveillance, from the rules of the
 * calendar; null for arrest. In custody no holiday moves it; the end of bail or surveillance is no deadline that a holiday moves either.
 * @throws an Error where the calendar lacks one of the rules
 */
export function limitOfMeasure({ kind, from }: Pick<MeasureState, "kind" | "from">, calendar: Calendar): MeasureLimit | null {
  if (kind === "arrest") return null;
  if (kind === "detention") {
    const most = calendar.rules.get(REQUEST)?.extension?.most ?? 0;
    const request = reckon(REQUEST, from, most, calendar);
    const decision = reckon(DECISION, request.day, 0, calendar);
    return { day: decision.day, cite: [...new Set([...request.cite, ...decision.cite])] };
  }
  if (kind === "bail") return reckon(BAIL, from, 0, calendar);
  const rule = calendar.rules.get(BAIL);
  if (rule?.alternative === undefined) throw new Error(`${BAIL} has no other length for residential surveillance`);
  const { length } = rule.alternative;
  const day =
    "months" in length ? addMonths(from, length.months) : "days" in length ? addDays(from, length.days) : addYears(from, length.years);
  return { day, cite: citeOf(rule.cite, rule.unconfirmed) };
}

function reckon(rule: string, from: string, extend: number, calendar: Calendar): MeasureLimit {
  const computed = computePeriod({ rule, from, detained: true, extend, urgent: false, ruling: false }, calendar, "zh");
  if (!computed.ok) throw new Error(`${rule} from ${from}: expected ${computed.expected.en}, found ${computed.found}`);
  return { day: computed.answer.due, cite: citeOf(computed.answer.cite, calendar.rules.get(rule)?.unconfirmed) };
}

/** A rule whose text nobody has read in full says so wherever it is cited. */
function citeOf(cite: readonly string[], unconfirmed: true | undefined): readonly string[] {
  return unconfirmed === true ? cite.map((one) => `${one}（出处未核对全文 / source not read in full）`) : cite;
}
