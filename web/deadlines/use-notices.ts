import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type ActOnNoticeRequest,
  type IssueNoticeRequest,
  ProcessNotice,
  ProcessNoticeList,
} from "#process-notices/process-notices.contract.ts";
import { request } from "#web/app/request.ts";

/** 流程监控通知 the person sees. */
export function useNotices() {
  return useQuery({
    queryKey: ["process-notices"],
    queryFn: ({ signal }) => request(ProcessNoticeList, "/process-notices", { signal }),
  });
}

/** Issues a notice about a clock; replies to one or withdraws it. */
export function useKeepNotices() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([client.invalidateQueries({ queryKey: ["process-notices"] }), client.invalidateQueries({ queryKey: ["deadlines"] })]);
  const issue = useMutation({
    mutationFn: ({ caseId, ...body }: IssueNoticeRequest & { readonly caseId: string }) =>
      request(ProcessNotice, `/cases/${caseId}/process-notices`, { method: "POST", body }),
    onSettled,
  });
  const act = useMutation({
    mutationFn: ({ id, ...body }: ActOnNoticeRequest & { readonly id: string }) =>
      request(ProcessNotice, `/process-notices/${id}/actions`, { method: "POST", body }),
    onSettled,
  });
  return { issue, act };
}
