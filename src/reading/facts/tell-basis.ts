import { isRefused, wordsAround } from "#reading/facts/stance.ts";
import type { ItemBasis, ReadItems, Speaker } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

const SAID: Readonly<Partial<Record<Speaker, ItemBasis>>> = {
  prosecution: "alleged",
  court: "found",
  result: "found",
  defence: "claimed",
  evidence: "evidence",
};
const DEDUPLICATED = /去重|去除(?:了)?重复|剔除(?:了)?重复|排除(?:了)?重复|扣除(?:了)?重复|除去重复|不重复|删除重复|去掉重复/g;
const NOT_DONE = /(?:未|没有|不|尚未|未经|并未)[^，。；]{0,4}$/;
/** Their words and how far before and behind the number they may stand. */
const WORDS: readonly (readonly [ItemBasis, RegExp, RegExp])[] = [
  ["sampled", /抽样|抽取|抽查|随机|抽验/, /抽样|随机抽/],
  ["seized", /扣押|查获|缴获|提取|查扣|检出|恢复出|起获|存(?:有|储)|硬盘|手机内|电脑(?:内|中|里)/, /被(?:扣押|查获|提取)/],
  [
    "traded",
    /出售|贩卖|倒卖|售卖|卖给|提供|购买|购得|购入|收买|交换|互换|交易|转让|发送|转卖/,
    /(?:出售|贩卖|倒卖|卖给|提供给|发送给|转卖)/,
  ],
];

/**
 * 条数依据 whose number of items it is and what was counted, by the words of its clauses. The items come back with `basis`; an accusation the court
 * refuses in the same sentence (证据不足，不予认定) comes last.
 */
export function tellBasis(items: readonly ReadItems[], sentences: readonly Sentence[]): ReadItems[] {
  const told = items.map((one) => {
    const sentence = sentences[sentenceAt(sentences, one.from)];
    if (sentence === undefined) return one;
    const [before, after] = wordsAround(sentence, one.from, one.to, 48);
    const near = `${before}${/^[^，。；]{0,24}/.exec(after)?.[0] ?? ""}`;
    const isRefusal = one.speaker !== "defence" && isRefused(sentence, one.to);
    const said = isRefusal && one.speaker !== "prosecution" ? undefined : SAID[one.speaker];
    const deduplicated = tellDuplicates(before, after);
    const counted = WORDS.flatMap(([basis, ahead, behind]) =>
      ahead.test(before) || behind.test(near.slice(before.length)) ? [basis] : [],
    );
    return {
      ...one,
      basis: [...(said === undefined ? [] : [said]), ...(isRefusal ? ["refused" as const] : []), ...deduplicated, ...counted],
    };
  });
  return [...told.filter(({ basis }) => !basis?.includes("refused")), ...told.filter(({ basis }) => basis?.includes("refused"))];
}

/** 去重后…1000条, 1000条（已去重）; 未去重 and 去重前 are raw. */
function tellDuplicates(before: string, after: string): ItemBasis[] {
  // What stands behind a number belongs to it within its clause, in brackets or right behind them.
  const behind = /^(?:[^，。；（(]{0,6}[（(][^）)]{0,16}[）)]|[^，。；]{0,12})/.exec(after)?.[0] ?? "";
  for (const words of [behind, before]) {
    const last = [...words.matchAll(DEDUPLICATED)].at(-1);
    if (last === undefined) continue;
    const rest = words.slice(last.index + last[0].length, last.index + last[0].length + 4);
    const isRaw = NOT_DONE.test(words.slice(0, last.index)) || /^(?:前|之前)/.test(rest);
    return [isRaw ? "raw" : "deduplicated"];
  }
  return [];
}
