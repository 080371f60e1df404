import type { Sentence } from "#reading/split-sentences.ts";

/** Denied right before the words: 未出售给, 没有证据证明, 不属于. 未经同意 and 未成年 deny nothing. */
const DENIED =
  /(?:未(?!经|成年|满|婚|果|遂|到案|归案|查明|查清|取得|依法|按)|没有|并非|不是|无法|不能|不存在|不曾|尚无|无证据|否认|难以认定|不足以|不属于|不涉及|不含|不包[含括]|不应认定)[^，。；：]{0,16}$/;
/** What might have been, was planned or is disputed. */
const OPEN =
  /(?:如果|假如|假设|倘若|若(?!干)|一旦|准备|打算|拟(?!定|人)|意欲|企图|意图|计划|预备|伺机|是否|欲(?!望)|尚未|以便)[^，。；：]{0,16}$/;
/** 没有证据证明被告人…将…: reaches over the whole clause. */
const UNPROVED = /(?:没有(?:充分|其他|相关)?证据|无(?:充分)?证据|证据不足以|不足以|不能|无法|难以)(?:证明|证实|认定)[^，。；]{0,44}$/;
/** 的事实，证据不足，不予认定: what stands before is not found. */
const REFUSED =
  /(?:证据不足|缺乏(?:事实|证据|相应)|无(?:相关)?证据(?:证实|证明|支持|予以)|没有证据|不予(?:认定|采信|确认|支持|采纳)|不能(?:成立|认定)|不(?:成立|应认定)|应予(?:剔除|扣除))/;

const QUESTION = /^\s*问[：:]?/;

/** 问：你有没有卖给搞诈骗的？ A question says nothing by itself. */
export function isAsked({ text }: Sentence): boolean {
  // 一共卖出去多少条？ takes the sale for granted.
  if (QUESTION.test(text) && /多少|几[次条个回]|谁|什么时候|怎么|哪|为什么/.test(text)) return false;
  return QUESTION.test(text) || /(?:有没有|是不是|是否|能不能|吗|呢)[^。；]{0,8}？\s*$/.test(text);
}

/** Whether words of a sentence say that something is so: not where they are denied, planned, asked or refused a few clauses on. */
export function isSaid(sentence: Sentence, from: number, to: number): boolean {
  if (isAsked(sentence)) return false;
  const before = sentence.text.slice(Math.max(0, from - sentence.from - 28), from - sentence.from);
  if (DENIED.test(before) || OPEN.test(before) || isUnproved(sentence, from)) return false;
  return !isRefused(sentence, to);
}

/** Whether the clause before a place says that nobody could prove what follows, or the sentence only asks. */
export function isUnproved(sentence: Sentence, from: number): boolean {
  return isAsked(sentence) || UNPROVED.test(sentence.text.slice(Math.max(0, from - sentence.from - 60), from - sentence.from));
}

/** Whether a sentence that names something ends by refusing it: 证据不足，不予认定. */
export function isRefused(sentence: Sentence, to: number): boolean {
  return REFUSED.test(sentence.text.slice(to - sentence.from, to - sentence.from + 60));
}

/** The words of a sentence around a place, at most `reach` code units each way, cut at the sentence's ends. */
export function wordsAround(sentence: Sentence, from: number, to: number, reach: number): readonly [before: string, after: string] {
  const [start, end] = [from - sentence.from, to - sentence.from];
  return [sentence.text.slice(Math.max(0, start - reach), start), sentence.text.slice(end, end + reach)];
}
