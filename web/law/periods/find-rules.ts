import type { PeriodRule } from "#calendar/calendar.contract.ts";
import { nameOfRule } from "#law/period-names.data.ts";

/** The rules in which every word stands, in either language, in what begins them, what they are for, their source or their id. */
export function findRules(rules: readonly PeriodRule[], query: string): readonly PeriodRule[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rules.filter((rule) => {
    const { id, trigger, act, cite, note } = rule;
    const name = nameOfRule(rule);
    const text = [id, name.zh, name.en, trigger.zh, trigger.en, act.zh, act.en, note?.zh, note?.en, ...cite].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
