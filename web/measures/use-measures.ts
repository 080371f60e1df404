import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  CustodyDay,
  CustodySignOff,
  Measure,
  type MeasureChange,
  MeasureList,
  type RecordMeasureRequest,
  type SignOffRequest,
} from "#measures/measures.contract.ts";
import { request } from "#web/app/request.ts";

/** Every measure of a case. */
export function useMeasures(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "measures"],
    queryFn: ({ signal }) => request(MeasureList, `/cases/${caseId}/measures`, { signal }),
  });
}

/** Records a measure; ends, corrects or voids one. */
export function useKeepMeasures(caseId: string) {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["case", caseId, "measures"] }),
      client.invalidateQueries({ queryKey: ["custody"] }),
    ]);
  const record = useMutation({
    mutationFn: (body: RecordMeasureRequest) => request(Measure, `/cases/${caseId}/measures`, { method: "POST", body }),
    onSuccess,
  });
  const change = useMutation({
    mutationFn: ({
      id,
      ...body
    }: {
      readonly id: string;
      readonly requestId: string;
      readonly expectedVersion: number;
      readonly change: MeasureChange;
    }) => request(Measure, `/measures/${id}/changes`, { method: "POST", body }),
    onSuccess,
  });
  return { record, change };
}

/** Today's custody list and the sign-offs so far. */
export function useCustody() {
  return useQuery({ queryKey: ["custody"], queryFn: ({ signal }) => request(CustodyDay, "/custody", { signal }) });
}

export function useSignOff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignOffRequest) => request(CustodySignOff, "/custody/sign-offs", { method: "POST", body }),
    onSettled: () => client.invalidateQueries({ queryKey: ["custody"] }),
  });
}
