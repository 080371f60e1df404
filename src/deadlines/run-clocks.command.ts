import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import type { Tx } from "#database/database.ts";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";
import { findDeadline, insertDeadline, lockDeadline } from "#deadlines/deadlines.store.ts";
import { changeDeadline, reckonDeadline } from "#deadlines/reckon-deadline.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** Clocks that acts of other slices start and end in their own transaction; who may act was judged there. */
type Run = { readonly tx: Tx; readonly calendar: Calendar; readonly asking: Asking; readonly caseId: string };

/** 起算 starts a clock by its rule and the day of its event. */
export async function startClock(
  { tx, calendar, asking, caseId }: Run,
  event: Pick<DeadlineState, "rule" | "from"> & Partial<DeadlineState>,
): Promise<Outcome<{ readonly id: string; readonly due: string }>> {
  const state = DeadlineState.parse(event);
  const reckoned = reckonDeadline(state, calendar, "zh");
  if (!reckoned.ok) return reckoned;
  const id = randomUUID();
  const { answer, custody } = reckoned.value;
  const { actor, now } = asking;
  await insertDeadline(tx, { id, version: 1, caseId, state, due: answer.due, custody, reason: null, by: actor.personId, at: now });
  await note(tx, asking, caseId, id, "start", answer.due);
  return done({ id, due: answer.due });
}

/** 办结 ends a clock with the act done on that day; one that has ended already stays as it is. */
export async function endClock(
  { tx, calendar, asking, caseId }: Run,
  id: string,
  on: string,
  document: string | null,
): Promise<Outcome<{ readonly due: string }>> {
  return changeClock({ tx, calendar, asking, caseId }, id, null, (state, due) =>
    state.done === null ? changeDeadline(state, { type: "end", on, document }, due) : done(state),
  );
}

/** 更正起算日 moves a clock to another day of its event, with the reason; what was told before stays readable. */
export async function moveClock(
  run: Run,
  id: string,
  to: Partial<DeadlineState>,
  reason: string,
): Promise<Outcome<{ readonly due: string }>> {
  return changeClock(run, id, reason, (state) => done({ ...state, ...to }));
}

async function changeClock(
  { tx, calendar, asking, caseId }: Run,
  id: string,
  reason: string | null,
  change: (state: DeadlineState, due: string) => Outcome<DeadlineState>,
): Promise<Outcome<{ readonly due: string }>> {
  await lockDeadline(tx, id);
  const row = await findDeadline(tx, id);
  if (!row) throw new Error(`the clock ${id} is not visible to who acts on its case`);
  const changed = change(row.state, row.due);
  if (!changed.ok) return changed;
  if (JSON.stringify(changed.value) === JSON.stringify(row.state)) return done({ due: row.due });
  const reckoned = reckonDeadline(changed.value, calendar, "zh");
  if (!reckoned.ok) return reckoned;
  const { answer, custody } = reckoned.value;
  const { actor, now } = asking;
  const version = row.version + 1;
  await insertDeadline(tx, { id, version, caseId, state: changed.value, due: answer.due, custody, reason, by: actor.personId, at: now });
  await note(tx, asking, caseId, id, reason === null ? "end" : "correct", answer.due);
  return done({ due: answer.due });
}

async function note(tx: Tx, { actor, requestId }: Asking, caseId: string, deadlineId: string, change: string, due: string): Promise<void> {
  await appendEntry(tx, { event: { kind: "deadline-changed", deadlineId, change, due }, actor, caseId, requestId });
}
