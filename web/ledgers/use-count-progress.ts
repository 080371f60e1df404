import { useQueryClient } from "@tanstack/react-query";
import { type Count, CountProgress } from "#counts/counts.contract.ts";
import { useProgress } from "#web/app/use-progress.ts";

/** Live progress of a count; when it ends its figures are read. */
export function useCountProgress({ id, caseId, progress, status }: Count): CountProgress {
  const client = useQueryClient();
  return useProgress({ address: `/api/counts/${id}/progress`, shape: CountProgress, known: progress, status }, () => {
    for (const queryKey of [["count", id], ["counts"], ["case", caseId]]) void client.invalidateQueries({ queryKey });
  });
}
