import type { CitedProvision, ReadAnswer } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

type Band = NonNullable<ReadAnswer["band"]>;

const BAND = /情节(?:均|都|已|也|亦|达到?|属|属于|为|系)*(特别)?严重/g;
const PERSONAL = /个人信息|公民信息|征信信息|侵犯公民/;
/** 不属于情节特别严重, 而非…, 是否…, 对…有异议, 恳请…: not found, but disputed. */
const DENIED = /(?:不属|不构成|不应|不宜|不能|未达|达不|没有|并非|而非|不是|尚未|不符合|不认定|是否|未认定)[^，。；]{0,24}$/;
const DISPUTED =
  /^[”"》]?[^，。；]{0,12}(?:是指|有异议|提出异议|不当|的辩护意见|的意见|的程度|的数量标准|的标准|的规定|之规定|的情形|的，)/;

/**
 * 情节 the highest band the court found for personal information; the prosecution's where no court speaks or it names none. What is denied, disputed or quoted
 * from the law is none. Where no words name a band, the cited paragraph of art. 5 of 法释〔2017〕10号 does: para. 1 serious, para. 2 especially serious.
 */
export function findBand(sentences: readonly Sentence[], citations: readonly CitedProvision[], onlyPersonal: boolean): Band | null {
  for (const speakers of [["court", "result"], ["prosecution"], ["other"]]) {
    const found = sentences.flatMap((sentence, index) =>
      speakers.includes(sentence.speaker) ? readBands(sentences, index, onlyPersonal) : [],
    );
    const worst = found.findLast(({ value }) => value === "especially-serious") ?? found.at(-1);
    if (worst !== undefined) return worst;
  }
  return bandOfCitation(citations);
}

function readBands(sentences: readonly Sentence[], index: number, onlyPersonal: boolean): Band[] {
  const sentence = sentences[index];
  if (sentence === undefined || (sentence.isStatute && !/被告人|被告单位|上诉人/.test(sentence.text))) return [];
  return [...sentence.text.matchAll(BAND)].flatMap((match): Band[] => {
    const before = sentence.text.slice(0, match.index);
    const after = sentence.text.slice(match.index + match[0].length);
    if (DENIED.test(before.slice(-40)) || DISPUTED.test(after) || /规定的$|是指$/.test(before)) return [];
    // 非法获取公民个人信息，情节严重；…情节严重: each band belongs to what was named last before it.
    if (!onlyPersonal && !PERSONAL.test(before.slice(-90)) && !PERSONAL.test(`${sentences[index - 1]?.text.slice(-40)}`)) return [];
    const from = sentence.from + match.index;
    return [
      { value: match[1] === undefined ? "serious" : "especially-serious", speaker: sentence.speaker, from, to: from + match[0].length },
    ];
  });
}

function bandOfCitation(citations: readonly CitedProvision[]): Band | null {
  const fifth = citations.filter(({ law, article }) => /侵犯公民个人信息|法释〔2017〕10号/.test(law) && article === "5");
  const cited = fifth.find(({ paragraph }) => paragraph === 2) ?? fifth.find(({ paragraph }) => paragraph === 1);
  if (cited === undefined) return null;
  return { value: cited.paragraph === 2 ? "especially-serious" : "serious", speaker: "result", from: cited.from, to: cited.to };
}
