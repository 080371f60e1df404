import type { Speaker } from "#reading/reading.contract.ts";

/** A stretch of a document with one speaker. */
export type Part = { readonly speaker: Speaker; readonly from: number; readonly to: number };

const ANCHORS: readonly (readonly [Speaker, RegExp])[] = [
  [
    "prosecution",
    /(?:公诉机关|检察院|检察机关|起诉书|起诉意见书)[^。；]{0,20}?(?:指控|认定|认为)|(?:犯罪)?事实如下|经依法(?:侦查|审查)查明/g,
  ],
  [
    "defence",
    /(?:辩称|辩解|辩护人[^。]{0,12}?(?:提出|认为|辩称|意见)|辩护意见(?:是|为|如下)?|上诉(?:人[^。]{0,12}?提出|称|理由)|(?:没有|无|均无|不持)异议)/g,
  ],
  [
    "court",
    /经(?:本院)?(?:公开)?(?:开庭)?审理[^。]{0,6}?(?:查明|认定|认为)|本院(?:经审理|审理|经审查|二审)?(?:查明|认为)|(?:审理|另)查明|(?:上述|以上)(?:犯罪)?事实|原(?:审|判)(?:法院|判决)?(?:认定|认为|查明)|经查[，,]/g,
  ],
  [
    "evidence",
    /(?:上述|以上|认定|证实|证明)[^。；]{0,24}?(?:的)?证据(?:有|如下|证实|予以)?|(?:证人|被害人|被告人)[^，。；]{0,14}?的?(?:证言|陈述|供述)|证言|供述(?:和辩解|称|：)?/g,
  ],
  ["result", /(?:判决|裁定|决定|意见)如下[：:]/g],
];
/** What stands behind the operative part: the law as annexed. It finds nothing about anybody. */
const ANNEX =
  /附[：:]?\s*(?:本案|本判决|本裁定)?(?:所)?(?:适用|引用|依据|相关|有关|的)*(?:的)?法(?:律|条)|附录|附[：:]|《中华人民共和国刑法》\s*第[^，。]{1,16}条[^，。]{0,4}[【［]/g;

/** Who speaks where in a document: what stands behind the words that announce it, until the next. Before the first it is `other`. */
export function splitSpeakers(text: string): Part[] {
  const annex = findAnnex(text);
  const starts = ANCHORS.flatMap(([speaker, anchor]) =>
    [...text.slice(0, annex).matchAll(anchor)].map((match) => ({ speaker, at: match.index })),
  ).sort((a, b) => a.at - b.at);
  const parts: Part[] = [];
  let part: { speaker: Speaker; from: number } = { speaker: "other", from: 0 };
  for (const { speaker, at } of starts) {
    if (speaker === part.speaker) continue;
    // 对指控无异议 is one sentence of the defence; the court's words come back with the next anchor of the court.
    if (at > part.from) parts.push({ ...part, to: at });
    part = { speaker, from: at };
  }
  parts.push({ ...part, to: annex });
  if (annex < text.length) parts.push({ speaker: "law", from: annex, to: text.length });
  return parts;
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
