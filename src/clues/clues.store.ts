import { type ClueState, fold, tellOutcome } from "#clues/clue.ts";
import { ClueEvent, type ClueStatus } from "#clues/clues.contract.ts";
import { insertClueRules } from "#clues/rules/clue-rules.store.ts";
import type { Tx } from "#database/database.ts";
import { storable } from "#database/storable.ts";

type By = { readonly personId: string; readonly at: Date; readonly requestId: string };

/** Adds a clue and the event that registered it. */
export async function insertClue(tx: Tx, id: string, event: ClueEvent, state: ClueState, by: By): Promise<void> {
  const { origin, promptedBy } = state;
  const documentId = promptedBy !== null && origin.kind === "document" ? origin.documentId : null;
  await tx
    .insertInto("clues")
    .values({
      id,
      split_from: origin.kind === "split" ? origin.clueId : null,
      prompted_by: promptedBy,
      document_id: documentId,
      document_at: (eb) => eb.selectFrom("case_documents as d").select("d.attached_at").where("d.id", "=", documentId),
      registered_at: by.at,
      ...projection(state),
      updated_at: by.at,
    })
    .execute();
  await insertClueEvent(tx, id, 1, event, by);
  if (promptedBy !== null) await insertClueRules(tx, id, promptedBy, state.content);
}

/** Records one event. The key (clue, version) makes two events of one version impossible. */
export async function insertClueEvent(tx: Tx, id: string, version: number, event: ClueEvent, by: By): Promise<void> {
  const { type, ...data } = ClueEvent.parse(event);
  await tx
    .insertInto("clue_events")
    .values({ clue_id: id, version, type, data: storable(data), person_id: by.personId, at: by.at, request_id: by.requestId })
    .execute();
}

/** Brings the projection to the state after an event, in the caller's transaction. */
export async function projectClue(tx: Tx, id: string, state: ClueState, now: Date): Promise<void> {
  await tx
    .updateTable("clues")
    .set({ ...projection(state), updated_at: now })
    .where("id", "=", id)
    .execute();
}

function projection(state: ClueState) {
  const { officeCode, status, content, caseId, mergedInto, version } = state;
  const { title, field, industry, tracks, insider, score } = content;
  const about = { title, field, industry, tracks, insider, score };
  const stands = { office_code: officeCode, state: status, case_id: caseId, merged_into: mergedInto, version };
  return { ...about, ...stands, outcome: tellOutcome(state), dismissed_for: state.dismissedFor };
}

/** The clue as the fold of its events; undefined when there is none or it is not visible. `lock` holds the row until the end. */
export async function findClueState(tx: Tx, id: string, lock: "update" | "none"): Promise<ClueState | undefined> {
  const query = tx.selectFrom("clues").select("id").where("id", "=", id);
  const row = await (lock === "update" ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return fold((await findClueEvents(tx, id)).map(({ event }) => event));
}

/** Recorded events, oldest first, with the names of those who caused them. */
export async function findClueEvents(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom("clue_events as e")
    .innerJoin("persons as p", "p.id", "e.person_id")
    .select(["e.version", "e.type", "e.data", "e.at", "p.name as by"])
    .where("e.clue_id", "=", id)
    .orderBy("e.version")
    .execute();
  return rows.map(({ version, type, data, at, by }) => ({ version, at, by, event: ClueEvent.parse({ ...data, type }) }));
}

/** Status of a clue, locked; null when there is none or it is not visible. */
export async function lockStatus(tx: Tx, id: string): Promise<{ readonly id: string; readonly status: ClueStatus } | null> {
  const row = await tx.selectFrom("clues").select(["id", "state"]).where("id", "=", id).forUpdate().executeTakeFirst();
  return row === undefined ? null : { id: row.id, status: row.state };
}

/** Parts that a clue was split into, and clues merged into it. */
export async function findKin(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom("clues")
    .select(["id", "title", "state", "merged_into", "split_from"])
    .where((eb) => eb.or([eb("merged_into", "=", id), eb("split_from", "=", id)]))
    .orderBy("registered_at")
    .orderBy("id")
    .execute();
  return {
    merged: rows.filter(({ merged_into }) => merged_into === id),
    parts: rows.filter(({ split_from }) => split_from === id),
  };
}

/** Rows of clues as lists show them, in the order of the ids. A case that is not visible has no number. */
export async function findClueSummaries(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("clues as q")
    .innerJoin("offices as o", "o.code", "q.office_code")
    .leftJoin("cases as c", "c.id", "q.case_id")
    .select([
      "q.id",
      "q.state",
      "q.title",
      "q.field",
      "q.industry",
      "q.tracks",
      "q.outcome",
      "q.insider",
      "q.score",
      "q.office_code",
      "q.case_id",
      "q.registered_at",
      "q.updated_at",
    ])
    .select(["o.name_zh", "o.name_en", "c.number", "q.merged_into", "q.split_from"])
    .where("q.id", "in", [...ids])
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}
