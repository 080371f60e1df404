import { setTimeout as pause } from "node:timers/promises";
import { appendEntry } from "#audit/append-entry.command.ts";
import { findReadings } from "#case-documents/case-documents.store.ts";
import { presentReading } from "#case-documents/describe-document.query.ts";
import { isOver } from "#case-documents/reading.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { WriteEvents } from "#http/route.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

const EVERY_MS = 400;

/** 跟踪进度 writes the newest reading of a document whenever it has changed, and ends with it. It looks as the reader, so it ends when the case is no longer theirs. */
export async function followReading(database: Database, { actor, requestId }: Asking, id: string): Promise<Outcome<WriteEvents>> {
  const look = () => database.transact({ as: "person", actor }, async (tx) => (await findReadings(tx, [id]))[0]);
  const first = await look();
  if (!first) return refuse("not-found", { what: "document" });
  await database.transact({ as: "person", actor }, (tx) => {
    const event = { kind: "work-read" as const, thing: "case-document", filters: { part: "progress" }, found: 1 };
    return appendEntry(tx, { event, actor, caseId: first.case_id, requestId });
  });
  return done(async ({ send, signal }) => {
    let sent = "";
    for (let seen: typeof first | undefined = first; seen && !signal.aborted; seen = await look()) {
      const reading = presentReading(seen);
      const line = JSON.stringify(reading);
      if (line !== sent) await send("progress", reading);
      sent = line;
      if (isOver(reading.status)) return;
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined); // aborted: the loop's own condition ends it
    }
  });
}
