import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { addDays } from "#calendar/plain-date.ts";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";
import { type Clock, linkTo, moveClocks } from "#deadlines/follow-clock.ts";
import { reckonDeadline } from "#deadlines/reckon-deadline.ts";

const calendar = loadCalendar();
const CHAINS = [
  ["PI-CIV-NOTICE", "PI-CIV-REV"],
  ["PI-REC-SEND-3", "PI-REC-REPLY", "PI-ADM-REV"],
  ["CR-DET-3", "CR-ARR-7", "CR-INV-2M", "CR-INV-REQ"],
  ["CR-PROS-1M", "CR-SUPP-1M"],
] as const;
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays("2016-01-01", n));

/** A chain of clocks, each started from the one before. */
function buildChain(rules: readonly string[], from: string): Clock[] {
  const clocks: Clock[] = [];
  for (const [at, rule] of rules.entries()) {
    const linked = at === 0 ? null : linkTo(`${at - 1}`, rule, clocks, calendar, null);
    if (linked !== null && !linked.ok) throw new Error(JSON.stringify(linked));
    const link = linked === null ? {} : { from: linked.value.from, follows: linked.value.link };
    // Links are ids of the database; in here the place in the chain is one.
    const state = { ...DeadlineState.parse({ rule, from }), ...link };
    const reckoned = reckonDeadline(state, calendar, "zh");
    if (!reckoned.ok) throw new Error(JSON.stringify(reckoned));
    clocks.push({ id: `${at}`, state, due: reckoned.value.answer.due });
  }
  return clocks;
}

test("moving a start later never moves anything that follows earlier, and moving it earlier nothing later", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CHAINS), day, fc.integer({ min: -400, max: 400 }), (rules, from, by) => {
      const clocks = buildChain(rules, from);
      const [first] = clocks;
      if (first === undefined) throw new Error("a chain has a first clock");
      const moved = moveClocks(clocks, first.id, { ...first.state, from: addDays(from, by) }, calendar);
      if (!moved.ok) throw new Error(JSON.stringify(moved));
      for (const { before, due, state } of moved.value) {
        expect(Math.sign(Date.parse(due) - Date.parse(before.due)) * Math.sign(by)).toBeGreaterThanOrEqual(0);
        expect(Math.sign(Date.parse(state.from) - Date.parse(before.state.from)) * Math.sign(by)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 400 },
  );
});

test("a chain that was moved is the chain that would have been started there", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CHAINS), day, day, (rules, from, to) => {
      const clocks = buildChain(rules, from);
      const [first] = clocks;
      if (first === undefined) throw new Error("a chain has a first clock");
      const moved = moveClocks(clocks, first.id, { ...first.state, from: to }, calendar);
      if (!moved.ok) throw new Error(JSON.stringify(moved));
      const now = clocks.map((clock) => moved.value.find(({ id }) => id === clock.id)?.due ?? clock.due);
      expect(now).toEqual(buildChain(rules, to).map(({ due }) => due));
    }),
  );
});
