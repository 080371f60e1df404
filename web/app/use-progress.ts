import { useEffect, useRef, useState } from "react";
import type { z } from "zod";

type Moving = { readonly status: string };

/** What is on its way: where its events come from (another address is another piece of work), what they hold, how it stood when it was asked for. */
type Work<T> = { readonly address: string; readonly shape: z.ZodType<T>; readonly known: T; readonly status: string };

/**
 * Live progress of a piece of work by server-sent events, from the moment it waits to the moment it ends.
 * @param onEnd called when it has ended, and when the stream did (an ended session: asking for the work opens the sign-in dialog)
 */
export function useProgress<T extends Moving>(work: Work<T>, onEnd: () => void): T {
  const { address, shape, known } = work;
  const [seen, setSeen] = useState<{ readonly address: string; readonly progress: T } | null>(null);
  const moving = isMoving(work.status);
  const [latest, shapeNow] = [useRef(onEnd), useRef(shape)];
  latest.current = onEnd;
  useEffect(() => {
    if (!moving) return;
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    const listen = () => {
      source = new EventSource(address);
      source.addEventListener("progress", (event) => {
        const parsed = shapeNow.current.safeParse(JSON.parse(event.data));
        if (!parsed.success) return;
        setSeen({ address, progress: parsed.data });
        if (!isMoving(parsed.data.status)) {
          source.close();
          latest.current();
        }
      });
      source.onerror = () => {
        source.close();
        latest.current();
        again = setTimeout(listen, 3_000);
      };
    };
    listen();
    return () => {
      source.close();
      clearTimeout(again);
    };
  }, [address, moving, latest, shapeNow]);
  return moving && seen?.address === address ? seen.progress : known;
}

/** True while a piece of work is on its way. */
export function isMoving(status: string): boolean {
  return status === "waiting" || status === "running" || status === "cancelling";
}
