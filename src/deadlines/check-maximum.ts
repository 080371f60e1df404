import type { Calendar } from "#calendar/compute-period.ts";
import type { DeadlineState } from "#deadlines/deadlines.contract.ts";
import type { Clock } from "#deadlines/follow-clock.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";

/**
 * 次数上限 refuses the clock that would be one time too many (补充侦查 two in all): those of the case for the same person or for all, and
 * those made before the case came from another procuratorate (`timesBefore`, the largest number that any of them tells).
 */
export function checkMaximum(
  state: Pick<DeadlineState, "rule" | "subject" | "timesBefore">,
  clocks: readonly Clock[],
  { rules }: Calendar,
): Refusal | null {
  const rule = rules.get(state.rule);
  if (rule?.maximum === undefined) return null;
  const same = clocks.filter(
    (clock) =>
      clock.state.rule === state.rule && (clock.state.subject === null || state.subject === null || clock.state.subject === state.subject),
  );
  const before = Math.max(state.timesBefore, ...same.map((clock) => clock.state.timesBefore));
  if (before + same.length < rule.maximum.times) return null;
  const { zh, en } = rule.maximum.note;
  const had = before + same.length;
  return refuse("condition-not-met", {
    condition: `${rule.trigger.zh}${zh}，已有 ${had} 次`,
    "condition.en": `${rule.trigger.en}: ${en}; there were ${had} already`,
    cite: rule.cite.join("；"),
  });
}
