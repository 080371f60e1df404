import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { recordClueEvent } from "#clues/act-on-clue.command.ts";
import type { ClueEvent } from "#clues/clues.contract.ts";
import { findClue } from "#clues/find-clue.query.ts";
import type { Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { describeTransfer, placeOf } from "#transfers/describe-transfer.query.ts";
import type { TransferParts } from "#transfers/hand-over-clue.command.ts";
import { reckonClock } from "#transfers/reckon-clock.ts";
import { DECLINE_REASONS } from "#transfers/tell-transfer.ts";
import { canActOnTransfer } from "#transfers/transfer.policy.ts";
import { decideTransfer, evolve, type TransferContext, type TransferState } from "#transfers/transfer.ts";
import type { ActOnTransferRequest, Transfer, TransferAction, TransferEvent } from "#transfers/transfers.contract.ts";
import { findLevel, findTransferState, insertTransferEvent, nextNumber, projectTransfer } from "#transfers/transfers.store.ts";

/** 办理移送 one step of a transfer; where the clue changes hands it does so in the same transaction. */
export async function actOnTransfer(
  parts: TransferParts,
  asking: Asking,
  id: string,
  { requestId: changeId, expectedVersion, action }: ActOnTransferRequest,
): Promise<Outcome<Transfer>> {
  const { actor, now, requestId } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `act-on-transfer ${id}`, async () => {
      const state = await findTransferState(tx, id, "update");
      if (!state) return refuse("not-found", { what: "transfer" });
      const place = await placeOf(tx, state);
      const decision = canActOnTransfer(action.type, actor, place);
      if (!decision.allowed) return decision.refusal;
      if (expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
      const decided = decideTransfer(action, state, await contextOf(tx, parts, asking, state, action, place.superior));
      if (!decided.ok) return decided;
      const event = decided.value;
      // The clue goes first: the receiving side may touch it only while the transfer is under way.
      await moveClue(tx, asking, id, state, event, changeId);
      const after = evolve(state, event);
      await insertTransferEvent(tx, id, after.version, event, { personId: actor.personId, at: now, requestId: changeId });
      await projectTransfer(tx, id, after, now);
      const noted = { kind: "work-changed" as const, thing: "transfer", thingId: id, action: event.type, version: after.version };
      await appendEntry(tx, { event: noted, actor, caseId: null, requestId });
      const transfer = await describeTransfer(tx, asking, id);
      if (!transfer) throw new Error("a transfer is not visible any more to the person who acted on it");
      return done(transfer);
    }),
  );
}

async function contextOf(
  tx: Tx,
  { clocks, calendar }: TransferParts,
  { now }: Asking,
  state: TransferState,
  action: TransferAction,
  superior: string | null,
): Promise<TransferContext> {
  const today = officeDay(now);
  const chosen = action.type === "settle" ? await findLevel(tx, action.officeCode) : undefined;
  return {
    today,
    number: action.type === "register" ? await nextNumber(tx, state.from.office, today.slice(0, 4)) : "",
    superior,
    mayHandle: (code) => chosen?.code === code && (code === superior || chosen.parentCode === superior),
    clockOf: (leg, start) => reckonClock(leg, start, state.form, clocks, calendar.restDays),
  };
}

/** The clue changes hands when it is taken or given back; with an organ outside it stays transferred. */
async function moveClue(
  tx: Tx,
  asking: Asking,
  transferId: string,
  state: TransferState,
  event: TransferEvent,
  changeId: string,
): Promise<void> {
  const moved = clueEventOf(transferId, state, event);
  if (moved === null) return;
  const clue = await findClue(tx, state.clueId, "update");
  if (!clue) throw new Error("the clue of a transfer is not visible to the side that acts");
  await recordClueEvent(tx, asking, state.clueId, clue, moved, changeId);
}

function clueEventOf(transferId: string, { toOffice }: TransferState, event: TransferEvent): ClueEvent | null {
  if (event.type === "accepted") return toOffice === null ? null : { type: "received", transferId, officeCode: toOffice };
  if (event.type === "withdrawn") return { type: "handed-back", transferId, reason: event.reason };
  if (event.type !== "declined") return null;
  const { zh } = DECLINE_REASONS[event.code];
  return { type: "handed-back", transferId, reason: event.reason === "" ? zh : `${zh}，${event.reason}` };
}
