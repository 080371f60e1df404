import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { CaseAssessment, type SignAssessmentRequest } from "#assessments/assessments.contract.ts";
import { request } from "#web/app/request.ts";

type Signing = { readonly assessmentId: string; readonly body: z.infer<typeof SignAssessmentRequest> };

/** Signs; won or lost, the list is read again, so that a signature that came first is seen. */
export function useSignAssessment(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ assessmentId, body }: Signing) =>
      request(CaseAssessment, `/assessments/${assessmentId}/signature`, { method: "POST", body }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["assessments", caseId] }),
        client.invalidateQueries({ queryKey: ["case", caseId] }),
        client.invalidateQueries({ queryKey: ["cases"] }),
      ]),
  });
}
