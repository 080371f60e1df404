import { sql } from "kysely";
import { findSight, isInSight } from "#cases/find-sight.query.ts";
import type { Tx } from "#database/database.ts";
import { ProcessNoticeState } from "#process-notices/process-notices.contract.ts";

export type NoticeRow = {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly officeCode: string;
  readonly number: string;
  readonly title: string;
  readonly deadlineId: string;
  readonly addressee: { readonly id: string; readonly name: string };
  readonly state: ProcessNoticeState;
};
type NewVersion = Pick<NoticeRow, "id" | "version" | "caseId" | "deadlineId" | "state"> & {
  readonly addressee: string;
  readonly by: string;
  readonly at: Date;
  readonly requestId: string;
};

/** One change of a notice at a time. */
export async function lockNotice(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7242097))`.execute(tx);
}

export async function insertNotice(
  tx: Tx,
  { id, version, caseId, deadlineId, addressee, state, by, at, requestId }: NewVersion,
): Promise<void> {
  await tx
    .insertInto("process_notices")
    .values({
      ...{ id, version, case_id: caseId, deadline_id: deadlineId, addressee, open: state.status === "open" },
      ...{ state: JSON.stringify(ProcessNoticeState.parse(state)), changed_by: by, changed_at: at, request_id: requestId },
    })
    .execute();
}

/** Who is in charge of a case on that day; undefined when nobody is. */
export async function findOwner(tx: Tx, caseId: string, day: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("case_members")
    .select("person_id")
    .where("case_id", "=", caseId)
    .where("role", "=", "owner")
    .where("from_day", "<=", day)
    .where((eb) => eb.or([eb("until_day", "is", null), eb("until_day", ">=", day)]))
    .orderBy("from_day", "desc")
    .executeTakeFirst();
  return row?.person_id;
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  const row = await newest(tx).where("n.id", "=", id).executeTakeFirst();
  return row && present(row);
}

/** Notices the acting person sees, of one case or of all, open ones first, 100 at most. */
export async function findNotices(tx: Tx, caseId: string | undefined): Promise<NoticeRow[]> {
  const sight = await findSight(tx);
  const seen = newest(tx).where(isInSight(sight, "n.case_office", "n.case_id"));
  const rows = await (caseId === undefined ? seen : seen.where("n.case_id", "=", caseId))
    .orderBy("n.open", "desc")
    .orderBy("n.changed_at", "desc")
    .orderBy("n.id")
    .limit(100)
    .execute();
  return rows.map(present);
}

/** Whether an open notice about the clock is there already. */
export async function isNoticed(tx: Tx, deadlineId: string): Promise<boolean> {
  const row = await newest(tx).where("n.deadline_id", "=", deadlineId).where("n.open", "=", true).executeTakeFirst();
  return row !== undefined;
}

function newest(tx: Tx) {
  return tx
    .selectFrom("process_notices as n")
    .innerJoin("cases as c", "c.id", "n.case_id")
    .innerJoin("persons as p", "p.id", "n.addressee")
    .select(["n.id", "n.version", "n.case_id", "n.case_office", "n.deadline_id", "n.addressee", "n.state", "c.number", "c.title", "p.name"])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("process_notices as l").select("l.id").whereRef("l.id", "=", "n.id").whereRef("l.version", ">", "n.version"))),
    );
}

function present(row: Awaited<ReturnType<ReturnType<typeof newest>["execute"]>>[number]): NoticeRow {
  const { id, version, number, title } = row;
  return {
    ...{ id, version, number, title, caseId: row.case_id, officeCode: row.case_office, deadlineId: row.deadline_id },
    addressee: { id: row.addressee, name: row.name },
    state: ProcessNoticeState.parse(row.state),
  };
}
