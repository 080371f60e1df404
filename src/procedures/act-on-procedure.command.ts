import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { recordAction } from "#cases/record-action.command.ts";
import type { Tx } from "#database/database.ts";
import { findClocksOfCase } from "#deadlines/find-clocks.query.ts";
import { endClock, moveClock, startClock } from "#deadlines/run-clocks.command.ts";
import { clocksOfStep } from "#procedures/clocks-of-step.ts";
import { describeProcedure } from "#procedures/describe-procedure.query.ts";
import { joinTeam } from "#procedures/join-team.command.ts";
import { canCorrectProcedure, canTakeStep } from "#procedures/procedure.policy.ts";
import { decideCorrection, decideStep, evolve, type ProcedureState } from "#procedures/procedure.ts";
import { type ProcedureParts, tableOf } from "#procedures/procedure-parts.ts";
import type { ProcedureTable } from "#procedures/procedure-table.contract.ts";
import type { ActOnProcedureRequest, Procedure, ProcedureAction, ProcedureEvent } from "#procedures/procedures.contract.ts";
import { findClocks, findProcedureState, insertClock, insertProcedureEvent, projectProcedure } from "#procedures/procedures.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 办理 takes a step of a procedure, corrects one, or gives the procedure another handler; its clocks follow in the same transaction. */
export async function actOnProcedure(
  parts: ProcedureParts,
  asking: Asking,
  procedureId: string,
  { requestId: changeId, expectedVersion, action }: ActOnProcedureRequest,
): Promise<Outcome<Procedure>> {
  const { actor } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `act-on-procedure ${procedureId}`, async () => {
      const acted = await actOnProcedureIn(tx, parts, asking, procedureId, { changeId, expectedVersion, action });
      if (!acted.ok) return acted;
      const procedure = await describeProcedure(tx, parts.tables, asking, procedureId);
      if (!procedure) throw new Error("a procedure is not visible any more to the person who acted on it");
      return done(procedure);
    }),
  );
}

type Acting = { readonly changeId: string; readonly expectedVersion: number | null; readonly action: ProcedureAction };

/** The same in the caller's transaction (a recommendation that is issued takes its step); `expectedVersion` null: as it stands. */
export async function actOnProcedureIn(
  tx: Tx,
  parts: Pick<ProcedureParts, "calendar" | "tables">,
  asking: Asking,
  procedureId: string,
  { changeId, expectedVersion, action }: Acting,
): Promise<Outcome<null>> {
  const { actor, now, requestId } = asking;
  const state = await findProcedureState(tx, procedureId, "update");
  const facts = state && (await findCaseFacts(tx, state.caseId, "share"));
  if (!state || !facts) return refuse("not-found", { what: "procedure" });
  const table = tableOf(parts.tables, state.kind);
  const event = await decideAction(
    { tx, asking, calendar: parts.calendar, table, state, facts, procedureId, changeId },
    action,
    expectedVersion ?? state.version,
  );
  if (!event.ok) return event;
  const after = evolve(state, event.value);
  const final = table.states.find(({ id }) => id === after.state)?.final ?? false;
  await insertProcedureEvent(tx, procedureId, after.version, event.value, { personId: actor.personId, at: now, requestId: changeId });
  await projectProcedure(tx, procedureId, after, !final, now);
  const followed = await follow(tx, parts, asking, procedureId, table, after, event.value, changeId);
  if (!followed.ok) return followed;
  const noted = { kind: "work-changed" as const, thing: "procedure", thingId: procedureId, action: action.type, version: after.version };
  await appendEntry(tx, { event: noted, actor, caseId: state.caseId, requestId });
  return done(null);
}

type Deciding = {
  readonly tx: Tx;
  readonly asking: Asking;
  readonly calendar: Calendar;
  readonly table: ProcedureTable;
  readonly state: ProcedureState;
  readonly facts: NonNullable<Awaited<ReturnType<typeof findCaseFacts>>>;
  readonly procedureId: string;
  readonly changeId: string;
};

async function decideAction(
  { tx, asking, calendar, table, state, facts, procedureId, changeId }: Deciding,
  action: ProcedureAction,
  expectedVersion: number,
): Promise<Outcome<ProcedureEvent>> {
  const { actor, now } = asking;
  const today = officeDay(now);
  if (action.type === "take-step") {
    const step = table.steps.find(({ id }) => id === action.step);
    const decision = step && canTakeStep(step, actor, { officeCode: state.officeCode, handler: state.handler, facts }, today);
    if (decision && !decision.allowed) return decision.refusal;
  } else {
    const decision = canCorrectProcedure(actor, state, action.type === "change-handler");
    if (!decision.allowed) return decision.refusal;
  }
  if (expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
  if (action.type === "correct-step") return decideCorrection(table, state, action, today);
  if (action.type === "change-handler") {
    const { caseId, kind, officeCode } = state;
    const joined = await joinTeam(tx, asking, { caseId, facts, kind, officeCode, handler: action.handler, changeId });
    if (!joined.ok) return joined;
    return done({ type: "handler-changed", handler: action.handler, reason: action.reason });
  }
  const started = new Set((await findClocks(tx, procedureId)).map(({ deadline_id }) => deadline_id));
  const clocks = (await findClocksOfCase(tx, state.caseId))
    .filter(({ id }) => started.has(id))
    .map((clock) => ({ ...clock, name: calendar.rules.get(clock.rule)?.act ?? { zh: clock.rule, en: clock.rule } }));
  return decideStep(table, state, action, { today, clocks });
}

/** What follows from an event outside the procedure: clocks that it starts, ends or moves, and the stage of the case. */
async function follow(
  tx: Tx,
  { calendar }: Pick<ProcedureParts, "calendar">,
  asking: Asking,
  procedureId: string,
  table: ProcedureTable,
  after: ProcedureState,
  event: ProcedureEvent,
  changeId: string,
): Promise<Outcome<null>> {
  if (event.type !== "step-taken" && event.type !== "step-corrected") return done(null);
  const run = { tx, calendar, asking, caseId: after.caseId };
  const number = event.type === "step-taken" ? after.steps.length : event.step;
  const recorded = after.steps[number - 1];
  const step = table.steps.find(({ id }) => id === recorded?.step);
  if (recorded === undefined || step === undefined) throw new Error("an event about a step that is not there");
  const wanted = clocksOfStep(step, recorded);
  const started = await findClocks(tx, procedureId);
  if (event.type === "step-corrected") {
    for (const { rule, deadline_id } of started.filter(({ step_number }) => step_number === number)) {
      const clock = wanted.find((one) => one.rule === rule);
      if (clock === undefined) continue;
      const moved = await moveClock(run, deadline_id, clock, event.reason);
      if (!moved.ok) return moved;
    }
    return done(null);
  }
  for (const { deadline_id } of started.filter(({ rule }) => step.ends.includes(rule))) {
    const ended = await endClock(run, deadline_id, recorded.on, step.name.zh);
    if (!ended.ok) return ended;
  }
  for (const clock of wanted) {
    const begun = await startClock(run, clock);
    if (!begun.ok) return begun;
    await insertClock(tx, procedureId, number, clock.rule, begun.value.id);
  }
  return moveStage(tx, asking, table, after, recorded.on, changeId);
}

/** The stage of the case goes with its criminal procedure. */
async function moveStage(
  tx: Tx,
  asking: Asking,
  table: ProcedureTable,
  after: ProcedureState,
  on: string,
  changeId: string,
): Promise<Outcome<null>> {
  const stage = table.states.find(({ id }) => id === after.state)?.stage;
  const facts = stage && (await findCaseFacts(tx, after.caseId, "none"));
  if (stage === undefined || !facts || facts.stage === stage) return done(null);
  const action = { type: "move-stage" as const, stage, on, reason: `随${table.name.zh}程序变动` };
  const moved = await recordAction(tx, asking, after.caseId, action, { changeId, expectedVersion: null, judged: true });
  return moved.ok ? done(null) : moved;
}
