import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { CustodySignOff, MeasureState } from "#measures/measures.contract.ts";

export type MeasureRow = {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly state: MeasureState;
  readonly reason: string | null;
  readonly changedBy: string;
  readonly changedAt: Date;
};
type NewVersion = Pick<MeasureRow, "id" | "version" | "caseId" | "state" | "reason"> & { readonly by: string; readonly at: Date };

/** @throws a unique violation when the version is there already; the caller holds the lock of the case's measures */
export async function insertMeasure(tx: Tx, { id, version, caseId, state, reason, by, at }: NewVersion): Promise<void> {
  const inForce = state.until === null && !state.isVoid;
  await tx
    .insertInto("measures")
    .values({ id, version, case_id: caseId, state: JSON.stringify(state), in_force: inForce, reason, changed_by: by, changed_at: at })
    .execute();
}

export async function lockMeasure(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7242031))`.execute(tx);
}

export async function findMeasure(tx: Tx, id: string): Promise<MeasureRow | undefined> {
  const row = await newest(tx).where("m.id", "=", id).executeTakeFirst();
  return row && present(row);
}

export async function findMeasuresOfCase(tx: Tx, caseId: string): Promise<MeasureRow[]> {
  return (await newest(tx).where("m.case_id", "=", caseId).execute()).map(present);
}

/** The newest version of every measure in the office's cases; null: in all cases the acting person sees. */
export async function findMeasuresOfOffice(tx: Tx, officeCode: string | null): Promise<MeasureRow[]> {
  const rows = officeCode === null ? newest(tx) : newest(tx).where("c.office_code", "=", officeCode);
  return (await rows.execute()).map(present);
}

function newest(tx: Tx) {
  return tx
    .selectFrom("measures as m")
    .innerJoin("cases as c", "c.id", "m.case_id")
    .innerJoin("persons as p", "p.id", "m.changed_by")
    .where("m.version", "=", (eb) =>
      eb
        .selectFrom("measures as n")
        .select((of) => of.fn.max("n.version").as("version"))
        .whereRef("n.id", "=", "m.id"),
    )
    .select(["m.id", "m.version", "m.case_id", "m.state", "m.reason", "m.changed_at", "c.number", "c.title", "p.name"])
    .orderBy(sql`m.state ->> 'from'`)
    .orderBy("m.id");
}

function present(row: Awaited<ReturnType<ReturnType<typeof newest>["execute"]>>[number]): MeasureRow {
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    caseNumber: row.number,
    caseTitle: row.title,
    state: MeasureState.parse(row.state),
    reason: row.reason,
    changedBy: row.name,
    changedAt: row.changed_at,
  };
}

/** One signature at a time for an office. */
export async function lockSignOffs(tx: Tx, officeCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${officeCode}, 7242032))`.execute(tx);
}

/** The newest sign-offs of an office, the last 30 days with one. */
export async function findSignOffs(tx: Tx, officeCode: string): Promise<CustodySignOff[]> {
  const rows = await tx
    .selectFrom("custody_sign_offs as s")
    .innerJoin("persons as p", "p.id", "s.signed_by")
    .where("s.office_code", "=", officeCode)
    .select(["s.day", "s.number", "s.list_hash", "s.entries", "s.in_force", "s.signed_at", "p.name"])
    .orderBy("s.day", "desc")
    .orderBy("s.number", "desc")
    .limit(30)
    .execute();
  return rows.map(({ day, number, list_hash, entries, in_force, signed_at, name }) =>
    CustodySignOff.parse({
      ...{ day, number, hash: list_hash.toString("hex"), entries, inForce: in_force },
      ...{ signedBy: name, signedAt: signed_at.toISOString() },
    }),
  );
}

export async function insertSignOff(
  tx: Tx,
  officeCode: string,
  { day, number, hash, entries, inForce }: Omit<CustodySignOff, "signedBy" | "signedAt">,
  by: string,
  at: Date,
): Promise<void> {
  const values = { office_code: officeCode, day, number, list_hash: Buffer.from(hash, "hex"), entries: JSON.stringify(entries) };
  await tx
    .insertInto("custody_sign_offs")
    .values({ ...values, in_force: inForce, signed_by: by, signed_at: at })
    .execute();
}
