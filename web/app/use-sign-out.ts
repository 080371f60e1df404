import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { request } from "#web/app/request.ts";
import { endWait, keepCsrfToken } from "#web/app/session-gate.ts";
import { SESSION_KEY } from "#web/app/use-session.ts";

/** Ends the session; everything read or begun in this browser window is forgotten. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(z.looseObject({}), "/session", { method: "DELETE", onSessionEnd: "fail" }),
    onSettled: () => {
      keepCsrfToken("");
      endWait("dropped");
      sessionStorage.clear();
      // the session query itself must stay: the page watches it, and a removed one would tell it nothing
      client.setQueryData(SESSION_KEY, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
    },
  });
}
