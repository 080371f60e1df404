import { z } from "zod";
import { Custody, CustodyTransfer } from "#evidence/evidence.contract.ts";

/** 证据事件 what is recorded of a piece of evidence, append-only. Stored JSON: a type may gain optional fields, never lose or rename one. */
export const EvidenceEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("taken-in"),
    path: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    sm3: z.string(),
    /** only to be held against what older records declare; never relied upon */
    md5: z.string(),
    sha1: z.string(),
  }),
  z.object({ type: z.literal("custody-recorded"), custody: Custody }),
  z.object({ type: z.literal("transferred"), transfer: CustodyTransfer }),
  z.object({ type: z.literal("defect-cured"), defect: z.string(), explanation: z.string() }),
  z.object({ type: z.literal("verified"), intact: z.boolean(), problem: z.string().nullable() }),
  z.object({ type: z.literal("read-for-count"), countId: z.uuid() }),
  /** `replay`: a change of the lexicon was tried on it, `mending`: what is kept of it was brought to newer rules; `readingId` is then that of the run */
  z.object({
    type: z.literal("read-as-document"),
    readingId: z.uuid(),
    replay: z.literal(true).optional(),
    mending: z.literal(true).optional(),
  }),
]);
export type EvidenceEvent = z.infer<typeof EvidenceEvent>;
export type RecordedEvent = { readonly version: number; readonly at: Date; readonly by: string | null; readonly event: EvidenceEvent };
