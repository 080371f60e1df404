import type { Quantity } from "#numerals/find-quantities.ts";
import type { ReadAmount, Speaker } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

/** 给了一万五整, 自己落三万: in speech, where the unit goes without saying. */
const SPOKEN_GAIN = /得了?|给了|赚了?|落(?:了)?|收了?|前后|总共|一共/;
const UNLAWFUL = /违法所得|非法所得|非法获利/;
const GAIN =
  /违法所得|非法所得|非法获利|获利|牟利|得款|好处费|赃款|报酬|收取|收受|介绍费|佣金|收款|分得|钱款|获得(?:人民币|现金)|所得(?:款|赃款)?|得到|赚取|盈利|收益|酬劳|提成/;
const TOTAL = /共计|合计|总计|累计|总共|共(?:获|得)/;
const NO_GAIN =
  /罚金|判处|并处|缴纳|保证金|退(?:赔|缴|出|还)|上交|上缴|赔偿|损失|价值|借款|贷款|余额|转账|支付(?:给)?|花费|付款|购买|价格|单价|每条|诈骗款|骗取|被骗|购号款|货款|面值|扣押|受理费|诉讼费|鉴定费/;
const PERSONAL = /个人信息|公民信息|信息|资料|数据/;
/** 依法追缴被告人…违法所得: the operative part takes what was found. */
const TAKEN = /追缴|没收|予以收缴|上缴国库/;
const SPEAKERS: Readonly<Record<Speaker, number | null>> = {
  court: 3,
  result: 2.5,
  prosecution: 1.5,
  other: 1.4,
  evidence: null,
  defence: null,
  law: null,
};

/**
 * 违法所得 the gains from the act, as the court found them: a total before its parts, the first accused person before the others. What is alleged counts where no
 * court speaks; what witnesses, the accused or the defence say does not. A fine, a price, a loss or money paid back is none. Null where the text has none.
 */
export function findGains(text: string, sentences: readonly Sentence[], quantities: readonly Quantity[]): ReadAmount | null {
  let best: { readonly amount: ReadAmount; readonly score: number } | null = null;
  for (const quantity of quantities) {
    if (quantity.currency === null || quantity.value < 1) continue;
    const sentence = sentences[sentenceAt(sentences, quantity.from)];
    if (sentence === undefined || sentence.isStatute) continue;
    const base = SPEAKERS[sentence.speaker];
    if (base === null) continue;
    const before = text.slice(Math.max(sentence.from, quantity.from - 24), quantity.from);
    const after = text.slice(quantity.to, Math.min(sentence.to, quantity.to + 14));
    const score = scoreOf(base, sentence, before, after, quantity);
    if (score === null || (best !== null && score <= best.score)) continue;
    const { value, currency, approximate, from, to } = quantity;
    best = { score, amount: { amount: value, currency: currency ?? "CNY", approximate, speaker: sentence.speaker, from, to } };
  }
  return best?.amount ?? null;
}

function scoreOf(base: number, sentence: Sentence, before: string, after: string, { text, from }: Quantity): number | null {
  const later = /^(?:[，,]?(?:经查)?(?:系|属于?|均?为|是)[^，。]{0,4}|的)(?:违法所得|非法所得|非法获利|赃款)/.test(after);
  const isSpoken = !/[元块圆币]/.test(text);
  if (!(isSpoken ? SPOKEN_GAIN : GAIN).test(before) && !later) return null;
  const near = before.slice(-14);
  if (/每(?:条|个|次|月|单|组|份|人)|(?:一|每)条$|以$/.test(before.slice(-8)) || /^(?:\/|每|一条|一个|的价格|的单价|不等)/.test(after))
    return null;
  if (/以上/.test(text) && /^(?:的|，(?:应|属))/.test(after)) return null;
  // 每注册一个账号得到保底8元, 每单赚取5元: a rate.
  if (/每[^，。；]{1,20}(?:得到|获得|赚取|收取|获利|得)[^，。；]{0,6}$/.test(before)) return null;
  let score = base;
  if (UNLAWFUL.test(before) || later) score += 3;
  else if (/获利|牟利|好处费|报酬|盈利/.test(before)) score += 2;
  if (TOTAL.test(near)) score += 2;
  if (sentence.speaker === "result") score += TAKEN.test(sentence.text) && UNLAWFUL.test(before) ? 1 : -4;
  // The money word must stand behind what makes it no gain: 退缴违法所得5000元 is paid back, 购买后获利5000元 is a gain.
  const isForfeited = sentence.speaker === "result" && TAKEN.test(sentence.text) && /退[缴出赔](?:的|在案的)(?:违法|非法)所得/.test(before);
  if (isForfeited) score += 0.5;
  else if (NO_GAIN.test(later ? "" : near.slice(Math.max(0, lastGain(near))))) score -= 4;
  else if (/退(?:赔|缴|出|还)|上交|上缴/.test(before)) score -= 2.5;
  const told = sentence.text.slice(0, from - sentence.from);
  if (PERSONAL.test(told)) score += 0.8;
  if (/(?:自己|实际|净)(?:落|得|赚|获利)|到手/.test(near)) score += 2.5;
  // 向某甲出售…违法所得3330元 is one buyer's part of the total.
  if (/其中|向[^，。]{1,40}(?:出售|提供|贩卖)[^，。]*$/.test(told)) score -= 2;
  return score > 0 ? score : null;
}

function lastGain(words: string): number {
  return Math.max(...["所得", "获利", "牟利", "得款", "好处费", "赃款", "报酬", "收取", "获得"].map((word) => words.lastIndexOf(word)));
}
