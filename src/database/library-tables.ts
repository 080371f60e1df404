import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { ImportStatus } from "#library/library.contract.ts";

/** Rows of the library of similar cases (tables.ts joins them to the rest). */
type Json = JSONColumnType<object, string, string>;
type When = ColumnType<Date, Date, Date>;

export type LibraryTables = {
  library_imports: {
    id: string;
    name: string;
    status: ImportStatus;
    lines: Generated<number>;
    entered: Generated<number>;
    repeated: Generated<number>;
    refused: Generated<number>;
    problems: ColumnType<object, string | undefined, string>;
    asked_by: string | null;
    asked_at: When;
    updated_at: When;
    finished_at: When | null;
  };
  library_import_lines: { import_id: string; number: number; content: string };
  library_documents: {
    id: Generated<number>;
    holder: number;
    case_id: string | null;
    document_id: string | null;
    source_id: string | null;
    name: string;
    fingerprint: Buffer;
    likeness: Buffer;
    rules: number;
    features: number[];
    facts: Json;
    profile: Buffer;
    import_id: string | null;
    entered_at: When;
  };
  library_texts: { document: number; text: string };
  library_postings: { holder: number; feature: number; impact: number; document: number };
  library_totals: { holder: number; documents: number };
};
