import { sql } from "kysely";
import type { z } from "zod";
import { type AuditEntry, AuditEvent, type FindAuditEntriesQuery } from "#audit/audit.contract.ts";
import type { ChainRow } from "#audit/verify-chain.ts";
import type { Tx } from "#database/database.ts";

type Filters = z.infer<typeof FindAuditEntriesQuery>;

/** Entries that fit the filters, newest first, with the names of their persons. */
export async function findEntryRows(tx: Tx, filters: Filters): Promise<{ items: AuditEntry[]; total: number }> {
  const chosen = tx
    .selectFrom("audit_entries as e")
    .$if(filters.caseId !== undefined, (select) => select.where("e.case_id", "=", filters.caseId ?? null))
    .$if(filters.personId !== undefined, (select) => select.where("e.person_id", "=", filters.personId ?? null))
    .$if(filters.kind !== undefined, (select) => select.where(sql<boolean>`e.kind = ${filters.kind}`));
  const { total } = await chosen.select((e) => e.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const rows = await chosen
    .leftJoin("persons as p", "p.id", "e.person_id")
    .select([
      "e.seq",
      "e.at",
      "e.kind",
      "e.data",
      "e.person_id",
      "p.name",
      "e.office_code",
      "e.case_id",
      "e.request_id",
      "e.previous_hash",
      "e.hash",
    ])
    .orderBy("e.seq", "desc")
    .limit(filters.size)
    .offset((filters.page - 1) * filters.size)
    .execute();
  const items = rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at.toISOString(),
    event: AuditEvent.parse({ ...row.data, kind: row.kind }),
    person: row.person_id === null ? null : { id: row.person_id, name: row.name ?? "" },
    officeCode: row.office_code,
    caseId: row.case_id,
    requestId: row.request_id,
    previousHash: row.previous_hash.toString("hex"),
    hash: row.hash.toString("hex"),
  }));
  return { items, total: Number(total) };
}

/** Whether row-level security lets the acting person see the case, and whether that person is a member of it today. */
export async function findCaseScope(tx: Tx, caseId: string, personId: string): Promise<"hidden-case" | "visible-case" | "own-case"> {
  const visible = await tx.selectFrom("cases").select("id").where("id", "=", caseId).executeTakeFirst();
  if (!visible) return "hidden-case";
  const today = sql<string>`(now() at time zone 'Asia/Shanghai')::date`;
  const member = await tx
    .selectFrom("case_members")
    .select("person_id")
    .where("case_id", "=", caseId)
    .where("person_id", "=", personId)
    .where("from_day", "<=", today)
    .where((e) => e.or([e("until_day", "is", null), e("until_day", ">=", today)]))
    .executeTakeFirst();
  return member ? "own-case" : "visible-case";
}

/** The whole chain in the order of its numbers, as text, in pages of bounded size. A visible number means that all below it are visible. */
export async function* readChain(tx: Tx, pageRows = 2000): AsyncGenerator<ChainRow> {
  let after = "0";
  for (;;) {
    const { rows } = await sql<Omit<ChainRow, "seq"> & { seq: string }>`
      select seq::text as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, kind, data::text as data,
        coalesce(person_id::text, '') as "personId", coalesce(office_code::text, '') as "officeCode", coalesce(case_id::text, '') as "caseId",
        request_id as "requestId", encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash
      from audit_entries e where e.seq > ${after}::bigint order by e.seq limit ${pageRows}`.execute(tx);
    for (const row of rows) yield { ...row, seq: Number(row.seq) };
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = last.seq;
  }
}

/** Number and hash of the newest entry; null while there is none. */
export async function findHead(tx: Tx): Promise<{ seq: number; hash: string } | null> {
  const row = await tx.selectFrom("audit_entries").select(["seq", "hash"]).orderBy("seq", "desc").limit(1).executeTakeFirst();
  return row ? { seq: Number(row.seq), hash: row.hash.toString("hex") } : null;
}

/** Hash of one entry; null when there is no such number. */
export async function findHashAt(tx: Tx, seq: number): Promise<string | null> {
  const row = await tx.selectFrom("audit_entries").select("hash").where("seq", "=", String(seq)).executeTakeFirst();
  return row ? row.hash.toString("hex") : null;
}
