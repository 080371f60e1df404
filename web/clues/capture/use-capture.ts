import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CaptureDocuments, CaptureFunnel } from "#case-documents/case-documents.contract.ts";
import { request } from "#web/app/request.ts";

export type CaptureFilter = Readonly<Partial<Record<"office" | "from" | "to" | "field" | "industry", string>>>;

export function useFunnel(filter: CaptureFilter) {
  return useQuery({
    queryKey: ["capture-funnel", filter],
    queryFn: ({ signal }) => request(CaptureFunnel, "/capture-funnel", { query: filter, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCaptureDocuments(filter: CaptureFilter, step: string, page: number) {
  return useQuery({
    queryKey: ["capture-documents", filter, step, page],
    queryFn: ({ signal }) => request(CaptureDocuments, "/capture-documents", { query: { ...filter, step, page }, signal }),
    placeholderData: keepPreviousData,
  });
}
