import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { EvidenceDetail } from "#evidence/evidence.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { failureOf } from "#web/app/request.ts";

/** What every change of an item does afterwards: shows the answer, reads the list again; after a stale version reads the item again. */
export function useKeepEvidence(evidenceId: string) {
  const client = useQueryClient();
  return useMemo(
    () => ({
      onSuccess: async (detail: EvidenceDetail) => {
        await keepAnswer(client, ["evidence", evidenceId], detail);
        // not waited for: the item is here, and what may be done with it next can be pressed
        void client.invalidateQueries({ queryKey: ["evidence-of", detail.caseId] });
      },
      // waited for: pressing again comes when the newer one is here
      onError: (error: unknown) =>
        failureOf(error).kind === "stale-version" ? client.invalidateQueries({ queryKey: ["evidence", evidenceId] }) : undefined,
    }),
    [client, evidenceId],
  );
}
