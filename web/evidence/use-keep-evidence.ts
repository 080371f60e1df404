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
        return client.invalidateQueries({ queryKey: ["evidence-of", detail.caseId] });
      },
      onError: (error: unknown) => {
        if (failureOf(error).kind === "stale-version") void client.invalidateQueries({ queryKey: ["evidence", evidenceId] });
      },
    }),
    [client, evidenceId],
  );
}
