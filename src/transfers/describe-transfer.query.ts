import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import type { Tx } from "#database/database.ts";
import { tellTransferEvent } from "#transfers/tell-transfer.ts";
import { canActOnTransfer, type TransferPlace } from "#transfers/transfer.policy.ts";
import { ACTIONS_OF_STATUS, fold, type TransferState } from "#transfers/transfer.ts";
import type { Transfer, TransferSummary } from "#transfers/transfers.contract.ts";
import { findLevel, findTransferEvents, findTransferSummaries } from "#transfers/transfers.store.ts";

/** The transfer as this person sees it now; undefined when there is none or it is not visible. */
export async function describeTransfer(tx: Tx, { actor, now }: Asking, id: string): Promise<Transfer | undefined> {
  const [row] = await findTransferSummaries(tx, [id]);
  if (!row) return undefined;
  const today = officeDay(now);
  const events = await findTransferEvents(tx, id);
  const state = fold(events.map(({ event }) => event));
  const place = await placeOf(tx, state);
  const actions: readonly Transfer["can"][number][] = ACTIONS_OF_STATUS[state.status];
  return {
    ...presentTransfer(row, today),
    version: state.version,
    form: state.form,
    documentId: state.documentId,
    legs: state.legs.map((leg) => ({ ...leg, late: (leg.endedOn ?? today) > leg.due })),
    receipt: state.receipt,
    history: events.map(({ version, at, by, event }) => ({ version, at: at.toISOString(), by, sentence: tellTransferEvent(event) })),
    can: actions.filter((action) => canActOnTransfer(action, actor, place).allowed),
  };
}

/** Where the transfer stands between, with the superior of the office that received it. */
export async function placeOf(tx: Tx, { from, target, toOffice, byBundle }: TransferState): Promise<TransferPlace> {
  const superior = toOffice === null ? null : ((await findLevel(tx, toOffice))?.parentCode ?? null);
  return { from, target, toOffice, byBundle, superior };
}

/** The fields of a summary that go out. */
export function presentTransfer(row: Awaited<ReturnType<typeof findTransferSummaries>>[number], today: string): TransferSummary {
  const office = (code: string | null, zh: string | null, en: string | null) =>
    code === null || zh === null || en === null ? null : { code, name: { zh, en } };
  return {
    id: row.id,
    clueId: row.clue_id,
    title: row.title,
    number: row.number,
    kind: row.kind,
    direction: row.direction,
    from: { office: office(row.from_office, row.from_zh, row.from_en), department: row.from_department, organ: null },
    to: { office: office(row.to_office, row.to_zh, row.to_en), department: row.to_department, organ: row.to_organ },
    status: row.status,
    leg: row.leg,
    due: row.due,
    overdue: row.due !== null && row.due < today,
    sentAt: row.sent_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
