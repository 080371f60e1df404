import { z } from "zod";
import { Done, Line, Reason } from "#remedies/record.contract.ts";

/** 替代性修复 a promise chosen from the catalogue. */
export const AlternativeContent = z.object({
  /** of books/alternatives.yaml */
  rule: z.string().max(40),
  promisedBy: Line,
  promise: Reason,
  /** document in which it was promised */
  document: Line,
  until: z.iso.date(),
});
export type AlternativeContent = z.infer<typeof AlternativeContent>;

export const SpotCheckResult = z.enum(["clean", "found-again", "not-possible"]);
export const AlternativeAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("prove"), proof: z.string().max(40), on: z.iso.date(), document: Line, evidenceId: z.uuid().nullable() }),
  /** `spotCheckOn`: for what can come back (deletion), the day for looking again */
  z.object({ type: z.literal("accept"), note: Reason, spotCheckOn: z.iso.date().nullable() }),
  z.object({ type: z.literal("return"), reason: Reason }),
  z.object({
    type: z.literal("spot-check"),
    on: z.iso.date(),
    result: SpotCheckResult,
    how: Reason,
    document: Line,
    nextOn: z.iso.date().nullable(),
  }),
  z.object({ type: z.literal("withdraw"), reason: Reason }),
]);
export type AlternativeAction = z.infer<typeof AlternativeAction>;
export const AlternativeEvent = z.union([z.object({ type: z.literal("begin"), content: AlternativeContent }), AlternativeAction]);
export type AlternativeEvent = z.infer<typeof AlternativeEvent>;

/** `failed`: looked at again and found again. */
export const AlternativeStatus = z.enum(["promised", "returned", "accepted", "verified", "failed", "withdrawn"]);
export type AlternativeStatus = z.infer<typeof AlternativeStatus>;
export const AlternativeState = z.object({
  content: AlternativeContent,
  status: AlternativeStatus,
  proofs: z.array(Done.extend({ proof: z.string(), on: z.iso.date(), document: z.string(), evidenceId: z.uuid().nullable() })),
  /** required proofs that are still missing */
  missing: z.array(z.string()),
  accepted: Done.extend({ note: z.string() }).nullable(),
  spotCheckOn: z.iso.date().nullable(),
  spotChecks: z.array(Done.extend({ on: z.iso.date(), result: SpotCheckResult, how: z.string(), document: z.string() })),
  /** the promise or the look is late */
  overdue: z.boolean(),
});
export type AlternativeState = z.infer<typeof AlternativeState>;
