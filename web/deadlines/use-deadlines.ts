import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  CaseDeadlineList,
  Deadline,
  type DeadlineChange,
  DeadlinePreview,
  type StartDeadlineRequest,
} from "#deadlines/deadlines.contract.ts";
import { request } from "#web/app/request.ts";
import { useSettled } from "#web/app/use-settled.ts";
import { useLanguage } from "#web/design/text/language.tsx";

/** Every clock of a case. */
export function useCaseDeadlines(caseId: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ["case", caseId, "deadlines", language],
    queryFn: ({ signal }) => request(CaseDeadlineList, `/cases/${caseId}/deadlines`, { query: { lang: language }, signal }),
  });
}

/** What a change would move, once it has been typed; nothing is written. */
export function usePreview(id: string, change: DeadlineChange) {
  const { language } = useLanguage();
  const settled = useSettled(change, 300);
  const query = useQuery({
    queryKey: ["deadline", id, "preview", language, settled],
    retry: false,
    queryFn: ({ signal }) =>
      request(DeadlinePreview, `/deadlines/${id}/preview`, {
        method: "POST",
        query: { lang: language },
        body: { change: settled },
        signal,
      }),
  });
  return { ...query, isBehind: JSON.stringify(settled) !== JSON.stringify(change) };
}

/** Starts a clock; extends, suspends, ends or corrects one. */
export function useKeepDeadlines(caseId: string) {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["case", caseId, "deadlines"] }),
      client.invalidateQueries({ queryKey: ["deadlines"] }),
    ]);
  const start = useMutation({
    mutationFn: (body: StartDeadlineRequest) => request(Deadline, `/cases/${caseId}/deadlines`, { method: "POST", body }),
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
      readonly change: DeadlineChange;
    }) => request(Deadline, `/deadlines/${id}/changes`, { method: "POST", body }),
    onSuccess,
  });
  return { start, change };
}
