import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import { isOver } from "#case-documents/reading.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { WriteEvents } from "#http/route.ts";
import { describeReplay } from "#lexicons/describe-replay.query.ts";
import { canKeepLexicon } from "#lexicons/lexicon.policy.ts";
import type { ReplayDetail } from "#lexicons/lexicons.contract.ts";
import { findMoved } from "#lexicons/replays.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

const EVERY_MS = 400;
const MOST_SHOWN = 200;

/** 重放结果 the totals of all documents, and the documents themselves of cases whose rows the reader sees. */
export async function getReplay(
  database: Database,
  { actor, requestId }: Asking,
  id: string,
): Promise<Outcome<z.infer<typeof ReplayDetail>>> {
  const decision = canKeepLexicon("look", actor);
  if (!decision.allowed) return decision.refusal;
  return database.transact({ as: "person", actor }, async (tx) => {
    const replay = await describeReplay(tx, { id });
    if (!replay) return refuse("not-found", { what: "replay" });
    const { documents, visible } = await findMoved(tx, id, MOST_SHOWN);
    const event = { kind: "work-read" as const, thing: "lexicon-replay", filters: {}, found: visible };
    await appendEntry(tx, { event, actor, caseId: null, requestId });
    return done({ replay, documents, visible });
  });
}

/** 跟踪重放 writes the replay whenever it has changed, and ends with it. */
export async function followReplay(database: Database, { actor, requestId }: Asking, id: string): Promise<Outcome<WriteEvents>> {
  const decision = canKeepLexicon("look", actor);
  if (!decision.allowed) return decision.refusal;
  const look = () => database.transact({ as: "person", actor }, (tx) => describeReplay(tx, { id }));
  const first = await look();
  if (!first) return refuse("not-found", { what: "replay" });
  await database.transact({ as: "person", actor }, (tx) => {
    const event = { kind: "work-read" as const, thing: "lexicon-replay", filters: { part: "progress" }, found: 1 };
    return appendEntry(tx, { event, actor, caseId: null, requestId });
  });
  return done(async ({ send, signal }) => {
    let sent = "";
    for (let seen: typeof first | undefined = first; seen && !signal.aborted; seen = await look()) {
      const line = JSON.stringify(seen);
      if (line !== sent) await send("progress", seen);
      sent = line;
      if (isOver(seen.status)) return;
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined); // aborted: the loop's own condition ends it
    }
  });
}
