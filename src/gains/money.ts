/**
 * 金额 exact decimal arithmetic over whole hundredths (fen) in BigInt; currencies that are not kept in hundredths have eight decimals.
 * Nothing here is floating point; what is read as other digits than the cell holds says so (`rounded`).
 */

/** Currencies of law have two decimals; what is traded on chains is kept to eight. */
const CHAIN_CURRENCIES: ReadonlySet<string> = new Set(["USDT", "USDC", "BTC", "ETH", "TRX", "BNB", "DAI"]);

/** Decimals in which amounts of the currency are kept. */
export function decimalsOf(currency: string): number {
  return CHAIN_CURRENCIES.has(currency) ? 8 : 2;
}

export type ReadAmount =
  | { readonly ok: true; readonly units: bigint; readonly currency: string | null; readonly rounded: boolean }
  | { readonly ok: false; readonly problem: { readonly zh: string; readonly en: string } };

/**
 * Reads an amount as it stands in a cell: `￥1,234.50`, `1.2万元`, `(12.00)`, `−3`, full-width digits. `units` are those of `decimals`
 * decimals. A spreadsheet's artefact of sixteen and more digits (1234.5599999999999) is read as the fifteen digits that the program
 * shows; anything else with too many decimals, an exponent, or signs that do not fit is refused, never guessed.
 */
export function readAmount(cell: string, decimals: number): ReadAmount {
  let text = cell
    .normalize("NFKC")
    .replace(/[\s'’]/g, "")
    .replace(/[−–—]/g, "-");
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1] !== undefined) [negative, text] = [true, bracketed[1]];
  let currency: string | null = null;
  let shift = 0;
  for (;;) {
    const before = text;
    for (const [pattern, code] of CURRENCY_MARKS) {
      const without = text.replace(pattern, "$1");
      if (without === text) continue;
      if (currency !== null && code !== null && currency !== code) return refuse("两种币种", "two currencies");
      currency = code ?? currency;
      text = without;
    }
    const multiple = /^(.*\d)([万亿])$/.exec(text);
    if (multiple?.[1] !== undefined) [text, shift] = [multiple[1], shift + (multiple[2] === "万" ? 4 : 8)];
    const signed = /^([+-])(.+)$/.exec(text);
    if (signed?.[2] !== undefined) {
      if (signed[1] === "-" && negative) return refuse("两个负号", "two minus signs");
      [negative, text] = [negative || signed[1] === "-", signed[2]];
    }
    if (text === before) break;
  }
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return refuse("被写成科学计数法，数字可能已不全", "scientific notation: digits may be lost");
  if (!/^(\d{1,3}(,\d{3})+|\d+)(\.\d*)?$/.test(text) && !/^\.\d+$/.test(text)) return refuse("不是金额", "not an amount");
  const plain = text.replaceAll(",", "");
  const [whole = "", fraction = ""] = withoutArtefact(plain).split(".");
  if (whole.length > 15) return refuse("金额过大", "the amount is too large");
  const moved = moveLeft(whole, fraction, shift);
  const kept = moved.fraction.replace(/0+$/, "");
  if (kept.length > decimals) return refuse(`小数超过${decimals}位`, `more than ${decimals} decimals`);
  const units = BigInt(moved.whole + kept.padEnd(decimals, "0"));
  return { ok: true, units: negative ? -units : units, currency, rounded: withoutArtefact(plain) !== plain };
}

/** Marks before or behind the number; `$` alone may be several currencies and is only taken off. */
const CURRENCY_MARKS: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:HK\$|HKD|港币|港元)(.+)$/i, "HKD"],
  [/^(.+?)(?:HKD|港币|港元)$/i, "HKD"],
  [/^(?:US\$|USD|美元)(.+)$/i, "USD"],
  [/^(.+?)(?:USD|美元|美金)$/i, "USD"],
  [/^(?:USDT)(.+)$/i, "USDT"],
  [/^(.+?)(?:USDT)$/i, "USDT"],
  [/^(?:人民币|RMB|CNY|¥)(.+)$/i, "CNY"],
  [/^(.+?)(?:元人民币|人民币|RMB|CNY|元|圆)$/i, "CNY"],
  [/^\$(.+)$/, null],
];

function withoutArtefact(plain: string): string {
  const digits = plain.replace(".", "").replace(/^0+/, "");
  if (digits.length < 16 || !plain.includes(".")) return plain;
  return roundDigits(plain, 15);
}

/** Rounds a plain decimal to so many significant digits, half up, on its digits alone. */
function roundDigits(plain: string, significant: number): string {
  const [whole = "", fraction = ""] = plain.split(".");
  const digits = `${whole}${fraction}`;
  const first = digits.search(/[1-9]/);
  const cut = (first < 0 ? 0 : first) + significant;
  if (cut >= digits.length) return plain;
  let kept = BigInt(digits.slice(0, cut) || "0");
  if (Number(digits[cut]) >= 5) kept += 1n;
  if (cut <= whole.length) return `${kept}${"0".repeat(whole.length - cut)}`;
  const padded = kept.toString().padStart(cut, "0");
  const decimals = cut - whole.length;
  return `${padded.slice(0, padded.length - decimals) || "0"}.${padded.slice(padded.length - decimals)}`;
}

function moveLeft(whole: string, fraction: string, places: number): { whole: string; fraction: string } {
  const padded = fraction.padEnd(places, "0");
  return { whole: whole + padded.slice(0, places) || "0", fraction: padded.slice(places) };
}

function refuse(zh: string, en: string): ReadAmount {
  return { ok: false, problem: { zh, en } };
}

/** Units as a decimal string: two decimals at least, no zeros behind them. */
export function writeAmount(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const [whole, fraction] = [digits.slice(0, -decimals), digits.slice(-decimals)];
  const shown = fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}.${shown}`;
}

/** Units of an amount that `writeAmount` wrote or the contract let in. @throws when it has more decimals than are kept */
export function parseAmount(amount: string, decimals: number): bigint {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > decimals) throw new RangeError(`an amount with ${kept.length} decimals where ${decimals} are kept`);
  const units = BigInt(whole + kept.padEnd(decimals, "0"));
  return amount.startsWith("-") ? -units : units;
}

/**
 * Fen for an amount of another currency at a rate (yuan for one unit, up to eight decimals). What is below a fen is cut off towards
 * zero, so that no figure grows by rounding.
 */
export function convertToFen(units: bigint, decimals: number, rate: string): bigint {
  const RATE_DECIMALS = 8;
  const product = units * parseAmount(rate, RATE_DECIMALS);
  return product / 10n ** BigInt(decimals + RATE_DECIMALS - 2);
}
