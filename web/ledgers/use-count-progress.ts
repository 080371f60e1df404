import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Count, CountProgress } from "#counts/counts.contract.ts";

/** Live progress by server-sent events, from the moment a count waits to the moment it ends; then its figures are read. */
export function useCountProgress(count: Count): CountProgress {
  const client = useQueryClient();
  const [progress, setProgress] = useState(count.progress);
  const moving = isMoving(count.status);
  useEffect(() => {
    if (!moving) return;
    const end = () => {
      void client.invalidateQueries({ queryKey: ["count", count.id] });
      void client.invalidateQueries({ queryKey: ["counts"] });
      void client.invalidateQueries({ queryKey: ["case", count.caseId] });
    };
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    const listen = () => {
      source = new EventSource(`/api/counts/${count.id}/progress`);
      source.addEventListener("progress", (event) => {
        const parsed = CountProgress.safeParse(JSON.parse(event.data));
        if (!parsed.success) return;
        setProgress(parsed.data);
        if (!isMoving(parsed.data.status)) {
          source.close();
          end();
        }
      });
      // an ended stream or an ended session: ask the count itself (which opens the sign-in dialog where needed), then listen again
      source.onerror = () => {
        source.close();
        end();
        again = setTimeout(listen, 3_000);
      };
    };
    listen();
    return () => {
      source.close();
      clearTimeout(again);
    };
  }, [client, count.id, count.caseId, moving]);
  return moving ? progress : count.progress;
}

/** True while a count is on its way. */
export function isMoving(status: Count["status"]): boolean {
  return status === "waiting" || status === "running" || status === "cancelling";
}
