import type { Candidate } from "#reading/facts/find-items.ts";
import type { Sentence } from "#reading/split-sentences.ts";

/** How far below the best a part may score to be one of equal parts. */
const EQUAL = 1.3;
const TAKE = /获取|购买|收买|下载|窃取|收集|购得|购入/;
const GIVE = /提供|出售|贩卖|交换|发送|转卖|倒卖|卖给/;
/** 1200条、1500条和2300条: nothing but a mark between. */
const BESIDE = /^(?:、|和|及|以及|与)$/;
/** 其中向某甲出售…: a part of a number already told. */
const WITHIN = /其中/;
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
      speaker === best.speaker && best.score - score <= EQUAL && to > from && actOf(sentences[sentence]?.text ?? "") !== null,
  );
  const parts = [...new Map(equal.map((part) => [part.count, part])).values()].sort((a, b) => a.from - b.from);
  if (parts.length < 2 || parts.length > 12 || new Set(parts.map(({ sentence }) => sentence)).size < parts.length) return null;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (ranked.some(({ count, speaker }) => count >= total * 0.98 && speaker !== "defence")) return null;
  const words = parts.map(({ sentence }) => sentences[sentence]?.text ?? "");
  // What was taken and then passed on is the same information: numbers of one kind of act are added up.
  if (new Set(words.map(actOf)).size > 1 || words.some((text) => WITHIN.test(text))) return null;
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

/**
 * The sums of numbers told side by side of one act (先后出售1200条、1500条、2300条), each a little before the greatest of its parts. None where their sum is told, or
 * where several persons did a part each (甲、乙分别出售…).
 */
export function sumLists(found: readonly Candidate[], text: string, sentences: readonly Sentence[], isOfSeveral: boolean): Candidate[] {
  const runs: Candidate[][] = [];
  for (const one of [...found].sort((a, b) => a.from - b.from)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && BESIDE.test(text.slice(last.to, one.from))) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run): Candidate[] => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < 2 || first === undefined || last === undefined) return [];
    const sentence = sentences[first.sentence];
    const told = sentence === undefined ? "" : text.slice(sentence.from, first.from);
    if (WITHIN.test(told) || (isOfSeveral && /分别|各自/.test(told))) return [];
    const count = run.reduce((sum, part) => sum + part.count, 0);
    if (found.some((one) => one.count >= count * 0.98)) return [];
    const parts = run.map(({ count: part, from, to }) => ({ count: part, from, to }));
    const approximate = run.some((one) => one.approximate);
    return [{ ...first, count, approximate, to: last.to, parts, score: Math.max(...run.map(({ score }) => score)) + 0.5 }];
  });
}

/** Whether the sentence tells of taking or of giving; of both counts as giving. Null where it tells of neither. */
function actOf(text: string): "take" | "give" | null {
  if (GIVE.test(text)) return "give";
  return TAKE.test(text) ? "take" : null;
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
