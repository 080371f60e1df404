import type { Mention } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";
import type { LexiconHit } from "#reading/terms/lexicon.ts";

/** The words found by the lexicon, each with its sentence. */
export type PlacedHit = { readonly hit: LexiconHit; readonly sentence: Sentence; readonly index: number };

const DATA = /信息|资料|数据|名单|档案|学籍|轨迹|记录|详单|清单|账号|账户|料/;
const PERSONAL =
  /个人信息|公民信息|身份信息|客户信息|用户信息|(?:学生|业主|车主|机主|产妇|患者|老板|买家|会员|股民|家长|购房者|住户|法人)[^，。；]{0,8}(?:信息|资料|数据|名单)|征信信息|身份证信息|轨迹|开房|通话(?:清单|详单|记录)|账号密码|学籍/;
const NEGATED = /(?:未|没有|并未|不曾|并非|不是|从未|无法|不能证明|否认)[^，。；]{0,10}$/;
const VICTIM = /(?:被害人|受害人|被侵权人)[^。；]{0,40}$/;
const PURPOSE = /用于|用作|供|从而|以便|为了|进行|实施|从事|通过|利用|开展|拨打|方便|来/;

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
    const owner = DATA.test(after) || DATA.test(before.slice(-8));
    const victim = VICTIM.test(sentence.text.slice(0, hit.from - sentence.from));
    return owner || victim ? [mention("groups", hit)] : [];
  });
}

/** 行为方式 what was done with personal information: as the court weighs it, else as anybody but the defence tells it. */
export function findConducts(placed: readonly PlacedHit[]): Mention[] {
  const about = placed.filter(({ hit, sentence, index }) => {
    if (hit.list !== "conducts") return false;
    const [before, after] = around(sentence, hit, 44);
    if (NEGATED.test(before) || /起诉|提起|侦查|证据|谅解|笔录/.test(after.slice(0, 5))) return false;
    return PERSONAL.test(before + after) || namesData(placed, index, hit);
  });
  const weighed = about.filter(
    ({ sentence }) => sentence.speaker === "court" && /本院认为|违反国家|违反法律|构成|情节/.test(sentence.text),
  );
  const told = about.filter(({ sentence }) => sentence.speaker === "court" || sentence.speaker === "result");
  const rest = about.filter(({ sentence }) => sentence.speaker === "prosecution" || sentence.speaker === "other");
  const chosen = [weighed, told, rest].find((list) => list.length > 0) ?? [];
  return chosen.map(({ hit }) => mention("conducts", hit));
}

/** 下游 what the information was used for, where a sentence of information says so. */
export function findDownstream(placed: readonly PlacedHit[], sentences: readonly Sentence[]): Mention[] {
  return placed.flatMap(({ hit, sentence, index }) => {
    if (hit.list !== "downstream" || sentence.speaker === "defence" || sentence.speaker === "evidence") return [];
    if (!PERSONAL.test(sentence.text) && !PERSONAL.test(sentences[index - 1]?.text ?? "") && !namesData(placed, index, hit)) return [];
    const [before, after] = around(sentence, hit, 30);
    if (NEGATED.test(before) || /^罪/.test(after)) return [];
    return PURPOSE.test(before) || hit.slang ? [mention("downstream", hit)] : [];
  });
}

/** A word of the field of personal information stands in the same sentence, near the hit. The hits stand in the order of the text: only neighbours are asked. */
function namesData(placed: readonly PlacedHit[], index: number, hit: LexiconHit): boolean {
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

/** 信息所属行业 the trades whose customers the information is about. */
export function findSectors(placed: readonly PlacedHit[]): Mention[] {
  return placed.flatMap(({ hit, sentence }) => {
    if (hit.list !== "industries" || sentence.speaker === "defence" || sentence.speaker === "evidence") return [];
    const [before, after] = around(sentence, hit, 10);
    return DATA.test(hit.term) || DATA.test(after) || (DATA.test(before.slice(-4)) && hit.slang) ? [mention("sectors", hit)] : [];
  });
}

function mention(list: Mention["list"], { value, from, to }: LexiconHit): Mention {
  return { list, value, from, to };
}

function around(sentence: Sentence, { from, to }: LexiconHit, reach: number): [string, string] {
  const [start, end] = [from - sentence.from, to - sentence.from];
  return [sentence.text.slice(Math.max(0, start - reach), start), sentence.text.slice(end, end + reach)];
}
