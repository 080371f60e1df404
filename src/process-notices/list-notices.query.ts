import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import type { Database, Tx } from "#database/database.ts";
import { findClocksOfCase } from "#deadlines/find-clocks.query.ts";
import { canReply, canSupervise } from "#process-notices/process-notice.policy.ts";
import type { ProcessNotice, ProcessNoticeList } from "#process-notices/process-notices.contract.ts";
import { findNotices, type NoticeRow } from "#process-notices/process-notices.store.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

type Parts = { readonly database: Database; readonly calendar: Calendar };

/** 流程监控通知 the person sees, open ones first. */
export async function listNotices(
  { database, calendar }: Parts,
  asking: Asking,
  caseId: string | undefined,
): Promise<Outcome<ProcessNoticeList>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const items: ProcessNotice[] = [];
    for (const row of await findNotices(tx, caseId)) items.push(await presentNotice(tx, calendar, asking, row));
    const event = { kind: "work-read" as const, thing: "process-notice", found: items.length };
    await appendEntry(tx, { event, actor, caseId: caseId ?? null, requestId });
    return done({ items, today: officeDay(now) });
  });
}

/** A notice with the last day of its reply and what this person may do to it. */
export async function presentNotice(tx: Tx, calendar: Calendar, { actor }: Asking, row: NoticeRow): Promise<ProcessNotice> {
  const clocks = await findClocksOfCase(tx, row.caseId);
  const asked = clocks.find(({ id }) => id === row.deadlineId);
  const act = asked === undefined ? undefined : calendar.rules.get(asked.rule)?.act;
  const open = row.state.status === "open";
  return {
    ...{ id: row.id, version: row.version, deadlineId: row.deadlineId, state: row.state, addressee: row.addressee },
    case: { id: row.caseId, number: row.number, title: row.title },
    replyDue: clocks.find(({ id }) => id === row.state.replyClock)?.due ?? null,
    act: act ?? { zh: "期限", en: "clock" },
    can: [
      ...(open && canReply(actor, row.addressee.id).allowed ? (["reply"] as const) : []),
      ...(open && canSupervise(actor, row.officeCode).allowed ? (["withdraw"] as const) : []),
    ],
  };
}
