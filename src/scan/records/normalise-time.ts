const WRITTEN =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[T ]{0,2}(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.0+)?)?)?$/;
const COUNTED = /^\d{5}(?:\.\d+)?$/;
const DAY = 86_400;
/** Days from Excel's day 0 to 1970-01-01, and the numbers that stand for days of 1954 to 2099. */
const EPOCH = 25_569;
const [FIRST, LAST] = [20_000, 73_050];

/**
 * A moment written as it stands, `2024/3/1 9:05` or `2024年3月1日`, in one form: `2024-03-01T09:05:00`, a day alone (or its midnight) as
 * `2024-03-01`. null for any other text.
 */
export function normaliseTime(text: string): string | null {
  const match = text.length > 30 || text.length < 8 ? null : WRITTEN.exec(text.trim());
  if (match === null) return null;
  const [, year = "", m1, d1, m2 = "", d2 = "", hour = "0", minute = "00", second = "00"] = match;
  const [month, day] = [m1 ?? m2, d1 ?? d2];
  if (Number(month) > 12 || Number(day) > 31 || Number(hour) > 24) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const clock = `${hour.padStart(2, "0")}:${minute}:${second}`;
  return clock === "00:00:00" ? date : `${date}T${clock}`;
}

/** The number a spreadsheet keeps for a moment (45352.5), to the second, as `normaliseTime` writes it; null for any other text. */
export function readCountedTime(text: string): string | null {
  const days = COUNTED.test(text) ? Number(text) : 0;
  if (days < FIRST || days >= LAST) return null;
  const moment = new Date(Math.round((days - EPOCH) * DAY) * 1000).toISOString();
  return normaliseTime(moment.slice(0, 19));
}
