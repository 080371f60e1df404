import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { describeTransfer, presentTransfer } from "#transfers/describe-transfer.query.ts";
import { type FindTransfersQuery, type Transfer, type TransferList, TransferStatus } from "#transfers/transfers.contract.ts";
import { findTransferRows } from "#transfers/transfers.store.ts";

/** 移送看板 the transfers that concern the person's office, the first to end first. */
export async function listTransfers(
  database: Database,
  { actor, now, requestId }: Asking,
  query: FindTransfersQuery,
): Promise<Outcome<TransferList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const today = officeDay(now);
    const { counts, total, rows } = await findTransferRows(tx, query, { officeCode: actor.officeCode, today });
    const { side, clueId, open, overdue } = query;
    const filters = Object.fromEntries(
      Object.entries({ side, clueId, open, overdue }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const read = { kind: "work-read" as const, thing: "transfer", filters, found: rows.length };
    await appendEntry(tx, { event: read, actor, caseId: null, requestId });
    const many = (status: TransferStatus) => Number(counts.find((one) => one.status === status)?.many ?? 0);
    return done({
      items: rows.map((row) => presentTransfer(row, today)),
      total,
      counts: {
        handed: many("handed"),
        registered: many("registered"),
        forwarded: many("forwarded"),
        received: many("received"),
        reported: many("reported"),
        accepted: many("accepted"),
        declined: many("declined"),
        closed: many("closed"),
        withdrawn: many("withdrawn"),
      },
      overdue: TransferStatus.options.reduce((sum, status) => sum + Number(counts.find((one) => one.status === status)?.overdue ?? 0), 0),
    });
  });
}

/** 一件移送 */
export async function getTransfer(database: Database, asking: Asking, id: string): Promise<Outcome<Transfer>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const transfer = await describeTransfer(tx, asking, id);
    if (!transfer) return refuse("not-found", { what: "transfer" });
    const read = { kind: "work-read" as const, thing: "transfer", filters: {}, found: 1 };
    await appendEntry(tx, { event: read, actor, caseId: null, requestId });
    return done(transfer);
  });
}
