import { setTimeout as pause } from "node:timers/promises";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { isOver } from "#counts/count.ts";
import { CountProgress } from "#counts/counts.contract.ts";
import { findCountRow } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import type { WriteEvents } from "#http/route.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

const EVERY_MS = 500;

/**
 * 跟踪进度 writes the progress whenever it has changed, and ends with the count. It looks into the database, so it works wherever the
 * worker runs; and it looks as the reader, so it ends when the case is no longer theirs to see.
 */
export async function followProgress(database: Database, { actor, requestId }: Asking, countId: string): Promise<Outcome<WriteEvents>> {
  const look = () =>
    database.transact({ as: "person", actor }, async (tx) => {
      const row = await findCountRow(tx, countId, "none");
      return row && { caseId: row.case_id, progress: CountProgress.parse({ ...row.progress, status: row.status }) };
    });
  const first = await look();
  if (!first) return refuse("not-found", { what: "count" });
  await database.transact({ as: "person", actor }, (tx) =>
    appendEntry(tx, { event: { kind: "count-read", countId, part: "progress" }, actor, caseId: first.caseId, requestId }),
  );
  return done(async ({ send, signal }) => {
    let sent = "";
    for (let seen: typeof first | undefined = first; seen && !signal.aborted; seen = await look()) {
      const line = JSON.stringify(seen.progress);
      if (line !== sent) await send("progress", seen.progress);
      sent = line;
      if (isOver(seen.progress.status)) return;
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined); // aborted: the loop's own condition ends it
    }
  });
}
