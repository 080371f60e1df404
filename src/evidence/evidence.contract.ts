import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";

/**
 * 保管链记录 custody record of electronic evidence, law.md 6.5 (法发〔2016〕22号 arts 5, 7-9, 14-16). `null` = not recorded:
 * a gap, shown as a defect, never taken for "no".
 */
export const Custody = z.object({
  category: z.enum(["platform-post", "message", "identity-data", "behaviour-record", "tool-data", "system-log", "file"]).nullable(),
  source: z.enum(["medium", "online", "provider", "freeze"]).nullable(),
  whyNoOriginal: z.string().max(400).nullable(),
  medium: z
    .object({
      type: z.string().max(60).nullable(),
      brand: z.string().max(60).nullable(),
      model: z.string().max(60).nullable(),
      serial: z.string().max(60).nullable(),
      sealNumber: z.string().max(60).nullable(),
      sealPhotographed: z.boolean().nullable(),
    })
    .nullable(),
  collectedAt: z.iso.datetime({ offset: true }).nullable(),
  place: z.string().max(200).nullable(),
  method: z.string().max(200).nullable(),
  tools: z.string().max(200).nullable(),
  collectors: z.array(z.string().min(1).max(40)).max(10),
  holder: z
    .object({ name: z.string().max(40).nullable(), signed: z.boolean().nullable(), reasonNotSigned: z.string().max(200).nullable() })
    .nullable(),
  witness: z.object({ name: z.string().max(40).nullable(), reasonNone: z.string().max(200).nullable() }).nullable(),
  videoRecorded: z.boolean().nullable(),
  declaredHash: z.object({ algorithm: z.enum(["md5", "sha1", "sha256", "sm3"]), value: z.string().regex(/^[0-9a-f]{32,64}$/) }).nullable(),
  legalDocument: z.object({ type: z.string().max(60), number: z.string().max(60) }).nullable(),
});
export type Custody = z.infer<typeof Custody>;

export const CustodyTransfer = z.object({
  from: z.string().min(1).max(80),
  to: z.string().min(1).max(80),
  at: z.iso.datetime({ offset: true }),
  hashChecked: z.boolean().nullable(),
  sealChecked: z.boolean().nullable(),
  remark: z.string().max(400).nullable(),
});
export type CustodyTransfer = z.infer<typeof CustodyTransfer>;

/** 瑕疵 defect of a custody record: `effect` says what follows in law; `cite` the rule. */
export const CustodyDefect = z.object({
  kind: z.string(),
  effect: z.enum(["blocking", "curable", "exclude", "warning"]),
  cured: z.boolean(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
  cite: z.string(),
});
export type CustodyDefect = z.infer<typeof CustodyDefect>;

/** 证据 one stored file of a case. The bytes are encrypted at rest and never written again. */
export const EvidenceItem = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  sm3: z.string(),
  takenInAt: z.iso.datetime(),
  takenInBy: z.string(),
  /** other items of this case with the same bytes */
  sameAs: z.array(z.uuid()),
  verification: z.object({ at: z.iso.datetime(), intact: z.boolean(), problem: z.string().nullable() }).nullable(),
  version: z.number().int(),
  defects: z.array(CustodyDefect),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

export const EvidenceDetail = EvidenceItem.extend({
  custody: Custody,
  transfers: z.array(CustodyTransfer),
  timeline: z.array(
    z.object({ at: z.iso.datetime(), by: z.string(), sentence: z.object({ zh: z.string(), en: z.string() }), gap: z.boolean() }),
  ),
});
export type EvidenceDetail = z.infer<typeof EvidenceDetail>;
export const EvidenceList = z.object({ items: z.array(EvidenceItem) });

/** Upload: the body is the file itself (application/octet-stream) with its Content-Length; `path` may hold folders. */
export const TakeInEvidenceQuery = z.object({ requestId: RequestId, path: z.string().min(1).max(1024) });
export const RecordCustodyRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int(), custody: Custody });
export const RecordTransferRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int(), transfer: CustodyTransfer });
export const CureDefectRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int(),
  defect: z.string(),
  explanation: z.string().min(1).max(400),
});
export const VerifyEvidenceRequest = z.object({ requestId: RequestId });
export const EvidenceIdParams = z.object({ evidenceId: z.uuid() });
