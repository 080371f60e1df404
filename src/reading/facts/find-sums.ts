import type { Quantity } from "#numerals/find-quantities.ts";
import { ReadSum } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

/** What a sum is, by the words nearest before it; of several the one nearest the number. */
const BEFORE = new RegExp(
  Object.entries({
    fine: "罚金|罚款",
    bail: "保证金",
    refund: "退(?:赔|缴|赃|出|还|清)|返还|上缴|上交|主动交出|缴纳(?:违法所得)?",
    compensation: "赔偿|补偿|谅解款|抚慰金|公益损害",
    price: "单价|每(?:条|个|份|组|套|张|次|名|人|单)|价格|(?<![涨降])价(?!值)",
    seized: "扣押|冻结|查扣|查封|查获|收缴",
    loss: "损失|被骗|被害人[^，。；]{0,8}(?:转账|汇款|支付)",
    taken: "骗取|骗得|诈骗|窃得|盗窃|窃取现金|勒索|侵占|挪用|价值",
    gains: "违法所得|非法所得|非法获利|获利|牟利|得款|好处费|赃款|报酬|盈利|收益|提成|所得|收取|获得|获取|赚取|赚|收入|得(?=人民币)",
    paid: "支付|花费|付款|购买|购得|购入|收买|出资|汇款|转账|付",
  } satisfies Partial<Record<ReadSum["role"], string>>)
    .map(([role, words]) => `(?<${role}>${words})`)
    .join("|"),
  "g",
);
const ROLES = ReadSum.shape.role.options;
const PER_ITEM = /^(?:\/|每|一(?:条|个|份|组|套|张|次|名|单)|的(?:单)?价格?|(?:不等)?的?价格?|左右的价格)/;
const TOTAL = /共计|合计|总计|累计|总共|一共|总额|总金额|共(?:获|得|收|支付|退|骗|计)?[^，。；]{0,4}$/;
const PART = /其中|分别|各(?:自)?|另(?:有|获|收)|每人|余款/;
const LATER: readonly (readonly [ReadSum["role"], RegExp])[] = [
  ["gains", /^(?:[，,]?(?:经查)?(?:系|属于?|均?为|是)[^，。]{0,4}|的)?(?:违法所得|非法所得|非法获利|赃款)/],
  ["refund", /^[^，。；]{0,6}(?:退缴|退赔|退还|上缴)/],
  ["seized", /^[^，。；]{0,6}(?:扣押|冻结|查扣)/],
];

/** 金额 every sum with its currency and what it is: gains, price, fine, money paid back. The law's thresholds are none. */
export function findSums(text: string, sentences: readonly Sentence[], quantities: readonly Quantity[]): ReadSum[] {
  return quantities.flatMap((quantity): ReadSum[] => {
    const { currency, value, most, approximate, from, to } = quantity;
    if (currency === null || value <= 0) return [];
    const sentence = sentences[sentenceAt(sentences, from)];
    if (sentence === undefined || sentence.isStatute) return [];
    const clause = text.slice(Math.max(sentence.from, from - 26), from);
    const after = text.slice(to, Math.min(sentence.to, to + 14));
    const standing = TOTAL.test(clause.slice(-14)) ? "total" : PART.test(clause.slice(-16)) ? "part" : null;
    return [
      {
        role: roleOf(clause, after),
        amount: value,
        most: most === value ? null : most,
        currency,
        approximate,
        standing,
        speaker: sentence.speaker,
        from,
        to,
      },
    ];
  });
}

function roleOf(before: string, after: string): ReadSum["role"] {
  if (PER_ITEM.test(after) || /每(?:条|个|份|组|套|张|次|名|单)[^，。；]{0,4}$/.test(before)) return "price";
  const later = LATER.find(([, pattern]) => pattern.test(after));
  if (later !== undefined) return later[0];
  const nearest = [...before.matchAll(BEFORE)].at(-1)?.groups ?? {};
  const best = ROLES.find((role) => nearest[role] !== undefined) ?? "other";
  // 退缴违法所得5000元 is money paid back, 购买后获利5000元 is gained; a comma before ends what a fine or price said.
  if (best === "gains" && /退(?:赔|缴|赃|出|还)[^，。；]{0,10}$|追缴[^，。；]{0,12}$|没收[^，。；]{0,12}$/.test(before))
    return /退/.test(before) ? "refund" : "gains";
  return best;
}
