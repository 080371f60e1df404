import type { PeriodRule } from "#calendar/calendar.contract.ts";
import type { Deadline } from "#deadlines/deadlines.contract.ts";

/** The clocks of a case that a clock of this rule may start from, with what of them starts it; `self` is left out. */
export function followOptions(
  { follows = [] }: PeriodRule,
  clocks: readonly Deadline[],
  self: string | null,
): { readonly clock: Deadline; readonly by: "event" | "end" | "done" }[] {
  return clocks.flatMap((clock) => {
    const link = clock.id === self ? undefined : follows.find(({ rule }) => rule === clock.state.rule);
    return link === undefined ? [] : [{ clock, by: link.by }];
  });
}
