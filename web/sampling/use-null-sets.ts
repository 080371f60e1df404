import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CaseNullSet, CaseNullSetList, type CheckedLine } from "#sampling/sampling.contract.ts";
import { request } from "#web/app/request.ts";

/** Samples of lines without findings, newest first; asked again every two seconds while one is being drawn. */
export function useNullSets(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "null-sets"],
    queryFn: ({ signal }) => request(CaseNullSetList, `/cases/${caseId}/null-sets`, { signal }),
    refetchInterval: (found) => (found.state.data?.items.some(({ status }) => status === "waiting") ? 2_000 : false),
  });
}

/** Asks the worker to draw; records what a person found of the lines. */
export function useNullSetChanges(caseId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["case", caseId, "null-sets"] });
  const draw = useMutation({
    mutationFn: ({
      countId,
      ...body
    }: {
      readonly countId: string;
      readonly requestId: string;
      readonly seed: string;
      readonly size: number;
    }) => request(CaseNullSet, `/counts/${countId}/null-sets`, { method: "POST", body }),
    onSuccess,
  });
  const check = useMutation({
    mutationFn: ({
      nullSetId,
      ...body
    }: {
      readonly nullSetId: string;
      readonly requestId: string;
      readonly expectedVersion: number;
      readonly checks: readonly CheckedLine[];
    }) => request(CaseNullSet, `/null-sets/${nullSetId}/checks`, { method: "POST", body }),
    onSuccess,
  });
  return { draw, check };
}
