import { namesPersons } from "#reading/facts/data-words.ts";
import { namesData, type PlacedHit } from "#reading/facts/find-mentions.ts";
import { isUnproved } from "#reading/facts/stance.ts";
import type { Mention } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

const NEGATED = /(?:未|没有|并未|不曾|并非|不是|从未|无法|不能证明|否认)[^，。；]{0,10}$/;
const PURPOSE = /用于|用作|供|从而|以便|为了|为开展|进行|实施|从事|通过|利用|开展|拨打|方便|来|拿去|遭|接到|收到|卖给|导致|注册|骗取|找到/;
/** 用于公司中介经营活动, 为拓展保险业务: the information served the trade's own business, whose customers are called. */
const BUSINESS =
  /(?:用于|用作|为了?|以便)[^。；，]{0,8}(?:开展|拓展|推广|推销|从事|发展|联系|经营)[^。；，]{0,10}(?:业务|经营活动|活动|客户|宣传)|用于[^。；，]{0,10}(?:业务|经营活动|宣传|招生)/g;

/** 下游 what the information was used for, where a sentence of information says so. */
export function findDownstream(placed: readonly PlacedHit[], sentences: readonly Sentence[]): Mention[] {
  const told = placed.flatMap(({ hit, sentence, index }): Mention[] => {
    if (hit.list !== "downstream" || !isTold(sentence)) return [];
    if (!isOfData(sentences, index) && !namesData(placed, index, hit)) return [];
    const [start, end] = [hit.from - sentence.from, hit.to - sentence.from];
    const before = sentence.text.slice(Math.max(0, start - 30), start);
    if (NEGATED.test(before) || isUnproved(sentence, hit.from) || /^罪/.test(sentence.text.slice(end))) return [];
    return PURPOSE.test(before + hit.term) || hit.slang ? [{ list: "downstream", value: hit.value, from: hit.from, to: hit.to }] : [];
  });
  const business = sentences.flatMap((sentence, index): Mention[] => {
    if (!isTold(sentence) || sentence.isStatute || !namesPersons(sentence.text) || !isOfData(sentences, index)) return [];
    return [...sentence.text.matchAll(BUSINESS)]
      .filter((match) => !NEGATED.test(sentence.text.slice(Math.max(0, match.index - 12), match.index)))
      .map((match) => {
        const from = sentence.from + match.index;
        return { list: "downstream", value: "telemarketing", from, to: from + match[0].length };
      });
  });
  return [...told, ...business];
}

function isTold({ speaker }: Sentence): boolean {
  return speaker !== "defence" && speaker !== "evidence";
}

function isOfData(sentences: readonly Sentence[], index: number): boolean {
  return namesPersons(sentences[index]?.text ?? "") || namesPersons(sentences[index - 1]?.text ?? "");
}
