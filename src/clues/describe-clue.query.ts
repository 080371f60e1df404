import type { Asking } from "#cases/asking.ts";
import { canHandleClue } from "#clues/clue.policy.ts";
import { ACTIONS_OF_STATUS, fold } from "#clues/clue.ts";
import { type Clue, type ClueSummary, ClueTrack } from "#clues/clues.contract.ts";
import { findClueEvents, findClueSummaries, findKin } from "#clues/clues.store.ts";
import { tellClueEvent } from "#clues/tell-clue.ts";
import type { Tx } from "#database/database.ts";

/** The clue as this person sees it now; undefined when there is none or it is not visible. */
export async function describeClue(tx: Tx, { actor }: Asking, id: string): Promise<Clue | undefined> {
  const [row] = await findClueSummaries(tx, [id]);
  if (!row) return undefined;
  const events = await findClueEvents(tx, id);
  const state = fold(events.map(({ event }) => event));
  const { merged, parts } = await findKin(tx, id);
  const [into] = state.mergedInto === null ? [] : await findClueSummaries(tx, [state.mergedInto]);
  return {
    ...presentClue(row),
    version: state.version,
    origin: state.origin,
    content: state.content,
    mergedInto: into === undefined ? null : { id: into.id, title: into.title },
    merged: merged.map(({ id, title }) => ({ id, title })),
    parts: parts.map(({ id, title, state: status }) => ({ id, title, status })),
    splitFrom: row.split_from,
    procedures: [...state.procedures],
    history: events.map(({ version, at, by, event }) => ({ version, at: at.toISOString(), by, sentence: tellClueEvent(event) })),
    can: ACTIONS_OF_STATUS[state.status].filter((action) => canHandleClue(action, actor, state.officeCode).allowed),
  };
}

/** The fields of a summary that go out. */
export function presentClue(row: Awaited<ReturnType<typeof findClueSummaries>>[number]): ClueSummary {
  return {
    id: row.id,
    status: row.state,
    title: row.title,
    field: row.field,
    industry: row.industry,
    tracks: row.tracks.map((track) => ClueTrack.parse(track)),
    outcome: row.outcome,
    insider: row.insider,
    score: row.score === null ? null : Number(row.score),
    office: { code: row.office_code, name: { zh: row.name_zh, en: row.name_en } },
    case: row.case_id === null || row.number === null ? null : { id: row.case_id, number: row.number },
    registeredAt: row.registered_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
