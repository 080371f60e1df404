import { SENSITIVE_KINDS } from "#reading/facts/sensitive-kinds.data.ts";
import { isSaid, wordsAround } from "#reading/facts/stance.ts";
import { type ReadSensitive, SensitiveKind } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";
import { buildAutomaton, type TermHit } from "#reading/terms/build-automaton.ts";

const TERMS = SensitiveKind.options.flatMap((kind) => SENSITIVE_KINDS[kind].terms.map((term) => ({ kind, term })));
const AUTOMATON = buildAutomaton(TERMS.map(({ term }) => term));
const DATA = /信息|资料|数据|记录|名单|轨迹|档案|清单|详单|料/;
/** Words that need to be called information: an account a sum went to, an accused person's own age or illness, a list among the evidence. */
const NEEDS_DATA: ReadonlySet<string> = new Set([
  "银行账户",
  "银行账号",
  "银行卡号",
  "支付账户",
  "支付账号",
  "金融账户",
  "病历",
  "病案",
  "特定身份",
  "虹膜",
  "孕检",
  "账户余额",
]);
const PERSONAL = /个人信息|公民信息|客户|用户|信息|隐私|获取|出售|贩卖|泄露|窃取|查询|姓名|电话|名单|资料|登记|卖给|拍下|采集|收集|导出/;
/** 银行交易明细、通话记录等证据: a paper in the file, and nobody's information that was traded. */
const EVIDENCE_LISTED = /(?:书证|证据|证实|证明|调取|鉴定|提取笔录|搜查|质证|佐证|证言|核实)/;

/** 敏感信息 the kinds of information the law names, where the text says that it is about them. The law quoted, and what is denied, is none. */
export function findSensitive(text: string, sentences: readonly Sentence[]): ReadSensitive[] {
  // 行踪轨迹 and 轨迹信息 share signs: of those that overlap the longest stays, else the first.
  const kept: TermHit[] = [];
  for (const hit of AUTOMATON.find(text)) {
    const last = kept.at(-1);
    if (last === undefined || last.to <= hit.from) kept.push(hit);
    else if (hit.to - hit.from > last.to - last.from) kept[kept.length - 1] = hit;
  }
  return kept.flatMap(({ term, from, to }): ReadSensitive[] => {
    const known = TERMS[term];
    const sentence = sentences[sentenceAt(sentences, from)];
    if (known === undefined || sentence === undefined || sentence.isStatute) return [];
    if (!isSaid(sentence, from, to) || !isInformation(sentence, known.term, from, to)) return [];
    const { tier, isArticle28 } = SENSITIVE_KINDS[known.kind];
    return [{ kind: known.kind, tier, isArticle28, speaker: sentence.speaker, from, to }];
  });
}

function isInformation(sentence: Sentence, term: string, from: number, to: number): boolean {
  const [before, after] = wordsAround(sentence, from, to, 40);
  // 公民个人信息，是指…行踪轨迹等: the law's definition; 非法提供信用卡信息罪: the name of a charge.
  if (/^罪/.test(after) || /是指|系指|[，“]指以/.test(sentence.text.slice(Math.max(0, from - sentence.from - 160), from - sentence.from)))
    return false;
  if (EVIDENCE_LISTED.test(before + after) && !/个人信息|公民信息|出售|贩卖|泄露|窃取/.test(before + after)) return false;
  if (NEEDS_DATA.has(term)) return DATA.test(after.slice(0, 12)) || /信息(?:包括|包含|含有?|内容(?:包括|包含|为))/.test(before);
  return PERSONAL.test(before + after);
}
