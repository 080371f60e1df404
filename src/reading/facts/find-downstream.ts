import { isAboutPersons } from "#reading/facts/data-words.ts";
import { USES } from "#reading/facts/downstream-words.data.ts";
import { namesData, type PlacedHit } from "#reading/facts/find-mentions.ts";
import { isUnproved } from "#reading/facts/stance.ts";
import type { Mention } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

const NEGATED = /(?:未|没有|没|并未|不曾|并非|不是|从未|无法|不能证明|否认)[^，。；]{0,14}$/;
const PURPOSE = /用于|用作|供|从而|以便|为了|为开展|进行|实施|从事|通过|利用|开展|拨打|方便|来|拿去|遭|接到|收到|卖给|导致|注册|骗取|找到/;
/** 用于公司中介经营活动, 为拓展保险业务: the information served the trade's own business, whose customers are called. */
const BUSINESS =
  /(?:用于|用作|为了?|以便)[^。；，]{0,8}(?:开展|拓展|推广|推销|从事|发展|联系|经营)[^。；，]{0,10}(?:业务|经营活动|活动|客户|宣传)|用于[^。；，]{0,10}(?:业务|经营活动|宣传|招生)/g;
/** A hearing, a caution, the police who call somebody in, and what a judgment says of a charge. */
const NO_USE = /公安|民警|派出所|电话通知|经电话|反诈|防范|宣传栏|罪$/;
/** A cheap look at whether one of the uses can be told at all. */
const USED =
  /电话|短信|推销|营销|电销|招[生揽]|揽客|[拓获]客|承揽|邀约|车险|骗|催|讨债|要账|清收|追债|逼债|欠款|债权|注册|新弄|认证|核验|过脸|养号|刷|空包|销量|虚假|荐股|证券|股票|勒索|敲诈|威胁|要挟|盗|跟踪|盯梢|侦探|婚外|[推卖做拉](?:保险|理财|保健品|课程|贷款|收藏|藏品|楼盘|年卡)/;
/** How many sentences a use may stand from the words for the information, where a court tells of other things, too; a statement or a report is about one. */
const REACH = 2;

/** 下游 what the information was used for, where a sentence of information says so; `isPersonalCase`: a charge of it is named, or particulars of persons are listed. */
export function findDownstream(placed: readonly PlacedHit[], sentences: readonly Sentence[], isPersonalCase: boolean): Mention[] {
  const told = placed.flatMap(({ hit, sentence, index }): Mention[] => {
    if (hit.list !== "downstream" || !isTold(sentence)) return [];
    if (!isOfData(sentences, index) && !namesData(placed, index, hit)) return [];
    const [start, end] = [hit.from - sentence.from, hit.to - sentence.from];
    const before = sentence.text.slice(Math.max(0, start - 30), start);
    if (NEGATED.test(before) || isUnproved(sentence, hit.from) || /^罪/.test(sentence.text.slice(end))) return [];
    return PURPOSE.test(before + hit.term) || hit.slang ? [{ list: "downstream", value: hit.value, from: hit.from, to: hit.to }] : [];
  });
  return [...told, ...findBusiness(sentences), ...(isPersonalCase ? findUses(sentences) : [])];
}

function findBusiness(sentences: readonly Sentence[]): Mention[] {
  return sentences.flatMap((sentence): Mention[] => {
    if (!isTold(sentence) || sentence.isStatute || !isAboutPersons(sentence)) return [];
    return matchesOf(sentence, BUSINESS).map((place) => ({ list: "downstream", value: "telemarketing", ...place }));
  });
}

function findUses(sentences: readonly Sentence[]): Mention[] {
  const isJudged = sentences.some(({ speaker }) => speaker === "court" || speaker === "result");
  return sentences.flatMap((sentence, index): Mention[] => {
    if (!isTold(sentence) || sentence.isStatute || !USED.test(sentence.text)) return [];
    const found = USES.flatMap(([value, words]) =>
      matchesOf(sentence, words).map((place): Mention => ({ list: "downstream", value, ...place })),
    );
    if (found.length === 0) return [];
    const near = isJudged ? sentences.slice(Math.max(0, index - REACH), index + REACH + 1) : sentences;
    return near.some(isAboutPersons) ? found : [];
  });
}

function matchesOf(sentence: Sentence, words: RegExp): { from: number; to: number }[] {
  return [...sentence.text.matchAll(words)].flatMap((match) => {
    const before = sentence.text.slice(Math.max(0, match.index - 24), match.index);
    const from = sentence.from + match.index;
    const after = sentence.text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    if (NEGATED.test(before) || isUnproved(sentence, from) || NO_USE.test(match[0]) || /^罪/.test(after)) return [];
    return [{ from, to: from + match[0].length }];
  });
}

function isTold({ speaker }: Sentence): boolean {
  return speaker !== "defence" && speaker !== "evidence";
}

function isOfData(sentences: readonly Sentence[], index: number): boolean {
  return [sentences[index], sentences[index - 1]].some((sentence) => sentence !== undefined && isAboutPersons(sentence));
}
