/** Digits and units of Chinese numerals, everyday and financial (大写), simplified and traditional. */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  两: 2,
  贰: 2,
  貳: 2,
  三: 3,
  叁: 3,
  參: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  陸: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, k: 1000, K: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, w: 1e4, W: 1e4, 亿: 1e8, 億: 1e8 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

/** A number as it was written; `lastUnit` is the value of one in its last written place (万 → 10,000; 5 → 1), for what 余 or 多 may add. */
export type Numeral = { readonly value: number; readonly lastUnit: number };

/**
 * Reads a whole numeral: Arabic (also full width, with separators and a decimal point), Chinese, or both (`128万`, `3万5千`, `1亿2000万`, `二万三千`,
 * `两百五` = 250). Exact up to 2^53. Null where the text is no numeral.
 */
export function parseNumeral(text: string): Numeral | null {
  const plain = text.replace(/[０-９．，]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\s个]/g, "");
  let total = 0; // finished parts of 万 and 亿
  let section = 0; // below 万
  let pending: number | null = null; // a digit or Arabic number that waits for its unit
  let lastUnit = 1;
  let afterZero = false;
  let unitBefore = 1; // the unit written last, for 两百五
  let at = 0;
  while (at < plain.length) {
    const sign = plain[at] ?? "";
    const arabic = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/.exec(plain.slice(at))?.[0];
    if (arabic !== undefined) {
      if (pending !== null) return null;
      pending = Number(arabic.replaceAll(",", ""));
      // 2万5 is 25,000 as 两万五 is.
      if (arabic.length > 1) unitBefore = 1;
      lastUnit = 1;
      at += arabic.length;
      continue;
    }
    at++;
    const digit = DIGITS[sign];
    const tens = TENS[sign];
    const small = SMALL_UNITS[sign];
    const large = LARGE_UNITS[sign];
    if (sign === "半") {
      // 半个亿, and 两万半: half of the unit before it.
      if (pending !== null || (at > 1 && unitBefore === 1)) return null;
      if (at === 1) pending = 0.5;
      else section += unitBefore / 2;
      lastUnit = 1;
    } else if (digit !== undefined) {
      // Digits one after the other are read by place: 二〇一七.
      if (pending !== null && digit >= 0) pending = pending * 10 + digit;
      else pending = digit === 0 && section + total > 0 ? null : digit;
      if (digit === 0) afterZero = true;
      lastUnit = 1;
    } else if (tens !== undefined) {
      section += tens;
      lastUnit = 10;
      unitBefore = 10;
    } else if (small !== undefined) {
      section += (pending ?? (section === 0 ? 1 : 0)) * small;
      pending = null;
      lastUnit = small;
      unitBefore = small;
      afterZero = false;
    } else if (large !== undefined) {
      const part = section + (pending ?? 0);
      // 亿 takes all that came before it, 万亿 included; 万 only what is open.
      if (large === 1e8) total = (total + part) * large;
      else total += part * large;
      if (part === 0 && total === 0) return null;
      section = 0;
      pending = null;
      lastUnit = large;
      unitBefore = large;
      afterZero = false;
    } else return null;
  }
  if (pending !== null) {
    // 两百五, 三万二: the last digit stands one place under the unit before it.
    const colloquial = unitBefore >= 100 && !afterZero && pending < 10 && /[一二两三四五六七八九1-9]$/.test(plain);
    lastUnit = colloquial ? unitBefore / 10 : 1;
    section += colloquial ? (pending * unitBefore) / 10 : pending;
  }
  if (plain === "") return null;
  return { value: round(total + section), lastUnit };
}

/** Decimal fractions times powers of ten, without the noise of binary fractions. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
