const DAY_MS = 86_400_000;

/** The moment a day begins in China (ISO date, UTC+8 all year). */
export function beginOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The moment the day after it begins: what lies before is of the day. */
export function endOfDay(day: string): Date {
  return new Date(beginOfDay(day).getTime() + DAY_MS);
}
