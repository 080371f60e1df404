import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Assessment, InfringingFacts } from "#statutes/statutes.contract.ts";

/**
 * 评估 a statutory assessment of a case. A draft is machine-assisted and decides nothing; only a named person's signature makes
 * it signed, and a signed one is never changed: a new assessment is a new draft.
 */
const shared = {
  id: z.uuid(),
  caseId: z.uuid(),
  /** count whose figures the facts rest on; null = typed in by hand */
  countId: z.uuid().nullable(),
  facts: InfringingFacts,
  answer: Assessment,
  draftedBy: z.string(),
  draftedAt: z.iso.datetime(),
  version: z.number().int(),
};
export const CaseAssessment = z.discriminatedUnion("status", [
  z.object({ ...shared, status: z.literal("draft") }),
  z.object({
    ...shared,
    status: z.literal("signed"),
    signature: z.object({ personId: z.uuid(), name: z.string(), at: z.iso.datetime(), note: z.string() }),
  }),
]);
export type CaseAssessment = z.infer<typeof CaseAssessment>;
export const AssessmentList = z.object({ items: z.array(CaseAssessment) });

/** Facts given by the drafter; `sets` from the count are prefilled by the screen and may be changed. */
export const DraftAssessmentRequest = z.object({ requestId: RequestId, countId: z.uuid().nullable(), facts: InfringingFacts });
export type DraftAssessmentRequest = z.infer<typeof DraftAssessmentRequest>;
/** Trying facts out answers at once and stores nothing. */
export const TryFactsRequest = z.object({ facts: InfringingFacts });
export const SignAssessmentRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int(),
  note: z.string().min(1).max(2000),
});
export const AssessmentIdParams = z.object({ assessmentId: z.uuid() });

/**
 * 由计数带入的事实 facts prefilled from a finished count: its figures by tier; what was done with them is for the drafter to say, unless a
 * table of deliveries says it: then its sets stand in their place. A calculation gives gains and profit.
 */
export const FactsFromCountQuery = z.object({
  countId: z.uuid(),
  deliveryTableId: z.uuid().optional(),
  calculationId: z.uuid().optional(),
});
export const FactsFromCount = z.object({ countId: z.uuid(), facts: InfringingFacts });
export type FactsFromCount = z.infer<typeof FactsFromCount>;
