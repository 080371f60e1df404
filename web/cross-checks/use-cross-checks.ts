import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type ActOnContactRequest,
  type AskContactRequest,
  Contact,
  ContactList,
  type ContactSide,
  CrossCheck,
  HitList,
} from "#cross-checks/cross-checks.contract.ts";
import { failureOf, request } from "#web/app/request.ts";

const AGAIN_MS = 1_500;

/** What a clue shares with others at its version; asked again while the worker has not come to it. */
export function useCrossCheck(clueId: string, version: number) {
  return useQuery({
    queryKey: ["cross-check", clueId, version],
    queryFn: ({ signal }) => request(CrossCheck, `/clues/${clueId}/cross-check`, { signal }),
    refetchInterval: ({ state }) => (state.data?.compared.waiting ? AGAIN_MS : false),
  });
}

export function useHits() {
  return useQuery({ queryKey: ["clue-hits"], queryFn: ({ signal }) => request(HitList, "/clue-hits", { signal }) });
}

export function useContacts(side: ContactSide) {
  return useQuery({
    queryKey: ["clue-contacts", side],
    queryFn: ({ signal }) => request(ContactList, "/clue-contacts", { query: { side }, signal }),
  });
}

export function useContact(id: string) {
  return useQuery({ queryKey: ["clue-contact", id], queryFn: ({ signal }) => request(Contact, `/clue-contacts/${id}`, { signal }) });
}

export function useAskContact(clueId: string) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (body: AskContactRequest) => request(Contact, `/clues/${clueId}/contacts`, { method: "POST", body }),
    onSuccess: () => void readAnew(),
  });
}

/** One act of one's own side. When somebody was faster the newer contact is read, so that pressing again goes through. */
export function useActOnContact(id: string) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (body: ActOnContactRequest) => request(Contact, `/clue-contacts/${id}/actions`, { method: "POST", body }),
    onSuccess: () => void readAnew(),
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (["stale-version", "wrong-state"].includes(failureOf(error).kind) ? readAnew() : undefined),
  });
}

function useReadAnew(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(["cross-check", "clue-hits", "clue-contacts", "clue-contact"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
