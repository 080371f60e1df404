import { useQuery } from "@tanstack/react-query";
import { Session } from "#access/access.contract.ts";
import { RequestFailure } from "#web/app/failure.ts";
import { request } from "#web/app/request.ts";
import { keepCsrfToken } from "#web/app/session-gate.ts";

export const SESSION_KEY = ["session"] as const;

/** Who is signed in; null = nobody. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await request(Session, "/session", { signal, onSessionEnd: "fail" });
        keepCsrfToken(session.csrfToken);
        return session;
      } catch (error) {
        if (error instanceof RequestFailure && (error.failure.kind === "not-signed-in" || error.failure.kind === "session-expired"))
          return null;
        throw error;
      }
    },
  });
}
