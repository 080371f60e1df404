import { DATA_NOUN, isAboutPersons, namesPersons } from "#reading/facts/data-words.ts";
import { isUnproved } from "#reading/facts/stance.ts";
import type { Mention } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";
import type { LexiconHit } from "#reading/terms/lexicon.ts";

/** The words found by the lexicon, each with its sentence. */
export type PlacedHit = { readonly hit: LexiconHit; readonly sentence: Sentence; readonly index: number };

const DATA = /信息|资料|数据|名单|档案|学籍|轨迹|记录|详单|清单|账号|账户|料|号码|手机号/;
/** 新生儿补贴金: a pretext, nobody's data. */
const PRETEXT = /^[^，。；]{0,3}(?:补贴|补助|津贴|奖学金|助学金)/;
/** 学生家长、企业法人、医生等个人信息: a list of whose data it is. */
const LIST = /^[^，。；、和及与]{0,3}(?:[、和及与][^，。；、和及与]{1,12})+(?:等)?[^，。；、]{0,8}(?:信息|资料|数据|名单)/;
/** 非法获取公民个人信息罪: the name of the charge tells no act. */
const CHARGE_NAME = /^(?:、[^，。；]{0,8})?(?:公民)?个人信息罪/;
const FOR_NOTHING = /无偿|免费提供|没要钱|未收(?:钱|费|取费用)|没收钱|不要钱|白给|交换|互换|换出去/;
/** How far the words of data may stand from an act. */
const REACH = 44;
const NEAR = 30;
const NEGATED = /(?:未|没有|并未|不曾|并非|不是|从未|无法|不能证明|否认)[^，。；]{0,10}$/;
const VICTIM = /(?:被害人|受害人|被侵权人)[^。；]{0,40}$/;

/** Puts each hit of the lexicon into its sentence; the longest of those that cover each other stays. */
export function placeHits(sentences: readonly Sentence[], hits: readonly LexiconHit[]): PlacedHit[] {
  const kept: PlacedHit[] = [];
  const last = new Map<string, PlacedHit>();
  // Hits come in the order of their ends, shorter ones of one end last: what an earlier one of its list covers is gone, and what a later one covers goes.
  for (const hit of hits) {
    const key = `${hit.list} ${hit.value}`;
    const before = last.get(key);
    if (before !== undefined && before.hit.from <= hit.from && hit.from < before.hit.to && hit.to <= before.hit.to) continue;
    const index = sentenceAt(sentences, hit.from);
    const sentence = sentences[index];
    if (sentence === undefined || sentence.isStatute) continue;
    const place = { hit, sentence, index };
    if (before !== undefined && hit.from <= before.hit.from && kept.at(-1) === before) kept.pop();
    kept.push(place);
    last.set(key, place);
  }
  return kept;
}

/** 特殊群体 groups whose information it is, or to whom a victim belongs. */
export function findGroups(placed: readonly PlacedHit[]): Mention[] {
  return placed.flatMap(({ hit, sentence }) => {
    if (hit.list !== "groups" || sentence.speaker === "defence") return [];
    const [before, after] = around(sentence, hit, 16);
    if (PRETEXT.test(after)) return [];
    const owner =
      DATA.test(after) ||
      LIST.test(sentence.text.slice(hit.to - sentence.from, hit.to - sentence.from + 80)) ||
      DATA.test(before.slice(-8));
    const victim = VICTIM.test(sentence.text.slice(0, hit.from - sentence.from));
    return owner || victim ? [mention("groups", hit)] : [];
  });
}

/** 行为方式 what was done with personal information: as the court weighs it, else as anybody but the defence tells it. `isPersonalCase`: a charge of it is named, or particulars of persons are listed; `isPaid`: gains are told. */
export function findConducts(
  placed: readonly PlacedHit[],
  sentences: readonly Sentence[],
  { isPersonalCase, isPaid }: { readonly isPersonalCase: boolean; readonly isPaid: boolean },
): Mention[] {
  const acts = placed.filter(({ hit, sentence }) => {
    if (hit.list !== "conducts") return false;
    const [before, after] = around(sentence, hit, REACH);
    if (CHARGE_NAME.test(after)) return false;
    return !NEGATED.test(before) && !isUnproved(sentence, hit.from) && !/起诉|提起|侦查|证据|谅解|笔录/.test(after.slice(0, 5));
  });
  const about = acts.filter(
    ({ hit, sentence, index }) => namesPersons(around(sentence, hit, REACH).join("")) || namesData(placed, index, hit),
  );
  const isWeighed = about.some(
    ({ sentence }) => sentence.speaker === "court" && /本院认为|违反国家|违反法律|构成|情节/.test(sentence.text),
  );
  // Where nobody weighs, the facts are told by whoever tells them, and in any words once the document is about persons' information.
  const chosen = isWeighed
    ? about.filter(({ sentence }) => isOf(sentence, "court", "result"))
    : [
        ...about.filter(({ sentence }) => isOf(sentence, "court", "result")),
        ...acts.filter(
          (act) => isOf(act.sentence, "prosecution", "other") && (about.includes(act) || (isPersonalCase && isBesideData(act, sentences))),
        ),
      ];
  // What is given for pay is sold, where no court calls it otherwise and nothing was given for nothing.
  const isSale = !isWeighed && isPaid && !sentences.some(({ text }) => FOR_NOTHING.test(text));
  const isPublished = chosen.some(({ hit }) => hit.value === "publish");
  return chosen
    .filter(({ hit }) => !(isPublished && /泄露|透露/.test(hit.term)))
    .map(({ hit }) => mention("conducts", isSale && hit.value === "provide" ? { ...hit, value: "sell" } : hit));
}

function isOf({ speaker }: Sentence, ...speakers: readonly Sentence["speaker"][]): boolean {
  return speakers.includes(speaker);
}

/** 名单, 表格 or the like in the act's own clauses, or particulars of persons in the sentence before or behind. */
function isBesideData({ hit, sentence, index }: PlacedHit, sentences: readonly Sentence[]): boolean {
  const [before, after] = around(sentence, hit, NEAR);
  return (
    DATA_NOUN.test(before + after) || [sentences[index - 1], sentences[index + 1]].some((one) => one !== undefined && isAboutPersons(one))
  );
}

/** A word of the field of personal information stands in the same sentence, near the hit. The hits stand in the order of the text: only neighbours are asked. */
export function namesData(placed: readonly PlacedHit[], index: number, hit: LexiconHit): boolean {
  return (bySentence(placed).get(index) ?? []).some(
    ({ hit: word }) => Math.min(Math.abs(word.from - hit.to), Math.abs(hit.from - word.to)) < 60,
  );
}

const grouped = new WeakMap<readonly PlacedHit[], Map<number, PlacedHit[]>>();
function bySentence(placed: readonly PlacedHit[]): Map<number, PlacedHit[]> {
  let map = grouped.get(placed);
  if (map === undefined) {
    map = Map.groupBy(
      placed.filter(({ hit }) => hit.list === "fields" && (hit.value === "personal-information" || hit.value === "sensitive")),
      ({ index }) => index,
    );
    grouped.set(placed, map);
  }
  return map;
}

function mention(list: Mention["list"], { value, from, to }: LexiconHit): Mention {
  return { list, value, from, to };
}

function around(sentence: Sentence, { from, to }: LexiconHit, reach: number): [string, string] {
  const [start, end] = [from - sentence.from, to - sentence.from];
  return [sentence.text.slice(Math.max(0, start - reach), start), sentence.text.slice(end, end + reach)];
}
