import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { type ActOnClueRequest, Clue, ClueList, type FindCluesQuery, type RegisterClueRequest } from "#clues/clues.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { failureOf, request } from "#web/app/request.ts";

export type CluesQuery = Readonly<Partial<Record<keyof z.infer<typeof FindCluesQuery>, string>>>;

/** One page of the queue with the counts of every status. */
export function useClues(query: CluesQuery) {
  return useQuery({
    queryKey: ["clues", query],
    queryFn: ({ signal }) => request(ClueList, "/clues", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useClue(clueId: string) {
  return useQuery({ queryKey: ["clue", clueId], queryFn: ({ signal }) => request(Clue, `/clues/${clueId}`, { signal }) });
}

export function useRegisterClue() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RegisterClueRequest) => request(Clue, "/clues", { method: "POST", body }),
    onSuccess: (clue) => {
      client.setQueryData(["clue", clue.id], clue);
      void client.invalidateQueries({ queryKey: ["clues"] });
    },
  });
}

/** Does one thing to a clue. When somebody else was faster the newer clue is read, so that pressing again goes through. */
export function useActOnClue(clueId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ActOnClueRequest) => request(Clue, `/clues/${clueId}/actions`, { method: "POST", body }),
    onSuccess: (clue) => {
      void keepAnswer(client, ["clue", clueId], clue);
      void client.invalidateQueries({ queryKey: ["clues"] });
      // parts of a split and clues of a merge changed as well
      void client.invalidateQueries({ queryKey: ["clue"], predicate: ({ queryKey }) => queryKey[1] !== clueId });
      if (clue.case !== null) void client.invalidateQueries({ queryKey: ["case", clue.case.id] });
      // a document shows its prompts with itself, and the card that asked may be gone by now
      if (clue.origin.kind === "document")
        for (const key of ["case-document", "case-documents"]) void client.invalidateQueries({ queryKey: [key] });
    },
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (failureOf(error).kind === "stale-version" ? client.invalidateQueries({ queryKey: ["clue", clueId] }) : undefined),
  });
}
