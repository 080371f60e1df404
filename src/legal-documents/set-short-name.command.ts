import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { canManageTemplates } from "#legal-documents/legal-document.policy.ts";
import type { SetShortNameRequest } from "#legal-documents/legal-documents.contract.ts";
import { insertShortName } from "#legal-documents/legal-documents.store.ts";
import { done, type Outcome } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 设定代字 the short name that numbers of the actor's own office begin with, from now on; numbers already given stay as they are. */
export async function setShortName(
  database: Database,
  { actor, now, requestId }: Asking,
  { requestId: changeId, shortName }: z.infer<typeof SetShortNameRequest>,
): Promise<Outcome<{ readonly shortName: string }>> {
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, "set-short-name", async () => {
      const decision = canManageTemplates(actor);
      if (!decision.allowed) return decision.refusal;
      const version = await insertShortName(tx, actor.officeCode, shortName, actor.personId, now);
      const noted = { kind: "work-changed" as const, thing: "office-short-name", thingId: actor.officeCode, action: "set", version };
      await appendEntry(tx, { event: noted, actor, caseId: null, requestId });
      return done({ shortName });
    }),
  );
}
