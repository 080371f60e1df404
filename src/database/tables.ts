import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { AuditKind } from "#audit/audit.contract.ts";
import type { MemberRole, Party, Stage } from "#cases/cases.contract.ts";
import type { CountProgress, CountStatus, RowStep } from "#counts/counts.contract.ts";
import type { Department, OfficeLevel, Role } from "#offices/offices.contract.ts";
import type { ItemDecision } from "#scan/decisions/decisions.contract.ts";

/** Rows of the migrated schema (migrations/). A test compares these names with the live catalogue. JSON columns are `unknown` until a contract parsed them. */
type Json = JSONColumnType<object, string, string>;
type When = ColumnType<Date, Date, Date>;
type Day = ColumnType<string, string, string>;
type BigNumber = ColumnType<string, string | number | bigint, never>;

export type Tables = {
  offices: { code: string; level: OfficeLevel; parent_code: string | null; name_zh: string; name_en: string };
  persons: {
    id: string;
    account: string;
    name: string;
    password_hash: string;
    office_code: string;
    department: Department;
    roles: Role[];
    disabled_at: When | null;
    created_at: Generated<Date>;
  };
  sessions: {
    token_hash: Buffer;
    person_id: string;
    csrf_hash: Buffer;
    created_at: When;
    last_seen_at: When;
    expires_at: When;
    ended_at: When | null;
  };
  sign_in_failures: { account_hash: Buffer; at: When };
  requests: { person_id: string; request_id: string; operation: string; response: Json; at: Generated<Date> };
  audit_entries: {
    seq: ColumnType<string, never, never>;
    at: ColumnType<Date, never, never>;
    kind: ColumnType<AuditKind, string, never>;
    data: Json;
    person_id: string | null;
    office_code: string | null;
    case_id: string | null;
    request_id: string;
    previous_hash: ColumnType<Buffer, never, never>;
    hash: ColumnType<Buffer, never, never>;
  };
  cases: {
    id: string;
    number: string;
    title: string;
    offence: "infringing-personal-information";
    stage: Stage;
    office_code: string;
    accepted_on: Day;
    version: number;
    created_at: When;
    updated_at: When;
  };
  case_events: { case_id: string; version: number; type: string; data: Json; person_id: string; at: When; request_id: string };
  case_parties: { id: string; case_id: string; kind: Party["kind"]; role: Party["role"]; name: string; note: string | null };
  case_members: { case_id: string; person_id: string; role: MemberRole; from_day: Day; until_day: Day | null };
  evidence_objects: { sha256: Buffer; sm3: Buffer; bytes: BigNumber; wrapped_key: Buffer; chunk_bytes: number; stored_at: When };
  evidence_items: {
    id: string;
    case_id: string;
    path: string;
    sha256: Buffer;
    custody: Json;
    version: number;
    taken_in_at: When;
    taken_in_by: string;
    verified_at: When | null;
    verified_intact: boolean | null;
    verified_problem: string | null;
  };
  evidence_events: {
    evidence_id: string;
    version: number;
    type: string;
    data: Json;
    person_id: string | null;
    at: When;
    request_id: string;
  };
  counts: {
    id: string;
    case_id: string;
    status: CountStatus;
    options: Json;
    evidence_ids: string[];
    requested_by: string;
    requested_at: When;
    finished_at: When | null;
    problem: Json | null;
    progress: ColumnType<CountProgress, string, string>;
    result: Json | null;
  };
  count_rows: { count_id: string; tier: "A" | "B" | "C"; step: RowStep; reason: string; seq: number; row: Json };
  case_corrections: {
    id: string;
    case_id: string;
    seq: ColumnType<string, never, never>;
    correction: Json;
    count_id: string;
    made_by: string;
    made_at: When;
  };
  case_correction_withdrawals: { correction_id: string; case_id: string; reason: string; withdrawn_by: string; withdrawn_at: When };
  count_items: {
    count_id: string;
    case_id: string;
    seq: number;
    fingerprint: Buffer;
    tier: "A" | "B" | "C";
    step: "valid" | "excluded";
    rules: string[];
    row: Json;
    counted_as: ItemDecision | null;
  };
  item_decisions: {
    id: ColumnType<string, never, never>;
    case_id: string;
    count_id: string;
    fingerprint: Buffer;
    tier: "A" | "B" | "C";
    step: "valid" | "excluded";
    decision: ItemDecision | "undone";
    reason: string | null;
    wrong_rules: string[];
    rules: string[];
    place: Json;
    decided_by: string;
    decided_at: When;
  };
  proof_overrides: {
    id: string;
    count_id: string;
    case_id: string;
    reason: string;
    open_a: number;
    open_b: number;
    made_by: string;
    made_at: When;
  };
  assessments: {
    id: string;
    case_id: string;
    count_id: string | null;
    facts: Json;
    answer: Json;
    drafted_by: string;
    drafted_at: When;
    version: number;
    signed_by: string | null;
    signed_at: When | null;
    signed_note: string | null;
  };
  delivery_tables: {
    id: string;
    case_id: string;
    name: string;
    deliveries: Json;
    count: Json;
    recorded_by: string;
    recorded_at: When;
  };
  money_flows: {
    id: string;
    case_id: string;
    name: string;
    sha256: Buffer;
    line_count: number;
    lines: Json;
    parties: Json;
    columns: Json;
    imported_by: string;
    imported_at: When;
  };
  gains_calculations: {
    id: string;
    case_id: string;
    money_flow_id: string;
    money_flow_name: string;
    choices: Json;
    figures: Json;
    calculated_by: string;
    calculated_at: When;
  };
  gains_lines: { calculation_id: string; case_id: string; seq: number; treatment: string; line: Json };
  samples: { id: string; case_id: string; count_id: string | null; plan: Json; planned_by: string; planned_at: When };
  sample_checks: { sample_id: string; case_id: string; version: number; checks: Json; checked_by: string; checked_at: When };
  null_sets: {
    id: string;
    case_id: string;
    count_id: string;
    seed: string;
    size: number;
    status: "waiting" | "done" | "failed";
    sample: Json | null;
    problem: Json | null;
    requested_by: string;
    requested_at: When;
    finished_at: When | null;
  };
  null_set_checks: { null_set_id: string; case_id: string; version: number; checks: Json; checked_by: string; checked_at: When };
};
