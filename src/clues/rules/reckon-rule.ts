import { DismissReason, type PromptOutcome } from "#clues/clues.contract.ts";
import type { RuleFigures, RuleVerdict } from "#clues/rules/clue-rules.contract.ts";
import { APART, NOISY } from "#clues/rules/noisy.data.ts";
import { clopperPearsonInterval } from "#sampling/intervals.ts";

/** So many prompts with an outcome; `code`: of a dismissal, empty otherwise. */
export type OutcomeCount = { readonly outcome: PromptOutcome; readonly code: string; readonly many: number };

/**
 * The figures of a rule from what became of the prompts it took part in. A dismissal whose reason does not speak against the rule is counted apart: it is neither
 * right nor false. `speaksFor`: false of a rule that speaks against clues, which gets no verdict. Pure.
 */
export function reckonRule(counts: readonly OutcomeCount[], speaksFor: boolean): RuleFigures {
  const sum = (fits: (count: OutcomeCount) => boolean) => counts.filter(fits).reduce((total, { many }) => total + many, 0);
  const isApart = ({ outcome, code }: OutcomeCount) => outcome === "dismissed" && APART.some((one) => one === code);
  const prompts = sum(() => true);
  const accepted = sum(({ outcome }) => outcome === "accepted");
  const confirmed = accepted + sum(({ outcome }) => outcome === "confirmed");
  const falsely = sum((count) => count.outcome === "dismissed" && !isApart(count));
  const decided = confirmed + falsely;
  const interval =
    decided === 0
      ? null
      : clopperPearsonInterval({ units: decided, drawn: decided, holds: confirmed, holdsAtMost: confirmed }, NOISY.confidence);
  return {
    prompts,
    waiting: sum(({ outcome }) => outcome === "waiting"),
    confirmed,
    accepted,
    falsely,
    apart: sum(isApart),
    decided,
    reasons: DismissReason.options.flatMap((code) => {
      const many = sum((count) => count.outcome === "dismissed" && count.code === code);
      return many === 0 ? [] : [{ code, many, against: !APART.some((one) => one === code) }];
    }),
    precision: interval === null ? null : { share: confirmed / decided, lower: interval.lower, upper: interval.upper },
    conversion: prompts === 0 ? null : accepted / prompts,
    verdict: judge(decided, interval?.upper ?? 1, speaksFor),
  };
}

function judge(decided: number, upper: number, speaksFor: boolean): RuleVerdict {
  if (!speaksFor) return "against";
  if (decided < NOISY.decided) return "too-few";
  return upper < NOISY.upperBelow ? "noisy" : "not-noisy";
}

/** Groups rows by a key, the most prompts first, and reckons each group. */
export function reckonGroups<Row extends OutcomeCount>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  speaksFor: boolean,
): { readonly key: string; readonly first: Row; readonly figures: RuleFigures }[] {
  return [...Map.groupBy(rows, keyOf)]
    .flatMap(([key, group]) => (group[0] === undefined ? [] : [{ key, first: group[0], figures: reckonRule(group, speaksFor) }]))
    .sort((one, other) => other.figures.prompts - one.figures.prompts || (one.key < other.key ? -1 : 1));
}
