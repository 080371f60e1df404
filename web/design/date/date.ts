import type { Language } from "#web/design/text/text.ts";

const DAY_MS = 86_400_000;
const WEEKDAYS = {
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;
const shanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** A plain date with its weekday: "2026-11-22（周日）". */
export function formatDay(day: string, language: Language): string {
  const name = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()];
  return language === "zh" ? `${day}（${name}）` : `${day} (${name})`;
}

/** The plain date of a moment in Asia/Shanghai. */
export function dayOf(moment: Date): string {
  return shanghai.format(moment).slice(0, 10);
}

/** A moment as the offices read it, Asia/Shanghai: "2026-11-22 14:05". */
export function formatMoment(moment: string, precise = false): string {
  const text = shanghai.format(new Date(moment));
  return precise ? text : text.slice(0, 16);
}

/** Days from `today` to `day`; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}

/** The distance of a date in words. */
export function formatDistance(days: number, language: Language): string {
  if (days === 0) return language === "zh" ? "今天" : "today";
  if (language === "zh") return days > 0 ? `还有 ${days} 天` : `${-days} 天前`;
  const unit = Math.abs(days) === 1 ? "day" : "days";
  return days > 0 ? `${days} ${unit} left` : `${-days} ${unit} ago`;
}

/** The moment a local clock reading in Asia/Shanghai names ("2026-11-22T14:05" -> with +08:00), or null for nothing. */
export function fromLocalReading(reading: string): string | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(reading) ? `${reading.length === 16 ? `${reading}:00` : reading}+08:00` : null;
}

/** The reverse of `fromLocalReading` for an input of type datetime-local. */
export function toLocalReading(moment: string | null): string {
  return moment === null ? "" : shanghai.format(new Date(moment)).slice(0, 16).replace(" ", "T");
}
