import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Session, type SignInRequest } from "#access/access.contract.ts";
import { request } from "#web/app/request.ts";
import { keepCsrfToken } from "#web/app/session-gate.ts";
import { SESSION_KEY } from "#web/app/use-session.ts";

/** Signs a person in. Another person than before sees nothing of the one before: what was read is forgotten. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInRequest) => request(Session, "/session", { method: "POST", body, onSessionEnd: "fail" }),
    onSuccess: (session) => {
      const before = client.getQueryData<Session | null>(SESSION_KEY);
      keepCsrfToken(session.csrfToken);
      if (before?.person.id !== session.person.id) client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
      client.setQueryData(SESSION_KEY, session);
    },
  });
}
