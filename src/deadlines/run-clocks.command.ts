import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import type { Tx } from "#database/database.ts";
import { checkMaximum } from "#deadlines/check-maximum.ts";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";
import { findDeadlinesOfCase, insertDeadline, lockClocks } from "#deadlines/deadlines.store.ts";
import { decideChange } from "#deadlines/decide-change.ts";
import { type Clock, findLeader, moveClocks } from "#deadlines/follow-clock.ts";
import { reckonDeadline } from "#deadlines/reckon-deadline.ts";
import { recordMoves } from "#deadlines/record-moves.command.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** Clocks that acts of other slices start and end in their own transaction; who may act was judged there. */
type Run = { readonly tx: Tx; readonly calendar: Calendar; readonly asking: Asking; readonly caseId: string };

/**
 * 起算 starts a clock by its rule and the day of its event. Where nothing is said of `follows`, it follows the one clock of the case that it
 * starts from on that very day, so that a correction there moves it as well; null: it follows none.
 */
export async function startClock(
  { tx, calendar, asking, caseId }: Run,
  event: Pick<DeadlineState, "rule" | "from"> & Partial<DeadlineState>,
): Promise<Outcome<{ readonly id: string; readonly due: string }>> {
  await lockClocks(tx, caseId);
  const clocks = await findDeadlinesOfCase(tx, caseId);
  const given = DeadlineState.parse(event);
  const state = event.follows === undefined ? { ...given, follows: findLeader(given, clocks, calendar) } : given;
  const tooMany = checkMaximum(state, clocks, calendar);
  if (tooMany !== null) return tooMany;
  const reckoned = reckonDeadline(state, calendar, "zh");
  if (!reckoned.ok) return reckoned;
  const id = randomUUID();
  const { answer, custody } = reckoned.value;
  const { actor, now, requestId } = asking;
  const { due } = answer;
  await insertDeadline(tx, { id, version: 1, caseId, state, due, custody, reason: null, ledBy: null, by: actor.personId, at: now });
  await appendEntry(tx, { event: { kind: "deadline-changed", deadlineId: id, change: "start", due }, actor, caseId, requestId });
  return done({ id, due });
}

/** 办结 ends a clock with the act done on that day; one that has ended already stays as it is. */
export async function endClock(run: Run, id: string, on: string, document: string | null): Promise<Outcome<{ readonly due: string }>> {
  return changeClock(run, id, null, (clock, clocks) =>
    clock.state.done === null ? decideChange(clock, { type: "end", on, document }, clocks, run.calendar) : done(clock.state),
  );
}

/**
 * 更正起算日 moves a clock to another day of its event, with the reason, and all that follows it; what was told before stays readable. A day of
 * its own loosens it from the clock it followed.
 */
export async function moveClock(
  run: Run,
  id: string,
  to: Partial<DeadlineState>,
  reason: string,
): Promise<Outcome<{ readonly due: string }>> {
  return changeClock(run, id, reason, ({ state }) =>
    done({ ...state, ...to, follows: to.from === undefined || to.from === state.from ? state.follows : null }),
  );
}

async function changeClock(
  { tx, calendar, asking, caseId }: Run,
  id: string,
  reason: string | null,
  change: (clock: Clock, clocks: readonly Clock[]) => Outcome<DeadlineState>,
): Promise<Outcome<{ readonly due: string }>> {
  await lockClocks(tx, caseId);
  const rows = await findDeadlinesOfCase(tx, caseId);
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`the clock ${id} is not visible to who acts on its case`);
  const changed = change(row, rows);
  if (!changed.ok) return changed;
  if (JSON.stringify(changed.value) === JSON.stringify(row.state)) return done({ due: row.due });
  const moves = moveClocks(rows, id, changed.value, calendar);
  if (!moves.ok) return moves;
  await recordMoves(tx, asking, caseId, moves.value, rows, { change: reason === null ? "end" : "correct", reason });
  return done({ due: moves.value[0].due });
}
