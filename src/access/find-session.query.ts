import { timingSafeEqual } from "node:crypto";
import type { Actor, Session } from "#access/access.contract.ts";
import { admit, sessionEnd, sessionState } from "#access/access.policy.ts";
import { actorOf } from "#access/actor.ts";
import { csrfTokenOf, hashToken } from "#access/session-token.ts";
import { findSessionRow, touchSession } from "#access/sessions.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** The idle time is slid on at most once a minute: a page that polls does not write at each request. */
const TOUCH_MS = 60_000;

export type LiveSession = { readonly actor: Actor; readonly session: Session; readonly csrfHash: Buffer };

/** The live session of a cookie, its idle time slid on; refuses when there is none or it has ended. */
export async function findSession(database: Database, token: string | null, now: Date): Promise<Outcome<LiveSession>> {
  if (token === null) return refuseAs("none");
  return database.transact({ as: "nobody" }, async (tx) => {
    const tokenHash = hashToken(token);
    const kept = await findSessionRow(tx, tokenHash);
    const admitted = admit(kept ? sessionState(kept, now) : "unknown");
    if (!admitted.ok) return admitted;
    if (!kept) return refuseAs("unknown");
    const slid = now.getTime() - kept.lastSeenAt.getTime() >= TOUCH_MS;
    if (slid) await touchSession(tx, tokenHash, now);
    const end = sessionEnd({ lastSeenAt: slid ? now : kept.lastSeenAt, expiresAt: kept.expiresAt });
    return done({
      actor: actorOf(kept.person),
      session: { person: kept.person, office: kept.office, csrfToken: csrfTokenOf(token), expiresAt: end.toISOString() },
      csrfHash: kept.csrfHash,
    });
  });
}

/** Whether the header of a change carries the token of its session; compared by hash and in constant time. */
export function isCsrfToken(session: Pick<LiveSession, "csrfHash">, header: string | undefined): boolean {
  return header !== undefined && timingSafeEqual(hashToken(header), session.csrfHash);
}

function refuseAs(state: "none" | "unknown"): Outcome<never> {
  const admitted = admit(state);
  if (admitted.ok) throw new Error("a missing session was admitted");
  return admitted;
}
