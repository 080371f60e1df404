import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { CaseEventList } from "#cases/cases.contract.ts";
import { findEvents, findFactsRow, findNames } from "#cases/cases.store.ts";
import { tellEvent } from "#cases/tell-event.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 案件经过 every recorded event of a case, oldest first, each as a sentence. */
export async function listEvents(
  database: Database,
  { actor, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof CaseEventList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findFactsRow(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const events = await findEvents(tx, caseId);
    const persons = events.flatMap(({ event }) =>
      "personId" in event ? [event.personId] : event.type === "opened" && event.owner ? [event.owner] : [],
    );
    const names = await findNames(tx, persons);
    const parties = new Map(events.flatMap(({ event }) => ("party" in event ? [[event.party.id, event.party.name] as const] : [])));
    const items = events.map(({ version, at, by, event }) => ({
      version,
      at: at.toISOString(),
      by,
      type: event.type,
      sentence: tellEvent(event, (id) => names.get(id) ?? parties.get(id) ?? "—"),
    }));
    await appendEntry(tx, { event: { kind: "case-read", part: "events" }, actor, caseId, requestId });
    return done({ items });
  });
}
