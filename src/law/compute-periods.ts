import type { PeriodRequest } from "#calendar/calendar.contract.ts";
import { type Calendar, computePeriod, type Language } from "#calendar/compute-period.ts";
import { addDays } from "#calendar/plain-date.ts";
import { natureOfDay } from "#calendar/rest-days.ts";
import type { ComputedPeriod } from "#law/law.contract.ts";

const DAY_MS = 86_400_000;
/** Days at either end of a period that are shown day by day; of a shorter one all are. */
const SHOWN = 200;

/** Each period on its own, with its days for a calendar: one that cannot be computed does not hide the others. */
export function computePeriods(requests: readonly PeriodRequest[], calendar: Calendar, language: Language): ComputedPeriod[] {
  return requests.map((request): ComputedPeriod => {
    const computed = computePeriod(request, calendar, language);
    if (!computed.ok) return { ok: false, request, argument: computed.argument, expected: computed.expected, found: computed.found };
    const { answer } = computed;
    const [first, last] = answer.due < answer.from ? [answer.due, answer.from] : [answer.from, answer.due];
    const length = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS);
    const days = Array.from({ length: length + 1 }, (_, at) => at)
      .filter((at) => at <= SHOWN || at >= length - SHOWN)
      .map((at) => addDays(first, at))
      .map((day) => ({ day, nature: natureOfDay(day, calendar.restDays) }));
    return { ok: true, request, answer, days };
  });
}
