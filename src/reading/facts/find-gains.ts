import { findQuantities } from "#numerals/find-quantities.ts";
import type { ReadAmount } from "#reading/reading.contract.ts";
import { type Part, speakerAt } from "#reading/split-speakers.ts";

const GAIN = /违法所得|非法所得|非法获利|获利|牟利|得款|好处费|赃款|报酬|收取|获得(?:人民币|现金)|所得(?:款|赃款)?|得到/;
const TOTAL = /共计|合计|总计|累计|总共|共(?:获|得)/;
const NO_GAIN = /罚金|判处|并处|缴纳|保证金|退(?:赔|缴|出|还)|赔偿|损失|价值|借款|贷款|余额|转账|支付(?:给)?|花费|付款|购买|价格|单价|每条/;

/** 违法所得 the gains from the act: the court's total first. A fine, a price or a loss is none. Null where the text has none. */
export function findGains(text: string, parts: readonly Part[]): ReadAmount | null {
  let best: { readonly amount: ReadAmount; readonly score: number } | null = null;
  for (const quantity of findQuantities(text)) {
    if (quantity.currency === null || quantity.value < 1) continue;
    const before =
      text
        .slice(Math.max(0, quantity.from - 24), quantity.from)
        .split(/[。；;\n]/)
        .at(-1) ?? "";
    const after = text.slice(quantity.to, quantity.to + 14).split(/[。；;\n，]/)[0] ?? "";
    const named = GAIN.test(before) || /违法所得|非法所得|非法获利/.test(after);
    if (!named) continue;
    const speaker = speakerAt(parts, quantity.from);
    let score = { court: 3, result: 3, prosecution: 1.5, other: 1, evidence: 0, defence: -6, law: -20 }[speaker];
    if (/违法所得|非法所得|非法获利/.test(before)) score += 3;
    else if (/获利|牟利|好处费|报酬/.test(before)) score += 2;
    if (TOTAL.test(before)) score += 2;
    if (NO_GAIN.test(before.slice(-10))) score -= 4;
    if (/每(?:条|个|次|月)/.test(before.slice(-8))) score -= 5;
    score += Math.min(1.5, Math.log10(Math.max(1, quantity.value)) / 4);
    if (best !== null && score <= best.score) continue;
    const { value, currency, approximate, from, to } = quantity;
    best = { score, amount: { amount: value, currency, approximate, speaker, from, to } };
  }
  return best?.amount ?? null;
}
