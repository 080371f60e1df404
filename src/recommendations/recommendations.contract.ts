import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import {
  CheckResult,
  EvidenceReference,
  Measure,
  RecommendationAction,
  RecommendationContent,
} from "#recommendations/recommendation-event.contract.ts";
import { RecommendationTypeId, TypesFile } from "#recommendations/recommendation-types.contract.ts";

/** 检察建议 shapes of requests and answers. */
const Words = z.object({ zh: z.string(), en: z.string() });

export const RecommendationStatus = z.enum(["drafting", "approved", "issued", "withdrawn", "closed"]);
export type RecommendationStatus = z.infer<typeof RecommendationStatus>;

export const DraftRecommendationRequest = z.object({
  requestId: RequestId,
  procedureId: z.uuid().nullable().default(null),
  content: RecommendationContent,
});
export type DraftRecommendationRequest = z.infer<typeof DraftRecommendationRequest>;
export const ActOnRecommendationRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int().min(1),
  action: RecommendationAction,
});
export type ActOnRecommendationRequest = z.infer<typeof ActOnRecommendationRequest>;

/** 实效 how many measures the last check found done, of all; the reply stands beside it and adds nothing. */
export const Effect = z.object({
  measures: z.number().int(),
  met: z.number().int(),
  partly: z.number().int(),
  notMet: z.number().int(),
  unchecked: z.number().int(),
  replies: z.number().int(),
});
export type Effect = z.infer<typeof Effect>;

export const RecommendationSummary = z.object({
  id: z.uuid(),
  version: z.number().int(),
  case: z.object({ id: z.uuid(), number: z.string() }),
  office: z.object({ code: z.string(), name: Words }),
  type: z.object({ id: RecommendationTypeId, name: Words }),
  status: RecommendationStatus,
  title: z.string(),
  addressee: z.string(),
  number: z.string().nullable(),
  deliveredOn: z.iso.date().nullable(),
  /** the last day to reply as its clock tells it now; `replySuspended`: it stands still */
  replyDue: z.iso.date().nullable(),
  replySuspended: z.boolean(),
  repliedOn: z.iso.date().nullable(),
  nextRecheck: z.iso.date().nullable(),
  effect: Effect,
  updatedAt: z.iso.datetime(),
});
export type RecommendationSummary = z.infer<typeof RecommendationSummary>;

export const MeasureCheck = z.object({
  on: z.iso.date(),
  result: CheckResult,
  found: z.string(),
  counted: z.object({ sample: z.number(), count: z.number() }).nullable(),
  evidence: z.array(EvidenceReference),
  by: z.string(),
  at: z.iso.datetime(),
});
export type MeasureCheck = z.infer<typeof MeasureCheck>;

/** 检察建议书 how the document drafted at the approval stands: its number is the recommendation's. */
export const RecommendationDocument = z.object({
  status: z.enum(["draft", "submitted", "approved", "issued", "served", "withdrawn"]),
  number: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  servedOn: z.iso.date().nullable(),
  draftedOn: z.iso.date(),
});
export type RecommendationDocument = z.infer<typeof RecommendationDocument>;

export const Recommendation = RecommendationSummary.extend({
  procedureId: z.uuid().nullable(),
  content: RecommendationContent,
  /** items the law asks for that are not there yet: with any of them it is not approved */
  missing: z.array(Words),
  /** what keeps it from being issued beside that */
  open: z.array(Words),
  /** 检察建议书 the document by the items of its type, as it stands */
  sections: z.array(z.object({ name: Words, lines: z.array(z.string()), required: z.boolean(), unconfirmed: z.boolean() })),
  approved: z
    .object({
      by: z.enum(["chief-procurator", "committee"]),
      on: z.iso.date(),
      person: z.string(),
      documentId: z.uuid(),
      document: RecommendationDocument,
    })
    .nullable(),
  measures: z.array(Measure.extend({ findingId: z.string(), checks: z.array(MeasureCheck), nextRecheck: z.iso.date().nullable() })),
  replies: z.array(z.object({ on: z.iso.date(), document: z.string(), summary: z.string(), late: z.boolean() })),
  objection: z
    .object({
      on: z.iso.date(),
      grounds: z.string(),
      decided: z.object({ on: z.iso.date(), outcome: z.enum(["stands", "amend", "withdraw"]), reason: z.string() }).nullable(),
    })
    .nullable(),
  escalations: z.array(
    z.object({ way: Words, on: z.iso.date(), body: z.string(), reason: z.string(), failure: Words.nullable(), cite: z.string() }),
  ),
  filed: z.iso.date().nullable(),
  history: z.array(z.object({ version: z.number().int(), at: z.iso.datetime(), by: z.string(), sentence: Words })),
  can: z.array(z.enum(RecommendationAction.options.map((option) => option.shape.type.value))),
  /** choices of R 82, from the table of the procedure */
  failures: z.array(z.object({ value: z.string(), name: Words })),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const CaseRecommendationList = z.object({ items: z.array(RecommendationSummary), mayDraft: z.boolean(), types: TypesFile });
export type CaseRecommendationList = z.infer<typeof CaseRecommendationList>;

/** 统计 of issued recommendations that were not withdrawn: those whose period still runs are counted apart and in no rate. */
export const RecommendationFigures = z.object({
  issued: z.number().int(),
  running: z.number().int(),
  ended: z.number().int(),
  /** of the ended */
  replied: z.number().int(),
  repliedLate: z.number().int(),
  rectified: z.number().int(),
  measures: z.number().int(),
  met: z.number().int(),
});
export type RecommendationFigures = z.infer<typeof RecommendationFigures>;

export const FindRecommendationsQuery = z.object({
  status: RecommendationStatus.optional(),
  type: RecommendationTypeId.optional(),
  due: z.enum(["reply", "recheck"]).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export const RecommendationBoard = z.object({
  items: z.array(RecommendationSummary),
  total: z.number().int(),
  today: z.iso.date(),
  figures: RecommendationFigures,
  byType: z.array(z.object({ type: z.object({ id: RecommendationTypeId, name: Words }), figures: RecommendationFigures })),
});
export type RecommendationBoard = z.infer<typeof RecommendationBoard>;
export const RecommendationIdParams = z.object({ recommendationId: z.uuid() });
