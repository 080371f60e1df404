import type { Amount } from "#reading/amounts/list-amounts.ts";

const NOT_TAKEN = new Set(["paid back", "seized", "proceeds", "share", "fine", "then given back", "then seized", "then sold"]);
/** Who uses these words of a sum tells of the act. */
const OF_CRIME = ["taken", "value", "gains"];
const ANOTHER = /被害人|失主|另[一外]|受害人/;
/** The next name in a list of persons: 赵某甲4000元、钱某4000元. */
const NEXT_NAME = /^、[\p{Script=Han}\d×XＸ*＊]{1,6}$/u;
const RANGE = /^\s{0,2}[至到~～—－-]\s{0,2}$/;
/** How many parts a sum may be added up from. */
const REACH = 40;
const CENT = 0.011;

/** Adds the signs a sum has by the others: told before, a sum of those before or behind it, the only one, the largest. Linear in their number. */
export function relateAmounts(text: string, amounts: readonly Amount[]): Amount[] {
  const isTaken = (one: Amount) => !one.signs.some((sign) => NOT_TAKEN.has(sign));
  const [before, behind] = [findSums(amounts.filter(isTaken)), findSums(amounts.filter(isTaken).reverse())];
  const taken = amounts.filter(isTaken);
  const largest = taken.reduce((most, { amount }) => Math.max(most, amount), 0);
  const telling = whoTells(amounts);
  const seen = new Map<number, Amount>();
  const lastTotals = new Map<number, Amount>();
  const firsts = new Map<number, Amount>();
  for (const one of amounts) {
    if (one.isTotal) lastTotals.set(one.sentence, one);
    if (!firsts.has(one.sentence)) firsts.set(one.sentence, one);
  }
  return amounts.map((one, index) => {
    const earlier = seen.get(one.amount);
    seen.set(one.amount, one);
    const total = lastTotals.get(one.sentence);
    const chance = one.isTotal ? "" : "happens to be the ";
    return {
      ...one,
      signs: [
        ...one.signs,
        ...(before.has(one) ? [`${chance}sum of those before`] : []),
        ...(behind.has(one) ? [`${chance}sum of those behind`] : []),
        ...(taken.length === 1 && taken[0] === one ? ["the only one"] : []),
        ...(one.amount === largest ? ["the largest"] : []),
        ...(total !== undefined && total.from > one.from && total.amount >= one.amount && !one.isTotal ? ["part of a total behind"] : []),
        ...(one.isTotal && firsts.get(one.sentence) !== one ? ["total with parts before"] : []),
        ...(RANGE.test(text.slice(amounts[index - 1]?.to ?? one.from, one.from)) ? ["end of a range"] : []),
        ...telling(one),
        ...(earlier === undefined ? [] : repeats(text, one, earlier)),
      ],
    };
  });
}

/** Where the court tells the acts itself, others' words count less; what is only in evidence or a defence counts less than what anybody else tells. */
function whoTells(amounts: readonly Amount[]): (one: Amount) => string[] {
  const isOfCrime = ({ signs }: Amount) => OF_CRIME.some((sign) => signs.includes(sign));
  const isCourt = ({ signs }: Amount) => signs.includes("said by court");
  const isHeard = ({ signs }: Amount) => signs.includes("said by evidence") || signs.includes("said by defence");
  const add = (some: readonly Amount[]) => some.reduce((sum, { amount }) => sum + amount, 0);
  const told = amounts.filter(isOfCrime);
  const [byCourt, byOthers] = [add(told.filter(isCourt)), add(told.filter((one) => !isCourt(one)))];
  const courtTells = byCourt > 0 && byCourt >= byOthers / 2;
  const othersTell = told.some((one) => !isHeard(one));
  return (one) => [
    ...(courtTells && !isCourt(one) && !one.signs.includes("said by result") ? ["the court tells its own"] : []),
    ...(othersTell && isHeard(one) ? ["only heard, others tell it"] : []),
  ];
}

/** 4,000 from one victim and 4,000 from the next are two; 4,000 paid and the same 4,000 spent are one. */
function repeats(text: string, one: Amount, before: Amount): string[] {
  const isClose = before.act === one.act || before.sentence === one.sentence;
  const between = text.slice(before.to, Math.min(one.from, before.to + 200));
  const isAnother = isClose && (ANOTHER.test(between) || NEXT_NAME.test(between));
  const elsewhere = one.isListed ? "in another act of the list" : "elsewhere";
  const where = before.sentence === one.sentence ? "in the sentence" : before.act === one.act ? "in the act" : elsewhere;
  return [
    isAnother ? "told before, another victim between" : `told before ${where}`,
    ...(before.isTotal ? ["a total before is the same"] : []),
    ...(isClose && !isAnother && one.signs.includes("value") ? ["told before, now as a value"] : []),
  ];
}

/** Which of the sums is what those directly before it add up to; one not called a total only within its act. A sum that is one is not added up again. */
function findSums(amounts: readonly Amount[]): Set<Amount> {
  const open: Amount[] = [];
  const sums = new Set<Amount>();
  for (const one of amounts) {
    let total = 0;
    let isSum = false;
    for (let back = 1; back <= Math.min(REACH, open.length) && total <= one.amount + CENT; back++) {
      const part = open[open.length - back];
      if (part === undefined || (!one.isTotal && part.act !== one.act)) break;
      total += part.amount;
      if (back >= 2 && Math.abs(total - one.amount) < CENT) {
        isSum = true;
        break;
      }
    }
    if (isSum) sums.add(one);
    else open.push(one);
  }
  return sums;
}
