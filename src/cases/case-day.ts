/**
 * 日期 plain days of case handling. Deadlines, memberships and stages are days in China, whatever clock the machine keeps.
 */

/** The day in China (UTC+8, no summer time since 1991) at the given moment, as `2026-11-24`. */
export function officeDay(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
