import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { AlternativeAction, AlternativeContent, AlternativeState } from "#remedies/alternatives/alternatives.contract.ts";
import { CompensationAction, CompensationContent, CompensationState } from "#remedies/compensation/compensation.contract.ts";
import { ComplianceAction, ComplianceContent, ComplianceState } from "#remedies/compliance/compliance.contract.ts";
import { DamagesAction, DamagesContent, DamagesState } from "#remedies/damages/damages.contract.ts";
import { LeniencyAction, LeniencyContent, LeniencyState } from "#remedies/leniency/leniency.contract.ts";

/** 修复与赔偿 the records of a case: 赔偿合成、赔偿款、替代性修复、认罪认罚、合规整改. Each is the fold of its events. */
export const RemedyKind = z.enum(["damages", "compensation", "alternative", "leniency", "compliance"]);
export type RemedyKind = z.infer<typeof RemedyKind>;

const Common = {
  id: z.uuid(),
  caseId: z.uuid(),
  version: z.number().int(),
  history: z.array(
    z.object({ version: z.number().int(), at: z.iso.datetime(), by: z.string(), type: z.string(), note: z.string().nullable() }),
  ),
};
export const RemedyRecord = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("damages"), ...Common, state: DamagesState }),
  z.object({ kind: z.literal("compensation"), ...Common, state: CompensationState }),
  z.object({ kind: z.literal("alternative"), ...Common, state: AlternativeState }),
  /** `person`: name of the suspect; null: no party of the case any more */
  z.object({ kind: z.literal("leniency"), ...Common, state: LeniencyState, person: z.string().nullable() }),
  z.object({ kind: z.literal("compliance"), ...Common, state: ComplianceState }),
]);
export type RemedyRecord = z.infer<typeof RemedyRecord>;
export type RecordOf<Kind extends RemedyKind> = Extract<RemedyRecord, { kind: Kind }>;
export const RemedyList = z.object({ items: z.array(RemedyRecord), today: z.iso.date() });
export type RemedyList = z.infer<typeof RemedyList>;

export const RemedyBegin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("damages"), content: DamagesContent }),
  z.object({ kind: z.literal("compensation"), content: CompensationContent }),
  z.object({ kind: z.literal("alternative"), content: AlternativeContent }),
  z.object({ kind: z.literal("leniency"), content: LeniencyContent }),
  z.object({ kind: z.literal("compliance"), content: ComplianceContent }),
]);
export type RemedyBegin = z.infer<typeof RemedyBegin>;
export const RemedyAct = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("damages"), action: DamagesAction }),
  z.object({ kind: z.literal("compensation"), action: CompensationAction }),
  z.object({ kind: z.literal("alternative"), action: AlternativeAction }),
  z.object({ kind: z.literal("leniency"), action: LeniencyAction }),
  z.object({ kind: z.literal("compliance"), action: ComplianceAction }),
]);
export type RemedyAct = z.infer<typeof RemedyAct>;

export const BeginRemedyRequest = z.object({ requestId: RequestId, begin: RemedyBegin });
export type BeginRemedyRequest = z.infer<typeof BeginRemedyRequest>;
export const ActOnRemedyRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), act: RemedyAct });
export type ActOnRemedyRequest = z.infer<typeof ActOnRemedyRequest>;
export const RemedyIdParams = z.object({ remedyId: z.uuid() });
