import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { failureOf, request } from "#web/app/request.ts";
import { endWait, keepCsrfToken } from "#web/app/session-gate.ts";
import { SESSION_KEY } from "#web/app/use-session.ts";

const ENDED: ReadonlySet<string> = new Set(["not-signed-in", "session-expired"]);

/**
 * Ends the session; everything read or begun in this browser window is forgotten. Where the server did not end it, nothing is forgotten: a page that
 * looked signed out over a session that lives on would leave the machine open to whoever comes next.
 */
export function useSignOut() {
  const client = useQueryClient();
  const forget = () => {
    keepCsrfToken("");
    endWait("dropped");
    sessionStorage.clear();
    // the session query itself must stay: the page watches it, and a removed one would tell it nothing
    client.setQueryData(SESSION_KEY, null);
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  };
  return useMutation({
    mutationFn: async () => {
      try {
        await request(z.looseObject({}), "/session", { method: "DELETE", onSessionEnd: "fail" });
      } catch (failure) {
        // it had ended before: that is what was asked for
        if (!ENDED.has(failureOf(failure).kind)) throw failure;
      }
    },
    onSuccess: forget,
  });
}
