import type { Quantity } from "#numerals/find-quantities.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

export type SummedAmount = { amount: number; parts: { amount: number; from: number; to: number }[] };

const TOTAL = /共计|合计|总计|累计|总价值|总金额|总额|共(?:盗窃|窃得|骗取|价值|诈骗|骗得|得|获)|涉案(?:金额|价值)|犯罪(?:金额|数额)|数额共/;
/** 销赃得款, 赔偿, 罚金 and what the accused got for the loot: not the amount of the crime. */
const OTHER =
  /赔偿|退(?:赔|还|缴|出)|罚金|销赃|变卖|卖给|卖得|出售给|得赃款|赃款|分得|获利|保证金|押金|归还|返还|工资|月租|扣押|查获|发还|缴获|追回|支付利息|利息|贷款余额|(?:以|按)[^，。；]{0,8}$|单价|每[^，。；]{0,4}$|购买(?:价|时)|原价|判处|谅解|收条|还款|偿还|折抵/;
const LOOT = /价值|现金|骗|盗|窃|抢|转账|汇款|刷卡|交给|支付|给付|投资|损失|挪用|侵占|勒索|人民币|收取|诈/;

/**
 * 犯罪数额 the amount of a crime as its facts tell it: the total where one is named, else what was taken in each act added up. What was paid back, fined or got for
 * the loot is none of it. Null where no money is named.
 */
export function sumAmounts(text: string, sentences: readonly Sentence[], quantities: readonly Quantity[]): SummedAmount | null {
  const money = quantities.filter(({ currency, value }) => currency === "CNY" && value > 0);
  const told = money.flatMap((quantity) => judge(text, sentences, quantity));
  // Where the court repeats what was alleged, only its words are added up.
  const found = told.filter(({ sentence }) => sentence.speaker === "court" || sentence.speaker === "result");
  const counted = found.length > 0 ? found : told;
  if (counted.length === 0) return largestOf(sentences, money);
  const named = findTotal(counted);
  if (named !== null) return { amount: named.amount, parts: [placeOf(named)] };
  const distinct = dropRepeats(dropSummed(counted));
  return { amount: add(distinct), parts: distinct.map(placeOf) };
}

/** A sum that is called a total and is not less than all else together, or one that is what stands before it added up. */
function findTotal(counted: readonly Counted[]): Counted | null {
  const distinct = dropRepeats(counted);
  const grand = counted.filter(({ isTotal }) => isTotal).toSorted((a, b) => b.amount - a.amount)[0];
  const others = distinct.filter((one) => one !== grand && one.amount !== grand?.amount);
  const rival = others.filter(({ isTotal }) => isTotal);
  if (grand !== undefined && rival.length === 0 && grand.amount >= Math.max(0, ...others.map(({ amount }) => amount))) return grand;
  if (grand !== undefined && grand.amount >= add(rival) * 0.98) return grand;
  let before = 0;
  for (const [index, one] of distinct.entries()) {
    if (index >= 2 && Math.abs(one.amount - before) < 0.01) return one;
    before += one.amount;
  }
  return null;
}

/** Goods told one by one and then together in one sentence: the sum stands for them. */
function dropSummed(counted: readonly Counted[]): Counted[] {
  return counted.filter(
    (one) =>
      one.isTotal ||
      !counted.some((total) => total.isTotal && total.sentence === one.sentence && total.from > one.from && total.amount >= one.amount),
  );
}

/** Money that is only named as what came of it is better than none. */
function largestOf(sentences: readonly Sentence[], money: readonly Quantity[]): SummedAmount | null {
  const told = money.filter(({ from }) => {
    const speaker = sentences[sentenceAt(sentences, from)]?.speaker;
    return speaker !== "defence" && speaker !== "evidence";
  });
  const [best] = told.toSorted((a, b) => b.value - a.value);
  return best === undefined ? null : { amount: best.value, parts: [{ amount: best.value, from: best.from, to: best.to }] };
}

function placeOf({ amount, from, to }: Counted) {
  return { amount, from, to };
}

function add(parts: readonly Counted[]): number {
  return Math.round(parts.reduce((all, { amount }) => all + amount, 0) * 100) / 100;
}

type Counted = {
  readonly amount: number;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
  readonly sentence: Sentence;
};

function judge(text: string, sentences: readonly Sentence[], { value, from, to }: Quantity): Counted[] {
  const sentence = sentences[sentenceAt(sentences, from)];
  if (sentence === undefined || sentence.speaker === "evidence" || sentence.speaker === "defence") return [];
  const before = text.slice(Math.max(sentence.from, from - 22), from);
  const clause = before.split(/[，,、（(]/).at(-1) ?? "";
  if (OTHER.test(clause) || /其余|剩余|其中|余下/.test(clause)) return [];
  if (/^(?:的价格|出售|卖给|销赃|\/|每)|^[^，。；]{0,8}(?:归还|退还|发还|返还|还给|查获|扣押|藏|挥霍)/.test(text.slice(to, to + 12)))
    return [];
  if (!LOOT.test(sentence.text)) return [];
  return [{ amount: value, from, to, isTotal: TOTAL.test(before.slice(-14)), sentence }];
}

/** The same sum told twice in one sentence, or again after its goods, is one. */
function dropRepeats(parts: readonly Counted[]): Counted[] {
  return parts.filter(
    (part, index) => !parts.some((other, at) => at < index && other.amount === part.amount && other.sentence === part.sentence),
  );
}
