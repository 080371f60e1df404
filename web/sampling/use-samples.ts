import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CaseSample, CaseSampleList, type CheckedUnit, type SampleDesign, SamplePlan } from "#sampling/sampling.contract.ts";
import { request } from "#web/app/request.ts";

/** Samples of a case, newest first. */
export function useSamples(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "samples"],
    queryFn: ({ signal }) => request(CaseSampleList, `/cases/${caseId}/samples`, { signal }),
  });
}

/** What a design comes to; asked again as it changes, nothing is stored and no list drawn. */
export function useSampleTrial(caseId: string, design: SampleDesign | null) {
  return useQuery({
    queryKey: ["case", caseId, "sample-trial", design],
    enabled: design !== null,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(SamplePlan, `/cases/${caseId}/samples/trial`, { method: "POST", body: { design }, signal }),
  });
}

/** Records a plan, which draws its list; records findings of drawn units. */
export function useSampleChanges(caseId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["case", caseId, "samples"] });
  const plan = useMutation({
    mutationFn: (body: { readonly requestId: string; readonly countId: string | null; readonly design: SampleDesign }) =>
      request(CaseSample, `/cases/${caseId}/samples`, { method: "POST", body }),
    onSuccess,
  });
  const check = useMutation({
    mutationFn: ({
      sampleId,
      ...body
    }: {
      readonly sampleId: string;
      readonly requestId: string;
      readonly expectedVersion: number;
      readonly checks: readonly CheckedUnit[];
    }) => request(CaseSample, `/samples/${sampleId}/checks`, { method: "POST", body }),
    onSuccess,
  });
  return { plan, check };
}
