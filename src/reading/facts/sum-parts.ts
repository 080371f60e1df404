import type { Candidate } from "#reading/facts/find-items.ts";
import type { Sentence } from "#reading/split-sentences.ts";

/** How far below the best a part may score to be one of equal parts. */
const EQUAL = 1.3;
const ACT = /获取|购买|收买|提供|出售|贩卖|下载|交换|窃取|发送|收集|购得/;
const ACCUSED = /被告人([\p{Script=Han}×＊*]{2,4}?)(?=[于在从将向通以为与和、，又伙因违非自利（(购])/gu;

/**
 * The sum of the parts where the court tells one accused person's acts one after the other and names no total: each in a sentence of its own, with another number.
 * Its place reaches from the first part to the last, and the parts stand beside it. Null where a total is named or several persons act.
 */
export function sumParts(ranked: readonly Candidate[], sentences: readonly Sentence[]): Candidate | null {
  const [best] = ranked;
  if (best === undefined || best.speaker === "defence" || best.speaker === "evidence") return null;
  const equal = ranked.filter(
    ({ score, speaker, sentence, to, from }) =>
      speaker === best.speaker && best.score - score <= EQUAL && to > from && ACT.test(sentences[sentence]?.text ?? ""),
  );
  const parts = [...new Map(equal.map((part) => [part.count, part])).values()].sort((a, b) => a.from - b.from);
  if (parts.length < 2 || parts.length > 12 || new Set(parts.map(({ sentence }) => sentence)).size < parts.length) return null;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (ranked.some(({ count, speaker }) => count >= total * 0.98 && speaker !== "defence")) return null;
  const words = parts.map(({ sentence }) => sentences[sentence]?.text ?? "");
  if (words.some((text) => /情节(?:特别)?严重|共计.*共计|以上|上述.{0,12}共/.test(text))) return null;
  if (!isOneActor(words)) return null;
  const last = parts.at(-1);
  const first = parts[0];
  if (first === undefined || last === undefined) return null;
  return {
    ...best,
    count: total,
    approximate: parts.some(({ approximate }) => approximate),
    from: first.from,
    to: last.to,
    parts: parts.map(({ count, from, to }) => ({ count, from, to })),
  };
}

/** Every sentence names the same accused, or none but the first, or goes on with 又. */
function isOneActor(words: readonly string[]): boolean {
  const actors = words.map((text) => new Set([...text.matchAll(ACCUSED)].map((match) => match[1] ?? "")));
  const [first, ...rest] = actors;
  if (first === undefined) return false;
  return rest.every(
    (names, index) =>
      names.size === 0 || ([...names].some((name) => first.has(name)) && (names.size === 1 || /又|另/.test(words[index + 1] ?? ""))),
  );
}
