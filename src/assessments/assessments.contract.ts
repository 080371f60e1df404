import { z } from "zod";
import { FactSource, FactSources, FactState, SourceTally } from "#assessments/fact-sources.contract.ts";
import { RequestId } from "#cases/cases.contract.ts";
import { WhyAnswer } from "#law/law.contract.ts";
import { CountOptions } from "#scan/scan.contract.ts";
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
  sources: FactSources,
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

/** Facts given by the drafter, each with where it comes from; `sets` from the count are prefilled by the screen and may be changed. */
export const DraftAssessmentRequest = z.object({
  requestId: RequestId,
  countId: z.uuid().nullable(),
  facts: InfringingFacts,
  /** of which each must say of its fact what is said here, or the draft is refused */
  sources: FactSources.default({}),
});
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
/** 核实状态 whether the items of tiers A and B of the count a draft rests on are all decided; `printable` also where somebody took it upon themselves. */
export const CountProof = z.object({
  countId: z.uuid(),
  proved: z.boolean(),
  printable: z.boolean(),
  /** items that nobody decided yet */
  open: z.object({ A: z.number().int(), B: z.number().int() }),
  /** decisions wait for another count */
  recount: z.boolean(),
});
export type CountProof = z.infer<typeof CountProof>;
export const FactsFromCount = z.object({ countId: z.uuid(), facts: InfringingFacts, sources: FactSources, proof: CountProof.nullable() });
export type FactsFromCount = z.infer<typeof FactsFromCount>;

/** 说理树 conclusion → limb → fact → source, of a stored assessment as it was drafted or signed; whether its counts are proved is of now. */
export const AssessmentTree = z.object({
  assessment: CaseAssessment,
  /** the stored answer in the form of a tree; nothing is worked out again */
  answer: WhyAnswer,
  /** paths of facts under each test by its id */
  reads: z.record(z.string(), z.array(z.string())),
  facts: z.array(
    z.object({
      path: z.string(),
      state: FactState,
      source: FactSource.nullable(),
      /** what the record is called: path of the evidence, name of the table, of the money flow; null where it has no name */
      sourceName: z.string().nullable(),
    }),
  ),
  tally: SourceTally,
  counts: z.array(
    z.object({
      requestedAt: z.iso.datetime(),
      requestedBy: z.string(),
      definition: CountOptions.pick({ item: true, key: true }),
      countId: z.uuid(),
      /** null: whoever asks may not see the items, so this is unknown to them */
      proof: CountProof.nullable(),
    }),
  ),
});
export type AssessmentTree = z.infer<typeof AssessmentTree>;
