import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Correction } from "#scan/corrections/corrections.contract.ts";

/** 更正 a correction kept with its case: append-only, by a named person. A withdrawn one stays and says why; later counts leave it out. */
export const CaseCorrection = z.object({
  id: z.uuid(),
  correction: Correction,
  by: z.string(),
  at: z.iso.datetime(),
  withdrawn: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type CaseCorrection = z.infer<typeof CaseCorrection>;
export const CaseCorrectionList = z.object({ items: z.array(CaseCorrection) });

/** `countId`: the finished count in which the shape, source or tier was seen; what the correction names must stand in its result. */
export const AddCorrectionRequest = z.object({ requestId: RequestId, countId: z.uuid(), correction: Correction });
export const WithdrawCorrectionRequest = z.object({ requestId: RequestId, reason: z.string().trim().min(1).max(1000) });
export const CorrectionIdParams = z.object({ caseId: z.uuid(), correctionId: z.uuid() });
