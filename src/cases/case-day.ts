/**
 * 日期 plain days of case handling. Deadlines, memberships and stages are days in China, whatever clock the machine keeps.
 */

/** The day in China (UTC+8, no summer time since 1991) at the given moment, as `2026-11-24`. */
export function officeDay(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The moment in China to the minute, as a sentence says it: `2026年11月24日09:05` / `2026-11-24 09:05 (China time)`. */
export function officeMoment(at: Date): { readonly zh: string; readonly en: string } {
  const [day = "", time = ""] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split(/[TZ]/);
  const [year, month, date] = day.split("-").map(Number);
  const minute = time.slice(0, 5);
  return { zh: `${year}年${month}月${date}日${minute}`, en: `${day} ${minute} (China time)` };
}
