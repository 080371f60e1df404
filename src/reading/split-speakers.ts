import type { Speaker } from "#reading/reading.contract.ts";

/** A stretch of a document with one speaker. */
export type Part = { readonly speaker: Speaker; readonly from: number; readonly to: number };

const ANCHORS: readonly (readonly [Speaker, RegExp])[] = [
  [
    "prosecution",
    /(?:公诉机关|检察院|检察机关|起诉书|起诉意见书)[^。；]{0,20}?(?:指控|认定|认为)|(?:犯罪)?事实如下|综上(?:所述)?[，,](?:上述|二|三|四)?(?:名)?犯罪嫌疑人|经依法(?:侦查|审查)查明/g,
  ],
  [
    "defence",
    /(?:辩称|辩解|辩护人[^。]{0,12}?(?:提出|认为|辩称|意见)|辩护意见(?:是|为|如下)?|上诉(?:人[^。]{0,12}?提出|称|理由)|(?:没有|无|均无|不持)异议)/g,
  ],
  [
    "court",
    /(?:人民|中级|高级)?法院(?:生效裁判|经(?:依法)?审理|审理后|审理|一审|二审|终审)?(?:查明|认为|认定)|法院[^，。；]{0,6}(?:采纳|采信)(?!与否)|最终认定|裁判理由[】：:]|经(?:本院)?(?:公开)?(?:开庭)?审理[^。]{0,6}?(?:查明|认定|认为)|本院(?:经审理|审理|经审查|二审)?(?:查明|认为)|(?:审理|另)查明|(?:上述|以上)(?:犯罪)?事实|原(?:审|判)(?:法院|判决)?(?:认定|认为|查明)|经查[，,]/g,
  ],
  [
    "evidence",
    /(?:上述|以上|认定|证实|证明)[^。；]{0,24}?(?:的)?证据(?:有|如下|证实|予以)?|(?:证人|被害人|被告人)[^，。；]{0,14}?的?(?:证言|陈述|供述)|证言|供述(?!的)(?:和辩解|称|：)?|(?<=[。；\s])[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．][^。；]{0,40}?(?:证实|证明|笔录|鉴定意见)[：:，,]/g,
  ],
  ["result", /(?:判决|裁定|决定)如下|(?<=规定[，,])意见如下/g],
];
/** What stands behind the operative part: the law as annexed. It finds nothing about anybody. */
const ANNEX =
  /书记员|附[：:]?\s*(?:本案|本判决|本裁定)?(?:所)?(?:适用|引用|依据|援引|相关|有关|的)*(?:的)?法(?:律|条)|本案(?:援引|引用|适用)(?:的)?法律|附录|附[：:]|《中华人民共和国刑法》\s*第[^，。]{1,16}条[^，。]{0,4}[【［]/g;

/** 本院 of an indictment or of a decision not to prosecute is the procuratorate: what it finds is alleged. */
const OF_PROCURATORATE = /起诉书|不起诉决定书|检察建议书|移送(?:本院)?审查起诉/;
const OF_COURT = /(?:判决|裁定|决定|协议)如下[：:]|审\s?判\s?[长员]|判决书|裁定书|调解书|经审理查明|法院(?:经审理|审理)/;
/** From here on the court weighs: others are heard for a sentence each. */
const WEIGHING = /(?<=^|[。；：\s”])(?:综上，?)?本院(?:经审理|经审查)?认为/g;
const WEIGHING_REACH = 3000;

/**
 * Who speaks where in a document: what stands behind the words that announce it, until the next. Before the first it is `other`. Where the court weighs, the
 * prosecution, the defence and the evidence it names have their sentence and no more.
 */
export function splitSpeakers(text: string): Part[] {
  // Whoever is asked speaks throughout a record of questioning; it announces no other speaker.
  if (isRecordOfQuestioning(text)) return [{ speaker: "other", from: 0, to: text.length }];
  const annex = findAnnex(text);
  const body = text.slice(0, annex);
  const isOfProcuratorate = OF_PROCURATORATE.test(body) && !OF_COURT.test(body);
  const weighing = isOfProcuratorate ? Number.POSITIVE_INFINITY : findWeighing(body);
  const starts = ANCHORS.flatMap(([speaker, anchor]) =>
    [...body.matchAll(anchor)].map((match) => ({
      speaker: isOfProcuratorate && speaker === "court" ? ("prosecution" as const) : speaker,
      at: match.index,
    })),
  ).sort((a, b) => a.at - b.at);
  const parts: Part[] = [];
  let part: { speaker: Speaker; from: number } = { speaker: "other", from: 0 };
  const turn = (speaker: Speaker, at: number) => {
    if (speaker === part.speaker) return;
    if (at > part.from) parts.push({ ...part, to: at });
    part = { speaker, from: at };
  };
  let until = Number.POSITIVE_INFINITY; // the end of a sentence heard while the court weighs
  let isOver = false;
  for (const { speaker, at } of starts) {
    if (at >= until) {
      turn("court", until);
      until = Number.POSITIVE_INFINITY;
    }
    if (speaker !== "result" && part.speaker === "court" && !isOver && at < weighing && isAnswered(body, at)) continue;
    if (speaker === "result") isOver = true;
    if (at < weighing || isOver || speaker === "court" || speaker === "result") {
      turn(isOver ? "result" : speaker, at);
      continue;
    }
    const [from, to] = [body.lastIndexOf("。", at) + 1, body.indexOf("。", at)];
    // 公诉机关指控的罪名成立, 被告人如实供述: the court's own words about others.
    if (/^[^。]{0,80}(?:成立|予以支持|予以采纳|不予采纳|如实供述|从轻|供认)/.test(body.slice(at, at + 90)) && speaker !== "defence")
      continue;
    turn(speaker, Math.max(part.from, from));
    until = to < 0 ? annex : to + 1;
  }
  if (until < annex) turn("court", until);
  parts.push({ ...part, to: annex });
  if (annex < text.length) parts.push({ speaker: "law", from: annex, to: text.length });
  return parts;
}

/** 讯问笔录, 询问笔录: questions and answers, by its title. */
export function isRecordOfQuestioning(text: string): boolean {
  return /^[^。？！]{0,60}[询讯]\s?问\s?笔\s?录/.test(text.slice(0, 80));
}

/** 关于辩护人提出…的意见，不予采纳; 辩护人亦未提出线索: the court's own sentence about the defence. */
function isAnswered(body: string, at: number): boolean {
  const end = body.indexOf("。", at);
  const sentence = body.slice(body.lastIndexOf("。", at) + 1, end < 0 ? body.length : end);
  return /(?:不予|予以|不|应予)采(?:纳|信)|不能成立|不成立|不予支持|于法无据|缺乏[^，]{0,6}依据|未提出|未提供/.test(sentence);
}

/** The place of the last 本院认为 before the operative part, or of one not far before it. */
function findWeighing(body: string): number {
  const places = [...body.matchAll(WEIGHING)].map(({ index }) => index);
  const last = places.at(-1);
  return last === undefined ? Number.POSITIVE_INFINITY : (places.find((place) => last - place < WEIGHING_REACH) ?? last);
}

/** Where the law as annexed begins, the length of the text where there is none. */
export function findAnnex(text: string): number {
  const results = [...text.matchAll(/(?:判决|裁定)如下/g)];
  const result = results.at(-1)?.index;
  if (result === undefined) return text.length;
  ANNEX.lastIndex = result;
  return ANNEX.exec(text)?.index ?? text.length;
}

/** The speaker at a place. */
export function speakerAt(parts: readonly Part[], at: number): Speaker {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return parts[low]?.speaker ?? "other";
}
