import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Deadline, type DeadlineChange, DeadlineList, type StartDeadlineRequest } from "#deadlines/deadlines.contract.ts";
import { request } from "#web/app/request.ts";
import { useLanguage } from "#web/design/text/language.tsx";

/** Open clocks of every visible case. */
export function useWall() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ["deadlines", language],
    queryFn: ({ signal }) => request(DeadlineList, "/deadlines", { query: { lang: language }, signal }),
  });
}

/** Every clock of a case. */
export function useCaseDeadlines(caseId: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ["case", caseId, "deadlines", language],
    queryFn: ({ signal }) => request(DeadlineList, `/cases/${caseId}/deadlines`, { query: { lang: language }, signal }),
  });
}

/** Starts a clock; extends, ends or corrects one. */
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
