import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { LinkState, type LinkView, OutlineState } from "#outlines/outlines.contract.ts";

type Version = {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
  readonly requestId: string;
};
export type OutlineRow = Pick<Version, "id" | "version" | "caseId" | "reason"> & {
  readonly state: OutlineState;
  readonly changedBy: string;
  readonly changedAt: string;
};

/** One change of a link or an outline at a time; the number keeps the two kinds of ids apart from other locks. */
export async function lockOutlineThing(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7242096))`.execute(tx);
}

const columnsOf = ({ id, version, caseId, reason, by, at, requestId }: Version) => ({
  ...{ id, version, case_id: caseId, reason },
  ...{ changed_by: by, changed_at: at, request_id: requestId },
});

export async function insertLink(tx: Tx, version: Version, state: LinkState): Promise<void> {
  const values = { ...columnsOf(version), evidence_id: state.evidenceId, state: JSON.stringify(LinkState.parse(state)) };
  await tx.insertInto("evidence_links").values(values).execute();
}

export async function insertOutline(tx: Tx, version: Version, state: OutlineState): Promise<void> {
  await tx
    .insertInto("outlines")
    .values({ ...columnsOf(version), state: JSON.stringify(OutlineState.parse(state)) })
    .execute();
}

/** Newest versions of the links of a case, removed ones included, in the order in which they were first made. */
export async function findLinks(tx: Tx, caseId: string): Promise<(LinkView & { readonly caseId: string })[]> {
  return (await newestLinks(tx).where("l.case_id", "=", caseId).execute()).map(presentLink);
}

export async function findLink(tx: Tx, id: string): Promise<(LinkView & { readonly caseId: string }) | undefined> {
  const row = await newestLinks(tx).where("l.id", "=", id).executeTakeFirst();
  return row && presentLink(row);
}

function newestLinks(tx: Tx) {
  return tx
    .selectFrom("evidence_links as l")
    .innerJoin("evidence_items as i", "i.id", "l.evidence_id")
    .innerJoin("persons as p", "p.id", "l.changed_by")
    .select(["l.id", "l.version", "l.case_id", "l.state", "l.reason", "l.changed_at", "p.name as by", "i.path"])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("evidence_links as n").select("n.id").whereRef("n.id", "=", "l.id").whereRef("n.version", ">", "l.version"))),
    )
    .orderBy("i.path")
    .orderBy("l.id");
}

function presentLink(row: Awaited<ReturnType<ReturnType<typeof newestLinks>["execute"]>>[number]) {
  const { id, version, reason, path, by: changedBy } = row;
  const state = LinkState.parse(row.state);
  return { ...{ id, version, reason, path, changedBy, state }, caseId: row.case_id, changedAt: row.changed_at.toISOString() };
}

/** Newest versions of the outlines of a case, last changed first. */
export async function findOutlines(tx: Tx, caseId: string): Promise<OutlineRow[]> {
  return (await newestOutlines(tx).where("o.case_id", "=", caseId).execute()).map(presentOutline);
}

export async function findOutline(tx: Tx, id: string): Promise<OutlineRow | undefined> {
  const row = await newestOutlines(tx).where("o.id", "=", id).executeTakeFirst();
  return row && presentOutline(row);
}

function newestOutlines(tx: Tx) {
  return tx
    .selectFrom("outlines as o")
    .innerJoin("persons as p", "p.id", "o.changed_by")
    .select(["o.id", "o.version", "o.case_id", "o.state", "o.reason", "o.changed_at", "p.name as by"])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("outlines as n").select("n.id").whereRef("n.id", "=", "o.id").whereRef("n.version", ">", "o.version"))),
    )
    .orderBy("o.changed_at", "desc")
    .orderBy("o.id");
}

function presentOutline(row: Awaited<ReturnType<ReturnType<typeof newestOutlines>["execute"]>>[number]): OutlineRow {
  const { id, version, reason, by: changedBy } = row;
  return {
    ...{ id, version, reason, changedBy },
    caseId: row.case_id,
    state: OutlineState.parse(row.state),
    changedAt: row.changed_at.toISOString(),
  };
}
