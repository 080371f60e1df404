import type { ReadDate } from "#reading/reading.contract.ts";

/** From the year's four signs on; tried only where 年 stands behind them. */
const DATE =
  /(?<!\d)((?:19|20)\d{2}|[二一][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2})年([01]?\d|十[一二]?|[一二三四五六七八九])月(?:([0-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)?/y;
const BIRTH = /(?:出生于?|生于|出生日期[:：]?)\s*$/;
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  "○": 0,
  零: 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 日期 dates as the document writes them, as 2026-03-01 or 2026-03; birthdays are nobody's business here, days that do not exist are none. */
export function findDates(text: string): ReadDate[] {
  const found: ReadDate[] = [];
  for (let at = text.indexOf("年", 4); at >= 0; at = text.indexOf("年", at + 1)) {
    DATE.lastIndex = at - 4;
    const match = DATE.exec(text);
    const date = match === null ? null : readDate(text, match);
    if (date !== null) found.push(date);
  }
  return found;
}

function readDate(text: string, match: RegExpExecArray): ReadDate | null {
  const [whole, year = "", month = "", day] = match;
  const [from, to] = [match.index, match.index + whole.length];
  if (BIRTH.test(text.slice(Math.max(0, from - 8), from)) || /^(?:出)?生/.test(text.slice(to, to + 2))) return null;
  const [y, m, d] = [yearOf(year), numberOf(month), day === undefined ? null : numberOf(day)];
  if (m < 1 || m > 12 || (d !== null && (d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()))) return null;
  const value = [String(y), String(m).padStart(2, "0"), ...(d === null ? [] : [String(d).padStart(2, "0")])].join("-");
  return { value, from, to };
}

function yearOf(words: string): number {
  return /^\d/.test(words) ? Number(words) : Number([...words].map((sign) => DIGITS[sign] ?? 0).join(""));
}

/** 十二 = 12, 二十一 = 21 */
function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  const ten = words.indexOf("十");
  if (ten < 0) return DIGITS[words] ?? 0;
  const tens = ten === 0 ? 1 : (DIGITS[words.slice(0, ten)] ?? 0);
  return tens * 10 + (DIGITS[words.slice(ten + 1)] ?? 0);
}
