import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { inventYear, LAST_DAY } from "#procedures/invent-year.builder.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { tableOf } from "#procedures/procedure-parts.ts";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { FieldValues } from "#procedures/procedures.contract.ts";
import { type HandClock, reckonByHand } from "#procedures/reckon-by-hand.builder.ts";
import { replaySteps } from "#procedures/replay-steps.ts";

const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));
const cases = inventYear(20_261_231, 14);
const year = cases.map((one) => {
  const steps = one.steps.map(({ step, on, fields }) => ({ step, on, fields, closeWithOpenClocks: true }));
  const sequence = { kind: one.kind, openedOn: one.openedOn, continues: {}, steps };
  return { ...one, replay: replaySteps(tableOf(tables, one.kind), calendar, sequence, LAST_DAY) };
});
const clocks = year.flatMap(({ replay }) => replay.clocks);

describe("2026 of an invented county office, replayed", () => {
  test.each(year)("$name: every clock starts and ends on the day reckoned by hand, every wrong step is refused", ({ steps, replay }) => {
    expect(replay.steps).toHaveLength(steps.length);
    for (const [at, wanted] of steps.entries()) {
      const found = replay.steps[at];
      if (wanted.clocks === null) {
        expect(found, `${wanted.step} on ${wanted.on}`).toMatchObject({ started: [], refusal: { ok: false } });
        continue;
      }
      expect(found?.refusal, `${wanted.step} on ${wanted.on}`).toBeNull();
      expect(found?.started.map(({ rule, from, due }) => ({ rule, from, due }))).toEqual(
        wanted.clocks.map((clock) => ({ rule: clock.rule, from: clock.from, due: reckonByHand(clock).due })),
      );
    }
  });

  test("is long enough to mean something: cases of four kinds, hundreds of clocks, every rule that their tables can start by a step", () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(clocks.length).toBeGreaterThan(250);
    const startable = [...new Set(cases.map(({ kind }) => kind))].flatMap((kind) =>
      tableOf(tables, kind).steps.flatMap(({ starts }) => starts.map(({ rule }) => rule)),
    );
    expect([...new Set(startable)].filter((rule) => !clocks.some((clock) => clock.rule === rule))).toEqual([]);
  });

  test("meets rest days both ways: moved to the next working day, and in custody not moved", () => {
    const moves = (clock: HandClock) => reckonByHand(clock).due !== reckonByHand(clock).plain;
    const moved = clocks.filter(moves);
    // Reckoned as of somebody who is free the day would move: custody alone keeps it.
    const kept = clocks.filter(({ detained, ...clock }) => detained && moves({ ...clock, detained: false }));
    expect(moved.length).toBeGreaterThan(30);
    expect(kept.length).toBeGreaterThan(4);
    expect(kept.every((clock) => clock.due === reckonByHand(clock).plain)).toBe(true);
  });
});

const Story = z.strictObject({
  name: z.string(),
  kind: ProcedureKind,
  openedOn: z.string(),
  steps: z.array(
    z.strictObject({
      step: z.string(),
      on: z.string(),
      fields: FieldValues.default({}),
      clocks: z.record(z.string(), z.string()).default({}),
      refused: z.string().optional(),
      why: z.string().optional(),
    }),
  ),
  state: z.string(),
});
const written = z
  .strictObject({ theme: z.string(), cases: z.array(Story) })
  .parse(parse(readFileSync(new URL("year-of-an-office.cases.yaml", import.meta.url), "utf8")));

describe(written.theme, () => {
  test.each(written.cases)("$name", ({ kind, openedOn, steps, state }) => {
    const wishes = steps.map(({ step, on, fields }) => ({ step, on, fields, closeWithOpenClocks: false }));
    const replay = replaySteps(tableOf(tables, kind), calendar, { kind, openedOn, continues: {}, steps: wishes }, LAST_DAY);
    for (const [at, { step, on, clocks: due, refused }] of steps.entries()) {
      const found = replay.steps[at];
      expect(found?.refusal?.kind ?? null, `${step} on ${on}`).toBe(refused ?? null);
      expect(Object.fromEntries(found?.started.map((clock) => [clock.rule, clock.due]) ?? []), `${step} on ${on}`).toEqual(due);
    }
    expect(replay.state.state).toBe(state);
  });

  test("holds at least sixty dates", () => {
    expect(written.cases.flatMap(({ steps }) => steps.flatMap((step) => Object.keys(step.clocks))).length).toBeGreaterThanOrEqual(60);
  });
});
