import type { PersonalFacts } from "#reading/clues/personal-facts.ts";
import { DISCLOSED, KNOWN_TO_CALLERS, MANY, OBJECT, PROCESSING } from "#reading/clues/sign-words.ts";
import { findParticulars } from "#reading/facts/data-words.ts";
import type { PlacedHit } from "#reading/facts/find-mentions.ts";
import type { ReadItems } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

/** A sign of a clue: its name in the table of weights, and the words it was read from. Each name at most once a document. */
export type Sign = { readonly name: string; readonly term: string; readonly from: number; readonly to: number };

export const SIGNS = [
  "charge-personal-information",
  "data-words-once",
  "data-words-often",
  "data-words-throughout",
  "object-of-the-act",
  "particulars-listed",
  "known-to-callers",
  "unlawful-processing",
  "black-talk",
  "items-100",
  "items-500",
  "items-5000",
  "items-50000",
  "especially-serious",
  "gains-5000",
  "insider",
  "source-named",
  "conduct-sell",
  "conduct-obtain",
  "used-for",
  "many-persons",
  "special-group",
  "few-items",
  "cards-only",
  "card-information-100",
] as const;
export type SignName = (typeof SIGNS)[number];

const SPOKEN: ReadonlySet<string> = new Set(["court", "result", "prosecution", "other"]);
/** 不能提供老板的个人信息: not done. */
const NOT_DONE = /(?:不能|无法|未能|拒不|没有|要求|应当)[^，。；]{0,6}$|未(?!经)[^，。；]{0,4}$/;
/** 非法提供393条信用卡信息, 采集银行卡信息数百条: what opens an account, in number; the card itself is none. */
const CARD_DATA = /(?:信用卡|银行卡|借记卡)(?:[（(]银行卡[）)])?(?:的)?(?:信息|资料|磁条|磁道|卡号)/;
const CARD_ITEMS = 100;
const CARDS = /信用卡信息|妨害信用卡管理|复制|侧录|测录|POS|银行卡/i;

/**
 * What in a document speaks for (or against) a clue about personal information: charges, words, quantities, conducts, roles. Words of the defence, of witnesses and
 * of the law as annexed are no signs; nothing about who somebody is (region, ethnicity, sex, age) is one.
 */
export function findSigns(facts: PersonalFacts): Sign[] {
  const { text, sentences, placed, items } = facts;
  const signs: Sign[] = [];
  const add = (name: SignName, at: { from: number; to: number } | undefined) => {
    if (at !== undefined) signs.push({ name, term: text.slice(at.from, at.to), from: at.from, to: at.to });
  };
  add("charge-personal-information", facts.charge);
  const words = placed.filter(
    (place) =>
      place.hit.list === "fields" &&
      place.hit.value === "personal-information" &&
      SPOKEN.has(place.sentence.speaker) &&
      !isOfOneParty(place),
  );
  addWords(words, add);
  add("particulars-listed", findListed(sentences));
  add("known-to-callers", findIn(sentences, KNOWN_TO_CALLERS));
  add("unlawful-processing", findIn(sentences, PROCESSING) ?? findIn(sentences, DISCLOSED));
  const object = findIn(sentences, OBJECT, NOT_DONE);
  add("object-of-the-act", object);
  add("black-talk", words.find(({ hit }) => hit.slang)?.hit);
  addItems(items, add);
  const cardData = items.find(
    ({ count, from, speaker }) =>
      count >= CARD_ITEMS && SPOKEN.has(speaker) && CARD_DATA.test(sentences[sentenceAt(sentences, from)]?.text ?? ""),
  );
  add("card-information-100", cardData);
  // 法释〔2017〕10号第五条: the band and the gains stand for a number that is not told.
  if (facts.charge !== undefined && facts.band?.value === "especially-serious") add("especially-serious", facts.band);
  if (facts.charge !== undefined && (facts.gains?.amount ?? 0) >= 5000) add("gains-5000", facts.gains ?? undefined);
  add("insider", facts.insider ?? undefined);
  add("source-named", facts.source);
  add("conduct-sell", facts.sell);
  add("conduct-obtain", facts.obtain);
  add("used-for", facts.downstream);
  add("special-group", facts.group);
  add("many-persons", findIn(sentences, MANY));
  // Cards speak against a clue where nothing but cards is told of.
  if (facts.charge === undefined && object === undefined && cardData === undefined && words.length < 3)
    add("cards-only", findIn(sentences, CARDS));
  return signs;
}

/** 户籍信息证实被告人出生于…, 被害人输入账号密码: papers about a party, and what a victim typed. */
function isOfOneParty({ hit, sentence }: PlacedHit): boolean {
  const [start, end] = [hit.from - sentence.from, hit.to - sentence.from];
  return (
    /^(?:查询|登记)?(?:结果|清单|单|表|复印件|打印件)?[：、，]?(?:证实|证明|：)/.test(sentence.text.slice(end, end + 14)) ||
    /(?:输入|填写|填入|录入|要求)[^，。；]{0,8}$/.test(sentence.text.slice(Math.max(0, start - 12), start))
  );
}

function addWords(words: readonly PlacedHit[], add: (name: SignName, at: PlacedHit["hit"] | undefined) => void): void {
  const plain = words.filter(({ hit }) => !hit.slang);
  const places = new Set(plain.map(({ index }) => index)).size;
  if (places >= 1) add("data-words-once", plain[0]?.hit);
  if (places >= 3) add("data-words-often", plain[1]?.hit);
  if (places >= 8) add("data-words-throughout", plain[2]?.hit);
}

function addItems(items: readonly ReadItems[], add: (name: SignName, at: ReadItems | undefined) => void): void {
  const told = items.filter(({ speaker }) => SPOKEN.has(speaker));
  const most = told.reduce<ReadItems | undefined>((best, one) => (best === undefined || one.count > best.count ? one : best), undefined);
  if (most === undefined) return;
  if (most.count < 300) add("few-items", most);
  if (most.count >= 100) add("items-100", most);
  if (most.count >= 500) add("items-500", most);
  if (most.count >= 5000) add("items-5000", most);
  if (most.count >= 50_000) add("items-50000", most);
}

/** 姓名、电话、住址: where somebody tells what was taken. Papers that a party fills in about himself are no such list. */
function findListed(sentences: readonly Sentence[]): { from: number; to: number } | undefined {
  for (const { text, from, speaker, isStatute } of sentences) {
    const place = SPOKEN.has(speaker) && !isStatute ? findParticulars(text) : null;
    if (place !== null) return { from: from + place.from, to: from + place.to };
  }
  return undefined;
}

function findIn(sentences: readonly Sentence[], pattern: RegExp, unless?: RegExp): { from: number; to: number } | undefined {
  for (const sentence of sentences) {
    if (!SPOKEN.has(sentence.speaker) || sentence.isStatute) continue;
    const match = pattern.exec(sentence.text);
    if (match !== null && unless?.test(sentence.text.slice(Math.max(0, match.index - 10), match.index)) !== true)
      return { from: sentence.from + match.index, to: sentence.from + match.index + match[0].length };
  }
  return undefined;
}
