import type { Quantity } from "#numerals/find-quantities.ts";
import { AFTER, BEFORE, LONG, TOTAL, VERDICT, WHOLE } from "#reading/amounts/amount-signs.ts";
import { relateAmounts } from "#reading/amounts/relate-amounts.ts";
import { splitActs } from "#reading/amounts/split-acts.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

/** A sum of money in the facts with the signs that speak for or against its being part of the amount of the crime. */
export type Amount = {
  readonly amount: number;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** the act (1、…；2、…) it stands in */
  readonly act: number;
  readonly isListed: boolean;
  /** called a total: 共计, 合计 */
  readonly isTotal: boolean;
  readonly signs: readonly string[];
};

/** How far around a sum its words are looked at. */
const BACK = 44;
const AHEAD = 16;
const FAR_BACK = 90;
const FAR_AHEAD = 60;
/** More sums than this are a ledger, not facts: the first are read. */
const MOST = 2000;
/** Said of several acts together. */
const SEVERAL = /综上|以上|上述|多次|先后|分别|[\d一二两三四五六七八九十]+余?[次起宗]|具体|期间/;
const SUMMARY = /综上|(?:作案|盗窃|实施|行窃|上述)[^，。]{0,12}[次起]|以上，/;
const HEADS = /^[^。；]{0,40}(?:其中|具体|分述|如下|分别[是为]|事实)|^[^。；]{0,24}。(?:其中|具体|分述|分别|犯罪事实|事实)/;
const TAKEN_TOGETHER = /共[^，。]{0,4}[窃盗骗侵扒抢]/;
const SUM_OF_ALL = /价值|[金数]额|现金|财物/;
const CHARGED = /[窃盗偷扒抢夺骗诈劫]|勒索|侵占|价值|数额|共/;
/** 三元区 is a place. */
const PLACE = /[区镇村街路桥乡]/;

/** Every sum in yuan outside the law as annexed, in the order of the text, with its signs. What is told in another currency counts where it is told again in yuan. */
export function listAmounts(text: string, sentences: readonly Sentence[], quantities: readonly Quantity[]): Amount[] {
  const sums = quantities.filter((quantity) => isSum(text, quantity)).slice(0, MOST);
  if (sums.length === 0) return [];
  const acts = splitActs(text);
  let act = 0;
  let last = -1;
  let ofSentence: readonly string[] = [];
  const listed = sums.flatMap(({ value: amount, from, to, approximate }): Amount[] => {
    const index = sentenceAt(sentences, from);
    const sentence = sentences[index];
    if (sentence === undefined || sentence.speaker === "law") return [];
    while ((acts[act + 1]?.from ?? Number.POSITIVE_INFINITY) <= from) act++;
    if (index !== last) ofSentence = WHOLE.flatMap(([name, pattern]) => (pattern.test(sentence.text) ? [name] : []));
    last = index;
    const before = text.slice(Math.max(sentence.from, from - BACK), from);
    const isTotal = isCalledTotal(before, text.slice(Math.max(sentence.from, from - FAR_BACK), from), ofSentence);
    const signs = [
      "any",
      ...signsBefore(before),
      ...signsBehind(text.slice(to, to + AHEAD)),
      ...ofSentence,
      `said by ${sentence.speaker}`,
      ...(isTotal ? ["total"] : []),
      ...(SEVERAL.test(text.slice(Math.max(sentence.from, from - FAR_BACK), from)) ? ["of several acts"] : []),
      ...(HEADS.test(text.slice(to, to + FAR_AHEAD)) ? ["heads a list"] : []),
      ...(approximate ? ["about"] : []),
      ...(acts[act]?.isListed === true ? ["act in a list"] : []),
      ...(acts[act]?.isAfter === true ? ["after the acts"] : []),
    ];
    return [{ amount, from, to, sentence: index, act, isListed: acts[act]?.isListed ?? false, isTotal, signs }];
  });
  return relateAmounts(text, listed);
}

/** Yuan; no 几万元, no watch (手表1块), no number of a masked name (王某1人民币500元), no place. */
function isSum(text: string, { currency, unit, value, approximate, text: written, from, to }: Quantity): boolean {
  if (currency !== "CNY" || value <= 0 || /^(?:人民币)?[几数]|十几/.test(written)) return false;
  if (unit === "块" && !(approximate && value >= 10)) return false;
  if (unit === "人民币" && /[某×XＸ甲乙丙]/.test(text[from - 1] ?? "")) return false;
  return !PLACE.test(text[to] ?? "");
}

/** Its own clause as far as the list sign (、), the whole clause, and what stands before it in the sentence: the nearer the stronger, each a sign of its own. */
function signsBefore(before: string): string[] {
  const whole = before.split(/[，,：:；（(]/).at(-1) ?? "";
  const clause = clauseOf(before);
  return BEFORE.flatMap(([name, pattern]) => {
    if (pattern.test(LONG.has(name) ? whole : clause)) return [name];
    if (pattern.test(whole)) return [`${name}, in its list`];
    return pattern.test(before) ? [`${name}, earlier`] : [];
  });
}

function signsBehind(after: string): string[] {
  const words = (/^[^，。；;、）)（(]*/.exec(after)?.[0] ?? "").replace(/^[）)]/, "");
  return AFTER.flatMap(([name, pattern]) => (pattern.test(words) ? [name] : []));
}

function isCalledTotal(before: string, told: string, ofSentence: readonly string[]): boolean {
  const clause = clauseOf(before);
  return (
    TOTAL.test(before.slice(-16)) ||
    TAKEN_TOGETHER.test(clause) ||
    (SUMMARY.test(told) && SUM_OF_ALL.test(clause)) ||
    (ofSentence.includes(VERDICT) && CHARGED.test(clause))
  );
}

function clauseOf(before: string): string {
  return before.split(/[，,、：:（(“”]/).at(-1) ?? "";
}
