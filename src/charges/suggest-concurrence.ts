import type { ConcurrenceRule } from "#charges/charge-books.contract.ts";
import type { ConcurrenceSuggestion } from "#charges/charges.contract.ts";

type Side = ConcurrenceSuggestion["offences"][number];

/**
 * 罪数建议 the rules that two offences of the table call up, each with its condition and source. An offence that is not made out calls up none; one
 * that is unknown does, and says so. Where the heavier is asked, statutory maxima are compared; what the unknown facts leave open stays open. Pure.
 */
export function suggestConcurrence(sides: readonly Side[], rules: readonly ConcurrenceRule[]): ConcurrenceSuggestion[] {
  const possible = sides.filter(({ standing }) => standing !== "not-met");
  const found: ConcurrenceSuggestion[] = [];
  for (const rule of rules) {
    const seen = new Set<string>();
    for (const first of possible.filter(({ offence }) => fits(rule.of[0], offence)))
      for (const second of possible.filter(({ offence }) => offence !== first.offence && fits(rule.of[1], offence))) {
        const pair = [first.offence, second.offence].sort().join(" ");
        if (seen.has(pair)) continue;
        seen.add(pair);
        found.push(suggest(rule, first, second, rules));
      }
  }
  return found;
}

function fits(member: ConcurrenceRule["of"][number], offence: string): boolean {
  return member === "any-other" || (Array.isArray(member) ? member.includes(offence) : member === offence);
}

function suggest(rule: ConcurrenceRule, first: Side, second: Side, rules: readonly ConcurrenceRule[]): ConcurrenceSuggestion {
  const named = (offence: string | undefined) => {
    const side = [first, second].find((one) => one.offence === offence);
    return side === undefined ? null : { offence: side.offence, title: side.title };
  };
  return {
    rule: rule.id,
    title: rule.title,
    when: rule.when,
    meaning: rule.meaning,
    cite: rule.cite,
    unconfirmed: rule.unconfirmed === true,
    state: first.standing === "met" && second.standing === "met" ? "both-made-out" : "depends-on-unknown",
    effect: rule.effect,
    prevails: named(rule.prevails),
    offences: [first, second],
    yieldsTo: rule.yieldsTo.filter((id) => {
      const other = rules.find((one) => one.id === id);
      const pairs = (one: Side, two: Side) => other !== undefined && fits(other.of[0], one.offence) && fits(other.of[1], two.offence);
      return pairs(first, second) || pairs(second, first);
    }),
    comparison:
      rule.effect === "heavier" || rule.alternatives.some(({ effect }) => effect === "heavier") ? compareMaxima(first, second) : null,
    alternatives: rule.alternatives.map(({ effect, under, when }) => ({
      effect,
      under: named(under === "other" ? second.offence : under),
      when,
    })),
  };
}

const OPEN = {
  zh: "未知事实会改变其中一罪的最高刑，暂不能比较；补足后再比。",
  en: "Unknown facts could change one of the maxima: not to be compared yet.",
} as const;
const EQUAL = {
  zh: "法定最高刑相同，再比较最低刑和具体情节；无期徒刑、死刑没有另行区分。由办案人员判断。",
  en: "The statutory maxima are equal: compare the minima and the circumstances; life and death are not told apart here. A person judges.",
} as const;

/** 从一重: by the highest term of imprisonment. One is heavier only where its certain maximum exceeds all that the other could still bring. */
function compareMaxima(first: Side, second: Side): NonNullable<ConcurrenceSuggestion["comparison"]> {
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const [certain, most] = [one.highestYears.certain, other.highestYears.atMost ?? 0];
    if (certain === null || certain <= most) continue;
    return {
      heavier: one.offence,
      because: {
        zh: `${one.title.zh}法定最高刑 ${certain} 年，高于${other.title.zh}至多 ${most} 年。`,
        en: `${one.title.en}: maximum ${certain} years, above the at most ${most} years of ${other.title.en}.`,
      },
    };
  }
  const settled = [first, second].every(({ highestYears: { certain, atMost } }) => certain !== null && certain === atMost);
  return { heavier: null, because: settled ? EQUAL : OPEN };
}
