import { findQuantities, type Quantity } from "#numerals/find-quantities.ts";
import type { Sentence } from "#reading/split-sentences.ts";

/** 两万三, 一千八百八: a numeral of hundreds and more, whose last unit speech leaves out. */
const SPOKEN = /^[一二两三四五六七八九十百千万零半几多出余0-9.]*[百千万][一二两三四五六七八九]?[多余来几]?$/;
const MONEY_ASKED = /钱|多少元|好处|报酬|工资|价/;
/** 一共多少条？换出去多少？认多少？ asks for a number of data. */
const ITEMS_ASKED =
  /多少(?:条|个|份|组|人|户|张|行|信息|数据|资料|名单)|(?:卖|换|发|给|传|导|存|拿|弄|查|认|拷|抄|拍)[^，。？钱元]{0,8}多少(?!钱|元|次|回|天)/;
/** 我认两万二千三: what is owned to. */
const ITEMS_BEFORE = /(?:我|就)认[^，。；]{0,2}$/;
const MONEY_BEFORE = /(?:收了?|给了?|付了?|得了?|赚了?|落了?|交了?|退了?|骗走?了?|涨价了?，?|总共|前后|一共|现金|转账的?)[^，。；？]{0,6}$/;
const NOT_MONEY = /^(?:[多余来几]?)(?:条|个|人|名|套|份|张|户|次|块|元|组|行|的?号|家|本|年|斤|单|天)/;

/**
 * Sums of money in yuan and numbers of items (条) in questions and answers, where the unit goes without saying (问：得了多少钱？答：前后两万三。). Empty outside of
 * records of questioning.
 */
export function findSpokenSums(text: string, sentences: readonly Sentence[], isRecord: boolean): Quantity[] {
  if (!isRecord) return [];
  let asked: "money" | "items" | null = null;
  let isQuestion = false;
  return sentences.flatMap((sentence): Quantity[] => {
    if (/^\s*问[：:]?/.test(sentence.text)) [asked, isQuestion] = [null, true];
    else if (/^\s*答[：:]?/.test(sentence.text)) isQuestion = false;
    // A question may take more than one sentence.
    if (isQuestion) asked = MONEY_ASKED.test(sentence.text) ? "money" : ITEMS_ASKED.test(sentence.text) ? "items" : asked;
    return findQuantities(sentence.text, { bare: true }).flatMap((one): Quantity[] => {
      if (one.unit !== "" || one.currency !== null || !SPOKEN.test(one.text)) return [];
      const [from, to] = [sentence.from + one.from, sentence.from + one.to];
      if (NOT_MONEY.test(text.slice(to, to + 3))) return [];
      const before = sentence.text.slice(Math.max(0, one.from - 12), one.from);
      if (ITEMS_BEFORE.test(before)) return [{ ...one, unit: "条", from, to }];
      if (asked === "money" || MONEY_BEFORE.test(before)) return [{ ...one, unit: "元", currency: "CNY", from, to }];
      return asked === "items" ? [{ ...one, unit: "条", from, to }] : [];
    });
  });
}
