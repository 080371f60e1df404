import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LegalDocument } from "#legal-documents/legal-documents.contract.ts";
import {
  type ChangeLinkRequest,
  type ChangeOutlineRequest,
  type LinkEvidenceRequest,
  OutlineBoard,
  SuggestedLines,
  type SuggestLinesRequest,
  type WriteOutlineRequest,
  WrittenOutline,
} from "#outlines/outlines.contract.ts";
import { PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { request } from "#web/app/request.ts";

const keyOf = (caseId: string) => ["case", caseId, "evidence-outline"];

/** 取证提纲 of a case. */
export function useOutlineBoard(caseId: string) {
  return useQuery({
    queryKey: keyOf(caseId),
    queryFn: ({ signal }) => request(OutlineBoard, `/cases/${caseId}/evidence-outline`, { signal }),
  });
}

/** Links evidence to elements; corrects or removes a link. Both answer the whole board. */
export function useLinks(caseId: string) {
  const client = useQueryClient();
  // The board has no version: of two answers the later one may be the older board, so it is read anew as well.
  const onSuccess = (board: OutlineBoard) => keepAnswer(client, keyOf(caseId), board);
  const onSettled = () => void client.invalidateQueries({ queryKey: keyOf(caseId) });
  const link = useMutation({
    mutationFn: (body: LinkEvidenceRequest) => request(OutlineBoard, `/cases/${caseId}/evidence-links`, { method: "POST", body }),
    onSuccess,
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: ChangeLinkRequest & { readonly id: string }) =>
      request(OutlineBoard, `/evidence-links/${id}/changes`, { method: "POST", body }),
    onSuccess,
    onSettled,
  });
  return { link, change };
}

/** Lines from the gaps, and the outlines that persons make of them. */
export function useWriteOutlines(caseId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keyOf(caseId) });
  const suggest = useMutation({
    mutationFn: (body: SuggestLinesRequest) => request(SuggestedLines, `/cases/${caseId}/outline-suggestions`, { method: "POST", body }),
  });
  const write = useMutation({
    mutationFn: (body: WriteOutlineRequest) => request(WrittenOutline, `/cases/${caseId}/outlines`, { method: "POST", body }),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: ChangeOutlineRequest & { readonly id: string }) =>
      request(WrittenOutline, `/outlines/${id}/changes`, { method: "POST", body }),
    onSettled,
  });
  const draftDocument = useMutation({
    mutationFn: (body: { readonly requestId: string; readonly kind: string; readonly fields: Readonly<Record<string, string>> }) =>
      request(LegalDocument, `/cases/${caseId}/legal-documents`, { method: "POST", body }),
    onSettled: () => client.invalidateQueries({ queryKey: ["case", caseId] }),
  });
  return { suggest, write, change, draftDocument };
}

/** What this window holds of the public-interest review of the case (its answers are written nowhere else); null: nothing, or not readable. */
export function readPublicInterestFacts(caseId: string): PublicInterestFacts | null {
  const stored = sessionStorage.getItem(`draft-public-interest-${caseId}`);
  if (stored === null) return null;
  try {
    return PublicInterestFacts.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    // an answer of an older version of the page is as good as none
    return null;
  }
}
