import type { PlacedHit } from "#reading/facts/find-mentions.ts";
import type { Mention, ReadAnswer, ReadItems } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

export type Place = { readonly from: number; readonly to: number };
export type Insider = NonNullable<ReadAnswer["insider"]>;

/** What a reading found that a clue about personal information rests on. */
export type PersonalFacts = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly placed: readonly PlacedHit[];
  readonly items: readonly ReadItems[];
  readonly insider: Insider | null;
  readonly band: ReadAnswer["band"];
  readonly gains: ReadAnswer["gains"];
  readonly charge: Place | undefined;
  readonly source: Place | undefined;
  readonly sourceIndustry: string | null;
  readonly sell: Place | undefined;
  readonly obtain: Place | undefined;
  readonly downstream: Place | undefined;
  readonly group: Place | undefined;
};

const PERSONAL_CHARGE = /(?:侵犯公民个人信息|(?:非法获取|出售、非法提供|非法提供|出售)公民个人信息)罪/;

const SPOKEN: ReadonlySet<string> = new Set(["court", "result", "prosecution", "other"]);
/** 涉嫌侵犯公民个人信息罪, 以侵犯公民个人信息罪移送起诉: the charge where nobody has said yet that it was committed. */
const SUSPECTED =
  /(?:涉嫌(?:犯)?|以(?:涉嫌)?|罪名为)[^，。；]{0,10}?(?:侵犯公民个人信息|(?:非法获取|出售、非法提供|非法提供|出售)公民个人信息)(?:罪|案)/;

function findSuspected(sentences: readonly Sentence[]): Place | undefined {
  for (const { text, from, speaker, isStatute } of sentences) {
    const match = SPOKEN.has(speaker) && !isStatute ? SUSPECTED.exec(text) : null;
    if (match !== null) return { from: from + match.index, to: from + match.index + match[0].length };
  }
  return undefined;
}

/** Picks from all mentions what a clue rests on. */
export function pickFacts(
  text: string,
  sentences: readonly Sentence[],
  placed: readonly PlacedHit[],
  answer: Pick<ReadAnswer, "items" | "insider" | "band" | "gains">,
  mentions: readonly Mention[],
): PersonalFacts {
  const first = (list: Mention["list"], ...values: string[]) =>
    mentions.find((one) => one.list === list && (values.length === 0 || values.includes(one.value)));
  return {
    text,
    sentences,
    placed,
    items: answer.items,
    insider: answer.insider,
    band: answer.band,
    gains: answer.gains,
    charge: mentions.find(({ list, value }) => list === "charges" && PERSONAL_CHARGE.test(value)) ?? findSuspected(sentences),
    source: first("industries"),
    sourceIndustry: first("industries")?.value ?? null,
    sell: first("conducts", "sell", "provide", "publish"),
    obtain: first("conducts", "obtain"),
    downstream: first("downstream"),
    group: first("groups"),
  };
}
