import { findQuantities, type Quantity } from "#numerals/find-quantities.ts";
import type { ReadItems } from "#reading/reading.contract.ts";
import { type Part, speakerAt } from "#reading/split-speakers.ts";

const UNITS: ReadonlySet<string> = new Set(["条", "组", "个", "份", "人", "人次", "名", "套", "张", "笔"]);
const INFORMATION = /个人信息|公民信息|信息|资料|数据|名单|账户|账号|征信|简历|学籍|户籍|轨迹|通话记录|个案/;
const PERSONAL = /公民个人(?:征信|财产|轨迹)?信息|个人信息|公民信息/;
const TOTAL = /共计|合计|总计|累计|总数|总量|总共|一共|去除重复|去重|剔除|数量(?:达|为|应为|共)/;
const TIERS: readonly (readonly ["A" | "B" | "C", RegExp])[] = [
  ["A", /行踪轨迹|通信内容|征信|财产信息|轨迹信息|定位信息|银行(?:卡|账户)信息/],
  ["B", /住宿|通信记录|通话(?:记录|清单|详单)|话单|健康|病历|产妇|孕妇|就诊|体检|交易信息|订单|购物|快递/],
];

type Candidate = ReadItems & { readonly score: number };

/**
 * 信息条数 numbers of items of personal information, the total of the court first. A number counts when its sentence speaks of information; prices, sums,
 * samples and thresholds of the law do not. What the defence says comes last.
 */
export function findItems(text: string, parts: readonly Part[]): ReadItems[] {
  const candidates = findQuantities(text).flatMap((quantity): Candidate[] => {
    if (quantity.currency !== null || !UNITS.has(quantity.unit) || quantity.value < 2) return [];
    const sentence = sentenceAround(text, quantity);
    if (!INFORMATION.test(sentence.text)) return [];
    const before = text.slice(Math.max(sentence.from, quantity.from - 30), quantity.from);
    const after = text.slice(quantity.to, quantity.to + 16);
    if (isOther(quantity, before, after)) return [];
    const speaker = speakerAt(parts, quantity.from);
    const tier = TIERS.find(([, words]) => words.test(sentence.text))?.[0] ?? null;
    const score = scoreOf(quantity, speaker, sentence.text, before, after);
    return [{ count: quantity.value, approximate: quantity.approximate, tier, speaker, from: quantity.from, to: quantity.to, score }];
  });
  return candidates.sort((a, b) => b.score - a.score || b.count - a.count || a.from - b.from).map(({ score: _score, ...items }) => items);
}

/** Prices (每条0.5元), thresholds of the law (五千条以上的), persons and cards that are no items. */
function isOther({ unit, text: written }: Quantity, before: string, after: string): boolean {
  if (/每\s*$|平均$|标准$|第$/.test(before) || /^[^，。；]{0,4}(?:元\/|\/)/.test(after)) return true;
  if (/以上/.test(written) && /^(?:的|，(?:应|属)|为)/.test(after)) return true;
  if (unit === "人" || unit === "名" || unit === "人次") return !/信息|资料|数据/.test(before.slice(-12) + after.slice(0, 10));
  if (unit === "个" || unit === "张" || unit === "套" || unit === "笔" || unit === "份")
    return (
      !/信息|资料|账户|账号|数据|名单|产妇|学生/.test(before.slice(-14) + after.slice(0, 8)) ||
      /^(?:月|小时|工作日|电子邮|邮|U盘|文件|电话|银行卡|手机|QQ|微信|信封|硬盘)/.test(after)
    );
  return false;
}

function scoreOf(quantity: Quantity, speaker: ReadItems["speaker"], sentence: string, before: string, after: string): number {
  let score = { court: 3, prosecution: 1.5, result: 1, other: 1, evidence: 0, defence: -6, law: -20 }[speaker];
  if (quantity.unit === "条") score += 2;
  if (PERSONAL.test(before)) score += 2.5;
  else if (/信息|资料/.test(before.slice(-12) + after.slice(0, 10))) score += 1;
  if (TOTAL.test(before.slice(-16))) score += 3;
  if (/情节(?:特别)?严重/.test(sentence)) score += 2.5;
  if (/非法(?:获取|购买|收买|提供|出售)|侵犯/.test(sentence)) score += 1;
  if (/其中|随机|抽取|抽样|核实|分别|各|每次|另有|包括/.test(before.slice(-14))) score -= 2.5;
  if (/重复|无效|不完整|企业|公司(?:信息|名录)/.test(before.slice(-8) + after.slice(0, 8))) score -= 2;
  if (quantity.approximate) score -= /以上|左右/.test(quantity.text) ? 3 : 1.2;
  return score + Math.min(2, Math.log10(Math.max(1, quantity.value)) / 4);
}

function sentenceAround(text: string, { from, to }: Quantity): { text: string; from: number } {
  let start = from;
  while (start > 0 && from - start < 200 && !/[。；;\n！？]/.test(text[start - 1] ?? "")) start--;
  let end = to;
  while (end < text.length && end - to < 120 && !/[。；;\n！？]/.test(text[end] ?? "")) end++;
  return { text: text.slice(start, end), from: start };
}
