import type { Condition } from "#jurisdiction/jurisdiction-rules.contract.ts";

export type Facts = Readonly<Record<string, boolean | null>>;
/** `missing`: the unknown facts that keep it open; empty unless `value` is null. */
export type Checked = { readonly value: boolean | null; readonly missing: readonly string[] };

/** Three-valued: one "no" decides `all`, one "yes" decides `any`, whatever else is unknown. A fact left out is unknown. */
export function checkCondition(condition: Condition, facts: Facts): Checked {
  if ("fact" in condition) {
    const value = facts[condition.fact] ?? null;
    return { value, missing: value === null ? [condition.fact] : [] };
  }
  if ("not" in condition) {
    const { value, missing } = checkCondition(condition.not, facts);
    return { value: value === null ? null : !value, missing };
  }
  const decides = "any" in condition;
  const parts = ("any" in condition ? condition.any : condition.all).map((one) => checkCondition(one, facts));
  if (parts.some(({ value }) => value === decides)) return { value: decides, missing: [] };
  const missing = [...new Set(parts.flatMap((part) => part.missing))];
  return { value: missing.length > 0 ? null : !decides, missing };
}
