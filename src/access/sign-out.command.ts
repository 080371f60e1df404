import type { Actor } from "#access/access.contract.ts";
import { hashToken } from "#access/session-token.ts";
import { endSession } from "#access/sessions.store.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Database } from "#database/database.ts";

/** 退出 ends the session of this cookie; other sessions of the same person live on. */
export async function signOut(database: Database, request: { actor: Actor; token: string; now: Date; requestId: string }): Promise<void> {
  await database.transact({ as: "person", actor: request.actor }, async (tx) => {
    const wasAlive = await endSession(tx, hashToken(request.token), request.now);
    if (wasAlive)
      await appendEntry(tx, { event: { kind: "signed-out" }, actor: request.actor, caseId: null, requestId: request.requestId });
  });
}
