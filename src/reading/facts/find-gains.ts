import type { Quantity } from "#numerals/find-quantities.ts";
import { actorOf } from "#reading/facts/find-accused.ts";
import type { ReadAmount, Speaker } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

/** 给了一万五整, 自己落三万: in speech, where the unit goes without saying. */
const SPOKEN_GAIN = /得了?|给了|赚了?|落(?:了)?|收了?|前后|总共|一共/;
const UNLAWFUL = /违法所得|非法所得|非法获利/;
const GAIN =
  /违法所得|非法所得|非法获利|获利|牟利|得款|好处费|赃款|报酬|收取|收受|介绍费|佣金|收款|分得|钱款|获得(?:人民币|现金)|所得(?:款|赃款)?|得到|赚取|盈利|收益|酬劳|提成/;
/** Money from the act under everyday names; in a case about other things they name other money. */
const EVERYDAY =
  /劳务费|辛苦费|茶水费|信息费|资料费|感谢费|回扣|分成|分红|抽成|利润|差价|净赚|赚(?:了|得|到)?|卖得|卖了|售得|分给|落得|到手(?!机)|折合|共得|得了|收了|会费|信息服务费|实收|实际收[到取得]|给[了过]?我/;
/** 共付六万元, 向其转账三万元: what another pays to the one who acts is that one's gain. */
const PAID = /(?:支付|共付|付给|付了?|转账|转给|汇给|汇款|打款|给付|给了?)(?:[^，。；\d]{0,10})$/;
/** 5000元系违法所得: the name stands behind the sum. */
const LATER = /^(?:[，,]?(?:经查)?(?:系|属于?|均?为|是)[^，。]{0,4}|的)(?:违法所得|非法所得|非法获利|赃款)/;
const TOTAL = /共计|合计|总计|累计|总共|共(?:获|得)/;
const NO_GAIN =
  /罚金|判处|并处|缴纳|保证金|退(?:赔|缴|出|还)|上交|上缴|赔偿|损失|价值|借款|贷款|余额|转账|支付(?:给)?|花费|付款|购买|价格|单价|每条|诈骗款|骗取|被骗|购号款|货款|面值|扣押|受理费|诉讼费|鉴定费/;
const PERSONAL = /个人信息|公民信息|信息|资料|数据/;
/** 原判认定其获利5万元有误: a finding that somebody fights is not yet one. */
const CONTESTED = /^[^，。；]{0,8}(?:错误|有误|不当|依据不足|证据不足|不准确|不实|不清)/;
const DECIDED = /(?<!原判|原审|一审|指控|起诉书)(?:认定|确认|核定)(?!的?(?:事实|证据))[^，。；]{0,14}$/;
/** 问：一共拿了多少钱？答：四万六。 The question says what the money was. */
const GAIN_ASKED = /(?:得|收|拿|赚|挣|落|获利|好处|报酬|给了?你|卖了)[^，。？付花退买交]{0,10}(?:多少|几|什么)[^。；]{0,6}？\s*$/;
/** 第一单就赚了13元: one time of many. */
const ONE_TIME = /(?:第[一二三四五六七八九十\d]{1,3}|首|最后一?|最近一?|有一|其中一)(?:单|次|笔|回)[^。；元]{0,20}$/;
const FEES_OF_COURT = /受理费|诉讼费|鉴定费|评估费/;
const RECEIVED =
  /所得|获利|牟利|得款|好处费|赃款|报酬|收取|收受|获得|得到|赚|收到|收了|卖得|分得|分给|到手|佣金|提成|酬劳|盈利|收益|利润|信息费|劳务费|会费|收入/g;
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
export function findGains(
  text: string,
  sentences: readonly Sentence[],
  quantities: readonly Quantity[],
  { accused, isPersonalCase }: { readonly accused: readonly string[]; readonly isPersonalCase: boolean },
): ReadAmount | null {
  const found: { readonly amount: ReadAmount; readonly score: number; readonly actor: ReturnType<typeof actorOf> }[] = [];
  for (const quantity of quantities) {
    if (quantity.currency === null || quantity.value < 1) continue;
    const index = sentenceAt(sentences, quantity.from);
    const sentence = sentences[index];
    if (sentence === undefined || sentence.isStatute) continue;
    const base = SPEAKERS[sentence.speaker];
    if (base === null) continue;
    const before = text.slice(Math.max(sentence.from, quantity.from - 24), quantity.from);
    const after = text.slice(quantity.to, Math.min(sentence.to, quantity.to + 14));
    const told = text.slice(sentence.from, quantity.from);
    const isAnswer =
      isPersonalCase && quantity.value >= 100 && /^\s*答[：:]/.test(sentence.text) && GAIN_ASKED.test(sentences[index - 1]?.text ?? "");
    const mayBePaid = isPersonalCase && PAID.test(before);
    const isTrade = isPersonalCase || (PERSONAL.test(sentence.text) && /卖|出售|倒卖|交易/.test(told));
    const isNamed = isAnswer || (isTrade && EVERYDAY.test(before)) || isCalledGain(quantity, before, after);
    if (!isNamed && !mayBePaid) continue;
    const named = actorOf(told, accused);
    // 林某按每条一元结账，共付六万元: the other pays, the main actor gains. So does who is paid by name.
    const isPaid = mayBePaid && (named === "other" || isPaidTo(before, accused[0]));
    if (!isNamed && !isPaid) continue;
    const score = scoreOf({ base, sentence, before, after, told, isPaid }, quantity);
    if (score === null) continue;
    const { value, currency, approximate, from, to } = quantity;
    const amount = { amount: value, currency: currency ?? "CNY", approximate, speaker: sentence.speaker, from, to };
    found.push({ score, actor: isPaid || isDecided(before, after) ? "main" : named, amount });
  }
  // What the others gained comes after the main actor's gain, where that is told.
  const isMainTold = found.some(({ actor }) => actor === "main");
  let best: (typeof found)[number] | null = null;
  for (const one of found) {
    const score = one.score - (isMainTold && one.actor === "other" ? 2.5 : 0);
    if (score > 0 && (best === null || score > best.score)) best = { ...one, score };
  }
  return best?.amount ?? null;
}

type Told = {
  readonly base: number;
  readonly sentence: Sentence;
  readonly before: string;
  readonly after: string;
  readonly told: string;
  readonly isPaid: boolean;
};

function scoreOf({ base, sentence, before, after, told, isPaid }: Told, { text }: Quantity): number | null {
  const later = LATER.test(after);
  if (FEES_OF_COURT.test(told) || ONE_TIME.test(told)) return null;
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
  if (isDecided(before, after)) score += 2;
  if (CONTESTED.test(after)) score -= 2;
  if (sentence.speaker === "result") score += TAKEN.test(sentence.text) && UNLAWFUL.test(before) ? 1 : -4;
  // The money word must stand behind what makes it no gain: 退缴违法所得5000元 is paid back, 购买后获利5000元 is a gain.
  const isForfeited = sentence.speaker === "result" && TAKEN.test(sentence.text) && /退[缴出赔](?:的|在案的)(?:违法|非法)所得/.test(before);
  if (isForfeited) score += 0.5;
  else if (isPaid) score += 1.5;
  else if (NO_GAIN.test(later ? "" : near.slice(Math.max(0, lastGain(near))))) score -= 4;
  else if (/退(?:赔|缴|出|还)|上交|上缴/.test(before)) score -= 2.5;
  if (PERSONAL.test(told)) score += 0.8;
  if (/(?:自己|实际|净)(?:落|得|赚|获利)|到手/.test(near)) score += 2.5;
  // 向某甲出售…违法所得3330元 is one buyer's part of the total.
  if (/其中|向[^，。]{1,40}(?:出售|提供|贩卖)[^，。]*$/.test(told)) score -= 2;
  return score > 0 ? score : null;
}

function isCalledGain({ text }: Quantity, before: string, after: string): boolean {
  return (/[元块圆币]/.test(text) ? GAIN : SPOKEN_GAIN).test(before) || LATER.test(after);
}

/** 违法所得应按37万元予以认定, 最终认定违法所得为3万元: what whoever decides goes by, for whomever. */
function isDecided(before: string, after: string): boolean {
  return (DECIDED.test(before) && !CONTESTED.test(after)) || /^(?:的(?:数额|标准))?(?:予以|来)?(?:认定|计算)/.test(after);
}

/** Where the last word of receiving ends, so that 收受转账合计 is received and 获利后购买 is spent; 0 where there is none. */
function lastGain(words: string): number {
  const last = [...words.matchAll(RECEIVED)].at(-1);
  if (last === undefined) return 0;
  const rest = words.slice(last.index + last[0].length);
  // 收受现金、转账合计: in what form it was received.
  return /^[^，。；]{0,6}(?:现金|转账|红包|汇款)/.test(rest) ? words.length : last.index;
}

/** 向柳某支付, 转给柳某: the payment is to the one named. */
function isPaidTo(before: string, name: string | undefined): boolean {
  return name !== undefined && new RegExp(`(?:[向给])(?:被告人|犯罪嫌疑人)?${name}[^，。；]{0,14}$`).test(before);
}
