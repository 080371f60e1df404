import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { ReplayOutcome, ReplayProgress, type ReplayStatus, ReplayTotals } from "#lexicons/lexicons.contract.ts";

type Words = { readonly zh: string; readonly en: string };

type NewReplay = {
  readonly id: string;
  readonly officeCode: string;
  readonly revision: number;
  readonly newest: number;
  readonly by: string;
  readonly at: Date;
};

export async function insertReplay(tx: Tx, { id, officeCode, revision, newest, by, at }: NewReplay): Promise<void> {
  const progress: ReplayProgress = { done: 0, total: null, attempt: 0, updatedAt: at.toISOString() };
  await tx
    .insertInto("lexicon_replays")
    .values({
      id,
      office_code: officeCode,
      revision,
      newest,
      status: "waiting",
      progress: JSON.stringify(progress),
      asked_by: by,
      asked_at: at,
      finished_at: null,
      problem: null,
      totals: null,
    })
    .execute();
}

/** Replays of an office, newest first, or the one with the id. */
export async function findReplays(tx: Tx, by: { readonly officeCode: string } | { readonly id: string }) {
  const rows = tx
    .selectFrom("lexicon_replays as r")
    .innerJoin("persons as p", "p.id", "r.asked_by")
    .select(["r.id", "r.office_code", "r.revision", "r.newest", "r.status", "r.progress", "r.asked_at", "r.finished_at", "r.problem"])
    .select(["r.totals", "p.name as asked_by"]);
  const chosen = "id" in by ? rows.where("r.id", "=", by.id) : rows.where("r.office_code", "=", by.officeCode);
  const found = await chosen.orderBy("r.asked_at", "desc").orderBy("r.id").limit(20).execute();
  return found.map((row) => ({
    ...row,
    progress: ReplayProgress.parse(row.progress),
    totals: row.totals && ReplayTotals.parse(row.totals),
  }));
}

/** The replay, its row held until the end of the transaction. */
export async function holdReplay(tx: Tx, id: string) {
  const row = await tx
    .selectFrom("lexicon_replays")
    .select(["office_code", "revision", "newest", "status", "progress"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, progress: ReplayProgress.parse(row.progress) };
}

type Change = { readonly progress?: ReplayProgress; readonly problem?: Words; readonly totals?: ReplayTotals; readonly finishedAt?: Date };

export async function updateReplay(tx: Tx, id: string, status: ReplayStatus, change: Change): Promise<void> {
  await tx
    .updateTable("lexicon_replays")
    .set({
      status,
      ...(change.progress ? { progress: JSON.stringify(change.progress) } : {}),
      ...(change.problem ? { problem: JSON.stringify(change.problem) } : {}),
      ...(change.totals ? { totals: JSON.stringify(change.totals) } : {}),
      ...(change.finishedAt ? { finished_at: change.finishedAt } : {}),
    })
    .where("id", "=", id)
    .execute();
}

/** Chooses the newest read documents of the office, once; answers how many there are. */
export async function chooseDocuments(tx: Tx, replayId: string, officeCode: string, newest: number): Promise<number> {
  await sql`
    insert into lexicon_replay_documents (replay_id, place, document_id, case_id)
    select ${replayId}::uuid, row_number() over (order by n.finished_at desc, n.document_id), n.document_id, n.case_id
    from (
      select distinct on (r.document_id) r.document_id, r.case_id, r.finished_at
      from document_readings r join cases c on c.id = r.case_id
      where r.status = 'done' and c.office_code = ${officeCode}
      order by r.document_id, r.number desc) n
    where not exists (select 1 from lexicon_replay_documents d where d.replay_id = ${replayId}::uuid)
    order by n.finished_at desc, n.document_id limit ${newest}`.execute(tx);
  const row = await tx
    .selectFrom("lexicon_replay_documents")
    .select(({ fn }) => fn.countAll<string>().as("many"))
    .where("replay_id", "=", replayId)
    .executeTakeFirstOrThrow();
  return Number(row.many);
}

/** The next documents without an outcome, each with its evidence and the part of it where it came in a batch. */
export async function findNextDocuments(tx: Tx, replayId: string, many: number) {
  const rows = await tx
    .selectFrom("lexicon_replay_documents as r")
    .innerJoin("case_documents as d", "d.id", "r.document_id")
    .select(["r.place", "d.evidence_id", "d.part", "d.part_from", "d.part_to"])
    .where("r.replay_id", "=", replayId)
    .where("r.outcome", "is", null)
    .orderBy("r.place")
    .limit(many)
    .execute();
  return rows.map(({ place, evidence_id: evidenceId, part, part_from: from, part_to: to }) => {
    const line = from === null || to === null ? null : { from: Number(from), to: Number(to) };
    return { place, evidenceId, part: part === 0 ? null : { part, place: line } };
  });
}

/** What was compared stays as it was compared first. */
export async function keepOutcomes(
  tx: Tx,
  replayId: string,
  outcomes: readonly { readonly place: number; readonly outcome: ReplayOutcome }[],
): Promise<void> {
  await sql`
    update lexicon_replay_documents d set outcome = k.outcome::jsonb
    from unnest(${outcomes.map(({ place }) => place)}::int[], ${outcomes.map(({ outcome }) => JSON.stringify(outcome))}::text[]) as k (place, outcome)
    where d.replay_id = ${replayId}::uuid and d.place = k.place and d.outcome is null`.execute(tx);
}

/** Documents that were compared. */
export async function countCompared(tx: Tx, replayId: string): Promise<number> {
  const row = await tx
    .selectFrom("lexicon_replay_documents")
    .select(({ fn }) => fn.countAll<string>().as("many"))
    .where("replay_id", "=", replayId)
    .where("outcome", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(row.many);
}

/** A page of the outcomes of documents that change or could not be read, by place, behind the one named. */
export async function findMovedAfter(tx: Tx, replayId: string, place: number, many: number) {
  const rows = await tx
    .selectFrom("lexicon_replay_documents")
    .select(["place", "case_id", "outcome"])
    .where("replay_id", "=", replayId)
    .where("moved", ">", 0)
    .where("place", ">", place)
    .orderBy("place")
    .limit(many)
    .execute();
  return rows.map(({ place: at, case_id, outcome }) => ({ place: at, caseId: case_id, outcome: ReplayOutcome.parse(outcome) }));
}

/** The documents that change most or could not be read, as far as the asker sees the cases, and how many of these there are. */
export async function findMoved(tx: Tx, replayId: string, many: number) {
  const moved = tx.selectFrom("lexicon_replay_documents as m").where("m.replay_id", "=", replayId).where("m.moved", ">", 0);
  const most = moved
    .select(["m.document_id", "m.case_id", "m.outcome", "m.moved", "m.place"])
    .orderBy("m.moved", "desc")
    .orderBy("m.place")
    .limit(many);
  const rows = await tx
    .selectFrom(most.as("r"))
    .innerJoin("case_documents as d", "d.id", "r.document_id")
    .innerJoin("evidence_items as e", "e.id", "d.evidence_id")
    .innerJoin("cases as c", "c.id", "r.case_id")
    .select(["r.document_id", "r.case_id", "r.outcome", "d.part_name", "e.path", "c.number"])
    .orderBy("r.moved", "desc")
    .orderBy("r.place")
    .execute();
  const all = await moved.select(({ fn }) => fn.countAll<string>().as("many")).executeTakeFirstOrThrow();
  const documents = rows.map(({ document_id, case_id, outcome, part_name, path, number }) => ({
    documentId: document_id,
    caseId: case_id,
    caseNumber: number,
    name: part_name ?? path,
    outcome: ReplayOutcome.parse(outcome),
  }));
  return { documents, visible: Number(all.many) };
}
