import type { Calendar } from "#calendar/compute-period.ts";
import type { TwinTrack } from "#deadlines/deadlines.contract.ts";
import type { Clock } from "#deadlines/follow-clock.ts";
import { findLatestSafeStart } from "#public-interest/find-latest-safe-start.ts";

const REVIEWS: readonly string[] = ["CR-PROS-1M", "CR-FAST-10"];
const NOTICE = "PI-CIV-NOTICE";
const DAY = 86_400_000;

/**
 * 双轨对齐 the running review for prosecution (the earliest, where the suspects have several) against the pre-suit notice: whether it ends
 * before the prosecution day, and the latest safe day to publish it. `today` YYYY-MM-DD; null where no review runs.
 */
export function alignTracks(clocks: readonly Clock[], calendar: Calendar, today: string): TwinTrack | null {
  const [review] = clocks
    .filter(({ state }) => REVIEWS.includes(state.rule) && state.done === null)
    .sort((one, other) => one.due.localeCompare(other.due));
  if (review === undefined) return null;
  const [notice] = clocks.filter(({ state }) => state.rule === NOTICE).sort((one, other) => other.state.from.localeCompare(one.state.from));
  const latest = findLatestSafeStart(review.due, calendar);
  const verdict =
    notice === undefined
      ? today <= latest
        ? "can-start"
        : "missed"
      : notice.due < review.due
        ? "in-time"
        : notice.due === review.due
          ? "same-day"
          : "too-late";
  return {
    verdict,
    prosecution: review.due,
    notice: notice === undefined ? null : { from: notice.state.from, ends: notice.due },
    latestSafeStart: latest,
    daysLeft: Math.round((Date.parse(latest) - Date.parse(today)) / DAY),
  };
}
