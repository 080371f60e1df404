import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { DocumentKind, ReadingStatus } from "#case-documents/case-documents.contract.ts";

/** Rows of documents attached in bulk, and of what was brought to newer rules (tables.ts joins them to the rest). */
type Json = JSONColumnType<object, string, string>;
type When = ColumnType<Date, Date, Date>;

export type DocumentTables = {
  document_batches: {
    id: string;
    case_id: string;
    evidence_id: string;
    kind: DocumentKind | null;
    status: ReadingStatus;
    attempt: Generated<number>;
    next_part: Generated<number>;
    trying_part: ColumnType<number | null, never, number | null>;
    tries: ColumnType<number, never, number>;
    done: ColumnType<string, number | undefined, number>;
    total: ColumnType<string | null, number | null, number | null>;
    entered: Generated<number>;
    refused: Generated<number>;
    asked_by: string;
    asked_at: When;
    updated_at: When;
    finished_at: When | null;
    problem: JSONColumnType<object, string, string | null> | null;
  };
  document_batch_problems: { batch_id: string; case_id: string; part: number; name: string | null; problem: Json };
  reading_mends: {
    reading_id: string;
    version: number;
    document_id: string;
    case_id: string;
    outcome: "new" | "mended" | "unread";
    problem: JSONColumnType<object, string | null, never> | null;
    mended_at: When;
  };
};
