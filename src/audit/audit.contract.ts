import { z } from "zod";

/**
 * What an audit entry can say, by kind. Entries never hold personal data of the evidence: ids, counts, kinds and places only.
 * Stored JSON makes this file a migration matter: a kind may gain optional fields, never lose or rename one.
 */
export const AuditEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("signed-in") }),
  z.object({ kind: z.literal("sign-in-refused"), accountHash: z.string(), because: z.enum(["wrong", "locked", "unknown"]) }),
  z.object({ kind: z.literal("signed-out") }),
  z.object({ kind: z.literal("refused"), operation: z.string(), refusal: z.string() }),
  z.object({
    kind: z.literal("cases-searched"),
    queryHash: z.string().nullable(),
    filters: z.record(z.string(), z.string()),
    found: z.number().int(),
  }),
  z.object({ kind: z.literal("people-searched"), found: z.number().int() }),
  z.object({ kind: z.literal("case-read"), part: z.string() }),
  z.object({ kind: z.literal("case-changed"), action: z.string(), version: z.number().int() }),
  z.object({ kind: z.literal("evidence-taken-in"), evidenceId: z.string(), sha256: z.string(), bytes: z.number().int() }),
  z.object({ kind: z.literal("evidence-read"), evidenceId: z.string(), purpose: z.string() }),
  z.object({ kind: z.literal("evidence-verified"), evidenceId: z.string(), intact: z.boolean() }),
  z.object({ kind: z.literal("custody-changed"), evidenceId: z.string(), change: z.string(), version: z.number().int() }),
  z.object({ kind: z.literal("count-requested"), countId: z.string(), evidence: z.number().int() }),
  z.object({ kind: z.literal("count-changed"), countId: z.string(), status: z.string() }),
  z.object({ kind: z.literal("count-read"), countId: z.string(), part: z.string() }),
  z.object({ kind: z.literal("rows-read"), countId: z.string(), tier: z.string(), step: z.string(), rows: z.number().int() }),
  z.object({ kind: z.literal("correction-added"), correctionId: z.string(), correction: z.string() }),
  z.object({ kind: z.literal("correction-withdrawn"), correctionId: z.string() }),
  z.object({ kind: z.literal("items-read"), countId: z.string(), purpose: z.string(), state: z.string(), items: z.number().int() }),
  z.object({ kind: z.literal("items-decided"), countId: z.string(), decision: z.string(), items: z.number().int() }),
  z.object({ kind: z.literal("proof-overridden"), countId: z.string(), openA: z.number().int(), openB: z.number().int() }),
  /** deliveries, money-flow, gains, sample, sample-checks */
  z.object({ kind: z.literal("quantity-recorded"), quantity: z.string(), quantityId: z.string() }),
  z.object({ kind: z.literal("deadlines-read"), found: z.number().int() }),
  z.object({ kind: z.literal("deadline-changed"), deadlineId: z.string(), change: z.string(), due: z.string() }),
  /** casework: clue, procedure, transfer, document, recommendation, remedy, …; `found` pieces were shown, or one was changed */
  z.object({
    kind: z.literal("work-read"),
    thing: z.string(),
    filters: z.record(z.string(), z.string()).optional(),
    found: z.number().int(),
  }),
  z.object({ kind: z.literal("work-changed"), thing: z.string(), thingId: z.string(), action: z.string(), version: z.number().int() }),
  z.object({ kind: z.literal("custody-signed-off"), day: z.string(), entries: z.number().int(), hash: z.string() }),
  z.object({ kind: z.literal("assessment-drafted"), assessmentId: z.string() }),
  z.object({ kind: z.literal("assessment-read"), assessmentId: z.string() }),
  z.object({ kind: z.literal("assessment-signed"), assessmentId: z.string(), band: z.string() }),
  z.object({ kind: z.literal("audit-read"), filters: z.record(z.string(), z.string()), found: z.number().int() }),
  z.object({ kind: z.literal("audit-verified"), entries: z.number().int(), holds: z.boolean() }),
  z.object({ kind: z.literal("sample-loaded"), cases: z.number().int() }),
]);
export type AuditEvent = z.infer<typeof AuditEvent>;
export type AuditKind = AuditEvent["kind"];

/** One entry of the chain as it is shown. `hash` = SHA-256 over the entry and `previousHash`. */
export const AuditEntry = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  event: AuditEvent,
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  officeCode: z.string().nullable(),
  caseId: z.string().nullable(),
  requestId: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const FindAuditEntriesQuery = z.object({
  caseId: z.uuid().optional(),
  personId: z.uuid().optional(),
  kind: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export const AuditEntryList = z.object({
  items: z.array(AuditEntry),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
});

/** The answer of a verification: `problems` names each entry that does not hold, first first. */
export const AuditVerification = z.object({
  holds: z.boolean(),
  entries: z.number().int(),
  head: z.string(),
  anchors: z.number().int(),
  problems: z.array(
    z.object({
      seq: z.number().int(),
      problem: z.enum(["changed", "deleted", "reordered", "cut-off", "anchor-mismatch"]),
      sentence: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
});
export type AuditVerification = z.infer<typeof AuditVerification>;
