/** Words (pairs of characters) that speak for a charge, with their weights: what `charge-words.json` holds. */
export type ChargeWords = {
  readonly charges: Readonly<Record<string, { readonly bias: number; readonly words: Readonly<Record<string, number>> }>>;
};

export type SuggestedCharge = {
  name: string;
  score: number;
  words: { word: string; weight: number; from: number; to: number }[];
};

/** Longer facts say nothing new of the charge. */
const READ = 3000;
const HAN = /[\p{Script=Han}]+/gu;

/** The pairs of neighbouring Chinese characters of a text, each once, with where it stands first. */
export function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const run of text.slice(0, READ).matchAll(HAN))
    for (let at = 0; at + 1 < run[0].length; at++) {
      const pair = run[0].slice(at, at + 2);
      if (!pairs.has(pair)) pairs.set(pair, run.index + at);
    }
  return pairs;
}

/** A document of a criminal case long enough to tell facts. */
const CRIMINAL = /被告人|被告单位|犯罪嫌疑人|指控/;
const SHORTEST = 60;
const LEAST_WORDS = 6;
/**
 * 出售…公民个人信息 the act of 刑法第二百五十三条之一 in its own words: pairs of characters alone take a courier's clerk who sold lists for one who embezzled parcels.
 * Its weight is set by hand: where facts name no charge, the few examples that hold the words are all of this charge.
 */
const ACT_ON_INFORMATION =
  /(?:出售|贩卖|倒卖|提供|非法获取|购买|窃取|收买|下载|导出|查询|获取|泄露)[^，。；]{0,16}(?:公民个人信息|个人信息|公民信息|客户信息|用户信息|学生信息|业主信息|车主信息)/;
const ACT_WEIGHT = 2;
const PERSONAL_CHARGE = "侵犯公民个人信息罪";

/** The charges whose words the facts hold, best first; each score is its bias and the weights of its words, added up. None for what tells no facts of a crime. */
export function suggestCharges(text: string, { charges }: ChargeWords, top = 3): SuggestedCharge[] {
  if (text.length < SHORTEST || !CRIMINAL.test(text)) return [];
  const pairs = pairsOf(text);
  const act = ACT_ON_INFORMATION.exec(text.slice(0, READ));
  return Object.entries(charges)
    .map(([name, { bias, words }]) => {
      const found = Object.entries(words).flatMap(([word, weight]) => {
        const from = pairs.get(word);
        return from === undefined || weight === 0 ? [] : [{ word, weight, from, to: from + word.length }];
      });
      if (act !== null && name === PERSONAL_CHARGE)
        found.push({ word: act[0], weight: ACT_WEIGHT, from: act.index, to: act.index + act[0].length });
      const score = Math.round(found.reduce((sum, { weight }) => sum + weight, bias) * 1000) / 1000;
      return { name, score, words: found };
    })
    .filter(({ words, score }) => words.length >= LEAST_WORDS && score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, top);
}
