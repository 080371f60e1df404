import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { DocumentKind, FactDecision, ReadingStatus } from "#case-documents/case-documents.contract.ts";
import type { DocumentStatus } from "#legal-documents/legal-documents.contract.ts";
import type { RecommendationTypeId } from "#recommendations/recommendation-types.contract.ts";
import type { RecommendationStatus } from "#recommendations/recommendations.contract.ts";

/** Rows of the tables of casework that came after the first ones (tables.ts holds those and joins both). */
type Json = JSONColumnType<object, string, string>;
type When = ColumnType<Date, Date, Date>;
type Day = ColumnType<string, string, string>;

export type CaseworkTables = {
  recommendations: {
    id: string;
    case_id: string;
    case_office: Generated<string>;
    procedure_id: string | null;
    office_code: string;
    type: RecommendationTypeId;
    status: RecommendationStatus;
    title: string;
    addressee: string;
    number: string | null;
    delivered_on: Day | null;
    reply_clock: string | null;
    reply_by: Day | null;
    replied_on: Day | null;
    next_recheck: Day | null;
    measures: number;
    met: number;
    partly: number;
    not_met: number;
    replies: number;
    version: number;
    updated_at: When;
  };
  recommendation_events: {
    recommendation_id: string;
    version: number;
    type: string;
    data: Json;
    person_id: string;
    at: When;
    request_id: string;
  };
  case_documents: {
    id: string;
    case_id: string;
    evidence_id: string;
    kind: DocumentKind;
    attached_by: string;
    attached_at: When;
  };
  document_readings: {
    id: string;
    document_id: string;
    case_id: string;
    number: number;
    status: ReadingStatus;
    progress: Json;
    asked_by: string;
    asked_at: When;
    finished_at: When | null;
    problem: Json | null;
    result: Json | null;
  };
  document_pages: { reading_id: string; case_id: string; number: number; begins: number; text: string };
  document_fact_events: {
    document_id: string;
    case_id: string;
    seq: number;
    fact_key: string;
    text_sha256: Buffer;
    decision: FactDecision;
    reason: string;
    decided_by: string;
    decided_at: When;
  };
  document_prompts: { document_id: string; case_id: string; track: string; field: string; clue_id: string; reading_id: string };
  legal_documents: {
    id: string;
    case_id: string | null;
    procedure_id: string | null;
    office_code: string;
    to_office: string | null;
    kind: string;
    status: DocumentStatus;
    number: string | null;
    issued: boolean;
    addressee: string | null;
    missing: number;
    drafted_by: string;
    version: number;
    updated_at: When;
  };
  legal_document_events: {
    document_id: string;
    version: number;
    type: string;
    data: Json;
    person_id: string;
    at: When;
    request_id: string;
  };
  legal_document_files: { document_id: string; docx: Buffer; sha256: Buffer };
  legal_document_counters: { office_code: string; word: string; year: number; last: number };
  legal_document_numbers: {
    office_code: string;
    word: string;
    year: number;
    running: number;
    number: string;
    kind: string;
    document_id: string;
    given_by: string;
    given_on: Day;
    voided: string | null;
  };
  office_short_names: { office_code: string; version: number; short_name: string; set_by: string; set_at: When };
  legal_document_templates: {
    id: string;
    office_code: string;
    kind: string;
    version: number;
    name: string;
    docx: Buffer | null;
    sha256: Buffer | null;
    fields: string[];
    uploaded_by: string;
    uploaded_at: When;
  };
  evidence_links: {
    id: string;
    version: number;
    case_id: string;
    evidence_id: string;
    state: Json;
    reason: string | null;
    changed_by: string;
    changed_at: When;
    request_id: string;
  };
  outlines: {
    id: string;
    version: number;
    case_id: string;
    state: Json;
    reason: string | null;
    changed_by: string;
    changed_at: When;
    request_id: string;
  };
};
