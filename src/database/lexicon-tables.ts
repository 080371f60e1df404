import type { ColumnType, JSONColumnType } from "kysely";
import type { LexiconEvent, ReplayStatus } from "#lexicons/lexicons.contract.ts";

/** Rows of the lexicons of offices, of the counts of their terms and of replays (tables.ts joins them to the rest). */
type Json = JSONColumnType<object, string, string>;
type When = ColumnType<Date, Date, Date>;

export type LexiconTables = {
  lexicon_events: {
    office_code: string;
    seq: number;
    type: LexiconEvent["type"];
    data: Json;
    person_id: string;
    at: When;
    request_id: string;
  };
  reading_lexicons: { reading_id: string; document_id: string; case_id: string; office_code: string; version: number; counted_at: When };
  reading_term_counts: { reading_id: string; case_id: string; list: string; term: string; hits: number; prompts: number };
  lexicon_replays: {
    id: string;
    office_code: string;
    revision: number;
    newest: number;
    status: ReplayStatus;
    progress: Json;
    asked_by: string;
    asked_at: When;
    finished_at: When | null;
    problem: Json | null;
    totals: Json | null;
  };
  lexicon_replay_documents: {
    replay_id: string;
    place: number;
    document_id: string;
    case_id: string;
    outcome: Json | null;
    /** generated from the outcome */
    moved: ColumnType<number | null, never, never>;
  };
};
