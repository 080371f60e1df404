import { parseNumeral } from "#numerals/parse-numeral.ts";

/** 分数 a share: 百分之五 is 5 with the unit %, 千分之三 3 ‰, 三分之一 a third with the unit 分之. Offsets are UTF-16 code units. */
export type Fraction = { readonly value: number; readonly unit: string; readonly text: string; readonly from: number; readonly to: number };

const SIGNS = "[零〇一二两三四五六七八九十百千万0-9０-９]";
const BELOW = new RegExp(`${SIGNS}{1,6}$`);
const ABOVE = new RegExp(`${SIGNS}{1,8}(?:[点.．]${SIGNS}{1,4})?`, "y");
const UNITS: Readonly<Record<string, string>> = { 百: "%", 千: "‰" };

/** Every 分之 with a numeral on both sides. */
export function findFractions(text: string): Fraction[] {
  const found: Fraction[] = [];
  for (let at = text.indexOf("分之"); at >= 0; at = text.indexOf("分之", at + 2)) {
    const below = BELOW.exec(text.slice(Math.max(0, at - 6), at))?.[0];
    ABOVE.lastIndex = at + 2;
    const above = ABOVE.exec(text)?.[0];
    if (below === undefined || above === undefined) continue;
    const share = readDecimal(above);
    const unit = UNITS[below];
    const whole = unit === undefined ? (parseNumeral(below)?.value ?? 0) : 1;
    if (share === null || whole === 0) continue;
    const [from, to] = [at - below.length, at + 2 + above.length];
    found.push({ value: share / whole, unit: unit ?? "分之", text: text.slice(from, to), from, to });
  }
  return found;
}

/** 三点五, 3.5 and whole numerals. */
function readDecimal(written: string): number | null {
  const [whole = "", decimals] = written.split("点");
  const value = parseNumeral(whole)?.value ?? null;
  if (decimals === undefined || value === null) return value;
  const digits = [...decimals].map((sign) => parseNumeral(sign)?.value ?? 0);
  return value + Number(`0.${digits.join("")}`);
}
