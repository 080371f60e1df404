import type { Sign } from "#reading/clues/find-signs.ts";
import { findSigns } from "#reading/clues/find-signs.ts";
import type { PersonalFacts, Place } from "#reading/clues/personal-facts.ts";
import { scoreSigns, type Weights } from "#reading/clues/score-signs.ts";
import type { ClueTrack, ReadClue } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

/** From here on a document is a clue. */
export const CLUE_FROM = 0.5;
/** What a track's own sign adds; the signs of personal information share the rest. */
const OWN_SHARE = 0.2;

const CRIMINAL = /被告人|犯罪嫌疑人|公诉机关|起诉书|起诉意见|提请批准逮捕|被告单位/;
const DECIDED = /(?:判决|裁定)如下/;
/** 行政机关监督管理: an organ whose supervision is touched (人民检察院公益诉讼办案规则第六十七条). */
const SUPERVISION =
  /监管(?:职责|部门|不力|缺失|漏洞|责任)|主管(?:部门|机关)|监督管理职责|(?:未|怠于|不)(?:依法)?(?:全面)?履行[^，。；]{0,12}(?:监督|监管|管理)?职责|网信(?:办|部门)|通信管理局|邮政管理局|市场监督管理局|卫生健康(?:局|委)|教育行政部门|住房?(?:和城乡)?建设?局|实名制|实名登记|行政处罚|责令(?:限期)?改正/;
/** Where what leaked stands under an organ's supervision or is its own. */
const SUPERVISED: ReadonlySet<string> = new Set(["government", "education", "telecom", "courier", "medical", "hotel", "transport"]);
/** 检察建议工作规定第十一条: a unit whose rules are missing or not kept, a danger that stays. */
const GAP =
  /(?:系统|网站|平台|管理|制度|技术|安全|监管|权限)[^，。；]{0,10}(?:漏洞|缺陷|不善|不严|混乱|缺失|薄弱|不到位|不健全)|漏洞|疏于管理|未尽[^，。；]{0,14}义务|安全隐患|内控|未采取[^，。；]{0,16}(?:措施|加密|脱敏)|内部人员|内鬼/;
const COMPANY =
  /(?:系|任|担任|经营|成立|开设|开办|注册|就职于|原)[^，。；]{0,24}(?:公司|中介|学校|机构|医院|银行|平台|门店|经营部)[^，。；]{0,12}(?:员工|职员|经理|主管|负责人|法定代表人|业务员|总监|店长|老板|客服|顾问|期间|教师|护士)|单位行为|被告单位|为(?:公司|单位|学校|机构)[^，。；]{0,12}(?:业务|招生|客户)|拓展[^，。；]{0,6}业务|公司(?:工作|业务)需要/;
const CRIME = /(?:涉嫌|构成)[^，。；]{0,20}犯罪|移送(?:公安|司法)|涉嫌[^，。；]{0,20}罪/;
const SPOKEN: ReadonlySet<string> = new Set(["court", "result", "prosecution", "other"]);
/** 法释〔2017〕10号第五条第一款第三、四、五项 */
const CRIME_FROM = { A: 50, B: 500, C: 5000 } as const;

/**
 * 公益诉讼线索 the tracks a document about personal information opens. A criminal case still open: incidental civil litigation; one decided, or no criminal case:
 * civil litigation of its own. Administrative litigation where an organ's supervision is touched, a recommendation where a unit's rules have a gap or somebody
 * inside took part, a criminal track where a document of another line shows what is a crime by its number. Empty where the score stays below the threshold.
 */
export function findClues(facts: PersonalFacts, weights: Weights): ReadClue[] {
  const { score, reasons } = scoreSigns(findSigns(facts), weights);
  if (score < CLUE_FROM) return [];
  const clue = (track: ClueTrack, own: Sign | null): ReadClue => ({
    track,
    field: "personal-information",
    ...(own === null ? { score, reasons } : addOwn(reasons, own)),
  });
  const isCriminal = CRIMINAL.test(facts.text) || facts.charge !== undefined;
  const clues = [clue(isCriminal && !DECIDED.test(facts.text) ? "incidental-civil-pil" : "civil-pil", null)];
  const supervised = findSupervised(facts);
  if (supervised !== null) clues.push(clue("administrative-pil", supervised));
  const gap = findGap(facts);
  if (gap !== null) clues.push(clue("recommendation", gap));
  const crime = isCriminal ? null : findCrime(facts);
  if (crime !== null) clues.push(clue("criminal", crime));
  return clues;
}

/** Scales the shared reasons down and adds the track's own; ten-thousandths, so that the sum is exact. */
function addOwn(reasons: ReadClue["reasons"], own: Sign): Pick<ReadClue, "score" | "reasons"> {
  const ten = 10_000;
  const parts = reasons.map((reason) => ({ ...reason, weight: Math.round(reason.weight * ten * (1 - OWN_SHARE)) }));
  const all = [...parts, { term: own.term, sign: own.name, weight: OWN_SHARE * ten, from: own.from, to: own.to }];
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const over = Math.max(0, total - ten);
  return {
    score: (total - over) / ten,
    reasons: all.map((reason, index) => ({ ...reason, weight: (reason.weight - (index === all.length - 1 ? over : 0)) / ten })),
  };
}

function findSupervised({ text, sentences, insider, sourceIndustry, source }: PersonalFacts): Sign | null {
  const own =
    insider?.industry != null && SUPERVISED.has(insider.industry)
      ? insider
      : source !== undefined && SUPERVISED.has(sourceIndustry ?? "")
        ? source
        : null;
  return toSign("supervision", text, own ?? findIn(sentences, SUPERVISION));
}

function findGap({ text, sentences, insider, source }: PersonalFacts): Sign | null {
  return toSign("gap-of-a-unit", text, insider ?? source ?? findIn(sentences, GAP) ?? findIn(sentences, COMPANY));
}

function findCrime({ text, sentences, items, sell, obtain }: PersonalFacts): Sign | null {
  const named = findIn(sentences, CRIME);
  if (named !== null) return toSign("crime-named", text, named);
  const many = items.find(({ count, tier, speaker }) => SPOKEN.has(speaker) && count >= CRIME_FROM[tier ?? "C"]);
  return many !== undefined && (sell ?? obtain) !== undefined ? toSign("crime-by-number", text, many) : null;
}

function toSign(name: string, text: string, place: Place | null): Sign | null {
  return place === null ? null : { name, term: text.slice(place.from, place.to), from: place.from, to: place.to };
}

function findIn(sentences: readonly Sentence[], pattern: RegExp): Place | null {
  for (const sentence of sentences) {
    if (!SPOKEN.has(sentence.speaker) || sentence.isStatute) continue;
    const match = pattern.exec(sentence.text);
    if (match !== null) return { from: sentence.from + match.index, to: sentence.from + match.index + match[0].length };
  }
  return null;
}
