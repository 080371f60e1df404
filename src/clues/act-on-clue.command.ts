import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { openCaseIn } from "#cases/open-case.command.ts";
import { canHandleClue } from "#clues/clue.policy.ts";
import { allows, type ClueState, decideClue, evolve } from "#clues/clue.ts";
import type { ActOnClueRequest, Clue, ClueAction, ClueEvent } from "#clues/clues.contract.ts";
import { findClueState, insertClueEvent, lockStatus, projectClue } from "#clues/clues.store.ts";
import { describeClue } from "#clues/describe-clue.query.ts";
import { addClue } from "#clues/register-clue.command.ts";
import type { Database, Tx } from "#database/database.ts";
import { openProcedureIn } from "#procedures/open-procedure.command.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

type Parts = { readonly database: Database; readonly tables: ProcedureTables };

/** 处理线索 confirms, holds, dismisses, merges, splits (all can be undone) or accepts a clue; what it opens is opened in the same transaction. */
export async function actOnClue(
  { database, tables }: Parts,
  asking: Asking,
  clueId: string,
  { requestId: changeId, expectedVersion, action }: ActOnClueRequest,
): Promise<Outcome<Clue>> {
  const { actor } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `act-on-clue ${clueId}`, async () => {
      const state = await findClueState(tx, clueId, "update");
      if (!state) return refuse("not-found", { what: "clue" });
      const decision = canHandleClue(action.type, actor, state.officeCode);
      if (!decision.allowed) return decision.refusal;
      if (expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
      const event = await decideAct({ tx, tables, asking, clueId, state, changeId }, action);
      if (!event.ok) return event;
      await recordClueEvent(tx, asking, clueId, state, event.value, changeId);
      const clue = await describeClue(tx, asking, clueId);
      if (!clue) throw new Error("a clue is not visible any more to the person who acted on it");
      return done(clue);
    }),
  );
}

/** Records, projects and audits one event in the caller's transaction (a transfer hands a clue over). */
export async function recordClueEvent(
  tx: Tx,
  { actor, now, requestId }: Asking,
  clueId: string,
  state: ClueState,
  event: ClueEvent,
  changeId: string,
): Promise<ClueState> {
  const after = evolve(state, event);
  await insertClueEvent(tx, clueId, after.version, event, { personId: actor.personId, at: now, requestId: changeId });
  await projectClue(tx, clueId, after, now);
  const noted = { kind: "work-changed" as const, thing: "clue", thingId: clueId, action: event.type, version: after.version };
  await appendEntry(tx, { event: noted, actor, caseId: after.caseId, requestId });
  return after;
}

type Deciding = {
  readonly tx: Tx;
  readonly tables: ProcedureTables;
  readonly asking: Asking;
  readonly clueId: string;
  readonly state: ClueState;
  readonly changeId: string;
};

async function decideAct(deciding: Deciding, action: ClueAction): Promise<Outcome<ClueEvent>> {
  const { tx, asking, clueId, state } = deciding;
  if (action.type === "accept") return accept(deciding, action);
  if (action.type === "split") return split(deciding, action);
  const parts = [];
  if (action.type === "unsplit") for (const part of state.parts) parts.push(await lockStatus(tx, part));
  const into = action.type === "merge" ? await lockStatus(tx, action.into) : null;
  const decided = decideClue(action, state, {
    id: clueId,
    today: officeDay(asking.now),
    into,
    parts: parts.flatMap((part) => (part === null ? [] : [part.status])),
  });
  if (decided.ok && action.type === "unsplit") await withdrawParts(deciding);
  return decided;
}

/** The parts of a split that is undone are no clues any more; they stay, dismissed, with the reason. */
async function withdrawParts({ tx, asking, state, changeId }: Deciding): Promise<void> {
  for (const part of state.parts) {
    const clue = await findClueState(tx, part, "update");
    if (!clue || clue.status === "dismissed") continue;
    await recordClueEvent(tx, asking, part, clue, { type: "dismissed", code: "duplicate", reason: "撤销拆分" }, changeId);
  }
}

async function split(
  { tx, asking, clueId, state, changeId }: Deciding,
  action: Extract<ClueAction, { type: "split" }>,
): Promise<Outcome<ClueEvent>> {
  const allowed = allows(state.status, "split");
  if (!allowed.ok) return allowed;
  const into: string[] = [];
  for (const content of action.parts) {
    const origin = { kind: "split" as const, clueId };
    into.push(
      await addClue(tx, asking, { content, origin, caseId: state.caseId, officeCode: state.officeCode, prompted: false }, changeId),
    );
  }
  return done({ type: "split", into, reason: action.reason });
}

async function accept(
  { tx, tables, asking, state, changeId }: Deciding,
  action: Extract<ClueAction, { type: "accept" }>,
): Promise<Outcome<ClueEvent>> {
  const allowed = allows(state.status, "accept");
  if (!allowed.ok) return allowed;
  const caseId = await caseOf({ tx, asking, state, changeId }, action);
  if (!caseId.ok) return caseId;
  const procedures: string[] = [];
  for (const procedure of action.procedures) {
    const opened = await openProcedureIn(tx, { tables }, asking, caseId.value, { ...procedure, requestId: changeId });
    if (!opened.ok) return opened;
    procedures.push(opened.value.id);
  }
  return done({ type: "accepted", caseId: caseId.value, procedures, reason: action.reason });
}

/** The case whose facts and evidence the tracks refer to: the one the clue lies in, or a new one. */
async function caseOf(
  { tx, asking, state, changeId }: Pick<Deciding, "tx" | "asking" | "state" | "changeId">,
  { newCase }: Extract<ClueAction, { type: "accept" }>,
): Promise<Outcome<string>> {
  if (newCase === null)
    return state.caseId === null
      ? refuse("invalid-input", {
          place: "action.newCase",
          expected: "新案的案号和名称（线索尚无所在案件）",
          "expected.en": "number and title of a new case: the clue lies in none",
          found: "空 / nothing",
        })
      : done(state.caseId);
  if (state.caseId !== null)
    return refuse("invalid-input", {
      place: "action.newCase",
      expected: "空（线索已在案件中）",
      "expected.en": "nothing: the clue lies in a case",
      found: newCase.number,
    });
  const opened = await openCaseIn(tx, asking, { ...newCase, requestId: changeId, stage: "early-intervention" });
  return opened.ok ? done(opened.value.id) : opened;
}
