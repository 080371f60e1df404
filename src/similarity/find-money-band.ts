import { findQuantities } from "#numerals/find-quantities.ts";

/** Bands of sums of money in yuan: the lower ends of what the interpretations of property crimes tell apart. */
export const MONEY_BANDS = [
  [3_000_000, "300万元以上"],
  [500_000, "50万元至300万元"],
  [100_000, "10万元至50万元"],
  [30_000, "3万元至10万元"],
  [5_000, "5000元至3万元"],
  [1_000, "1000元至5000元"],
  [0, "不满1000元"],
] as const;

/** 金额幅度 the band of the greatest sum of yuan that a text without spaces tells of; null without any. */
export function findMoneyBand(text: string): string | null {
  let most = 0;
  for (let at = text.indexOf("元"); at >= 0; at = text.indexOf("元", at + 1)) {
    const before = text.slice(Math.max(0, at - 24), at + 1);
    for (const { value, currency, to } of findQuantities(before))
      if (currency === "CNY" && to === before.length) most = Math.max(most, value);
  }
  return most === 0 ? null : (MONEY_BANDS.find(([least]) => most >= least)?.[1] ?? null);
}
