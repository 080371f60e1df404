import { tellRule } from "#counts/tell-rule.ts";
import type { RulePrecision } from "#counts/work-list.contract.ts";
import type { ItemDecision } from "#scan/decisions/decisions.contract.ts";

/** A decision that holds, with the rules behind the machine's finding; `wrong` names those at fault, none named means all. */
export type HeldDecision = {
  readonly decision: ItemDecision;
  readonly rules: readonly string[];
  readonly wrong: readonly string[];
};

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * 规则准确率 of each rule, how often the persons who decided agreed with it. Confirmed: right. Rejected, or restored against an exclusion:
 * the rules named wrong were wrong and the others right; where none is named all were wrong. Anonymised says nothing of a rule: the value
 * was what the machine took it for. Most decided first.
 */
export function measureRules(decisions: readonly HeldDecision[]): RulePrecision[] {
  const counts = new Map<string, { right: number; wrong: number }>();
  for (const { decision, rules, wrong } of decisions) {
    if (decision === "anonymised") continue;
    for (const rule of rules) {
      const count = counts.get(rule) ?? { right: 0, wrong: 0 };
      counts.set(rule, count);
      const atFault = decision !== "confirmed" && (wrong.length === 0 || wrong.includes(rule));
      count[atFault ? "wrong" : "right"]++;
    }
  }
  return [...counts]
    .map(([rule, { right, wrong }]) => ({ rule, ...tellRule(rule), right, wrong, ...precisionOf(right, right + wrong) }))
    .sort((a, b) => b.right + b.wrong - (a.right + a.wrong) || (a.rule < b.rule ? -1 : 1));
}

/** The share with its Wilson score interval at 95 %; `decided` is at least 1. */
export function precisionOf(right: number, decided: number): { precision: number; from: number; to: number } {
  const share = right / decided;
  const squared = Z * Z;
  const middle = (share + squared / (2 * decided)) / (1 + squared / decided);
  const half = (Z / (1 + squared / decided)) * Math.sqrt((share * (1 - share)) / decided + squared / (4 * decided * decided));
  return { precision: round(share), from: round(Math.max(0, middle - half)), to: round(Math.min(1, middle + half)) };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
