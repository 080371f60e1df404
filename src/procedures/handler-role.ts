import type { MemberRole } from "#cases/cases.contract.ts";
import type { ProcedureKind } from "#procedures/procedure-table.contract.ts";

/** The part in the case team that the handler of each kind of procedure takes, and the role such a person must have. */
export const HANDLER_ROLE = {
  criminal: "criminal-prosecutor",
  juvenile: "criminal-prosecutor",
  supervision: "criminal-prosecutor",
  "incidental-civil-pil": "pil-prosecutor",
  "civil-pil": "pil-prosecutor",
  "administrative-pil": "pil-prosecutor",
  recommendation: "pil-prosecutor",
} as const satisfies Record<ProcedureKind, MemberRole>;
