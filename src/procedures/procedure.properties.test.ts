import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { RunningClock } from "#procedures/check-needs.ts";
import { clocksOfStep } from "#procedures/clocks-of-step.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { decideStep, evolve, fold, type ProcedureState, stepsFrom } from "#procedures/procedure.ts";
import type { ProcedureTable, Step } from "#procedures/procedure-table.contract.ts";
import type { FieldValues, ProcedureEvent } from "#procedures/procedures.contract.ts";

const tables = loadProcedureTables(new Set(loadCalendar().rules.keys()));
const TODAY = "2030-12-31";

/** A wish of a person: any step of the table, some days later, with any answers. */
const Wish = fc.record({
  step: fc.nat(),
  days: fc.nat({ max: 90 }),
  yes: fc.boolean(),
  number: fc.nat({ max: 3 }),
  choice: fc.nat(),
  confirms: fc.boolean(),
});
type Wish = typeof Wish extends fc.Arbitrary<infer T> ? T : never;

describe.each([...tables.values()])("$kind: any sequence of wishes", (table) => {
  test("keeps the invariants of the table", () => {
    fc.assert(
      fc.property(fc.array(Wish, { maxLength: 60 }), (wishes) => {
        const run = play(table, wishes);
        for (const { before, after, step, clocks } of run.taken) {
          expect(step.from).toContain(before.state);
          expect(after.state).toBe(step.to ?? before.state);
          expect(after.version).toBe(before.version + 1);
          expect(after.since >= before.since).toBe(true);
          for (const need of step.needs) {
            if (need.kind === "fewer-than")
              expect(after.steps.filter(({ step }) => step === need.step).length).toBeLessThanOrEqual(need.times);
            if (need.kind === "clock-over")
              expect((clocks.findLast(({ rule }) => rule === need.rule)?.due ?? "9") < after.since).toBe(true);
          }
        }
        expect(fold(run.events)).toEqual(run.state);
        // A final state lets nothing through any more.
        if (table.states.find(({ id }) => id === run.state.state)?.final) expect(stepsFrom(table, run.state)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("every step can happen: none of the table is dead", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(Wish, { minLength: 60, maxLength: 160 }), (wishes) => {
        for (const { step } of play(table, wishes, "rarely-ends").taken) seen.add(step.id);
      }),
      { numRuns: 600, seed: 20_261_125 },
    );
    expect(table.steps.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  test("a refused wish leaves no trace", () => {
    fc.assert(
      fc.property(fc.array(Wish, { maxLength: 40 }), (wishes) => {
        const run = play(table, wishes);
        expect(run.events).toHaveLength(1 + run.taken.length);
      }),
      { numRuns: 50 },
    );
  });
});

/** @param ends `rarely-ends`: a final step is wished for one time in eight only, so that runs get to the far end of the table */
function play(table: ProcedureTable, wishes: readonly Wish[], ends: "as-it-comes" | "rarely-ends" = "as-it-comes") {
  const isFinal = (step: Step) => table.states.some(({ id, final }) => id === step.to && final);
  const opened: ProcedureEvent = {
    type: "opened",
    kind: table.kind,
    caseId: "00000000-0000-4000-8000-000000000001",
    officeCode: "990101",
    handler: "00000000-0000-4000-8000-000000000002",
    title: "某案",
    number: null,
    state: table.initial,
    on: "2026-01-01",
    continues: {},
  };
  const events: ProcedureEvent[] = [opened];
  let state: ProcedureState = fold(events);
  let clocks: RunningClock[] = [];
  const taken: { before: ProcedureState; after: ProcedureState; step: Step; clocks: readonly RunningClock[] }[] = [];
  for (const wish of wishes) {
    // Half of the wishes are for a step of the present state, so that runs go deep; the others are for any.
    const open = wish.yes || wish.number > 1 ? stepsFrom(table, state) : table.steps;
    const from = ends === "rarely-ends" && wish.choice % 8 !== 0 ? open.filter((step) => !isFinal(step)) : open;
    const step = from.length === 0 ? undefined : from[wish.step % from.length];
    if (step === undefined) continue;
    const on = addDays(state.since, wish.days);
    const fields = answer(step, wish, on);
    const action = { type: "take-step" as const, step: step.id, on, fields, note: null, closeWithOpenClocks: wish.confirms };
    const decided = decideStep(table, state, action, { today: TODAY, clocks });
    if (!decided.ok) continue;
    const after = evolve(state, decided.value);
    taken.push({ before: state, after, step, clocks });
    events.push(decided.value);
    // Clocks of thirty days stand for the calendar's: what a table asks of them is only whether they have ended.
    clocks = clocks.map((clock) => (step.ends.includes(clock.rule) ? { ...clock, open: false } : clock));
    clocks = [
      ...clocks,
      ...clocksOfStep(step, { on, fields }).map(({ rule, from: start }) => ({ rule, due: addDays(start, 30), open: true })),
    ];
    state = after;
  }
  return { state, events, taken };
}

function answer(step: Step, { yes, number, choice }: Wish, on: string): FieldValues {
  const values: FieldValues = {};
  step.fields.forEach((field, at) => {
    const value = {
      text: "内容",
      day: on,
      // Each yes-no field gets its own answer, so that conditions on several can all be met.
      "yes-no": ((choice >> (at % 16)) & 1) === 1 ? !yes : yes,
      number,
      choice: field.choices?.[choice % field.choices.length]?.value ?? "",
      office: "990102",
    }[field.kind];
    values[field.id] = value;
  });
  return values;
}

function addDays(day: string, many: number): string {
  return new Date(Date.parse(day) + many * 86_400_000).toISOString().slice(0, 10);
}
