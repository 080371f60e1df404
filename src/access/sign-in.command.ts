import type { Session, SignInRequest } from "#access/access.contract.ts";
import { ABSOLUTE_MS, LOCK_WINDOW_MS, lockedUntil, sessionEnd } from "#access/access.policy.ts";
import { actorOf } from "#access/actor.ts";
import { isPassword } from "#access/password.ts";
import { csrfTokenOf, hashToken, makeSessionToken } from "#access/session-token.ts";
import {
  deleteFailures,
  endSession,
  findAccount,
  findFailures,
  insertFailure,
  insertSession,
  queueForAccount,
} from "#access/sessions.store.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Fingerprint } from "#audit/fingerprint.ts";
import type { Database, Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

export type SignIn = SignInRequest & {
  readonly now: Date;
  readonly requestId: string;
  /** secret of a session that this browser still holds: it ends, the new one has a secret of its own (no fixation) */
  readonly priorToken: string | null;
};
export type SignedIn = { readonly session: Session; readonly token: string; readonly expiresAt: Date };

/**
 * 登录 checks the password and begins a session. Wrong password, unknown and disabled account are one refusal and take the same
 * time. Every attempt is an audit entry; failures are kept even though the answer is a refusal.
 */
export async function signIn(
  { database, fingerprint }: { readonly database: Database; readonly fingerprint: Fingerprint },
  request: SignIn,
): Promise<Outcome<SignedIn>> {
  return database.transact({ as: "nobody" }, async (tx) => {
    // Failures are counted under the account in lower case, and never by itself: it may be a password typed into the wrong field.
    const accountHash = fingerprint(`account\n${request.account.trim().toLowerCase()}`);
    await queueForAccount(tx, accountHash);
    const locked = lockedUntil(await findFailures(tx, accountHash, new Date(request.now.getTime() - 2 * LOCK_WINDOW_MS)), request.now);
    if (locked) {
      await recordRefusal(tx, request, accountHash, "locked");
      return refuse("locked-out", { minutes: Math.ceil((locked.getTime() - request.now.getTime()) / 60_000) });
    }
    const found = await findAccount(tx, request.account);
    const account = found && found.disabledAt === null ? found : null;
    if (!(await isPassword(account?.passwordHash ?? null, request.password)) || !account) {
      await insertFailure(tx, accountHash, request.now);
      await recordRefusal(tx, request, accountHash, found ? "wrong" : "unknown");
      return refuse("sign-in-failed");
    }
    await deleteFailures(tx, accountHash);
    return done(await beginSession(tx, request, account));
  });
}

async function beginSession(tx: Tx, request: SignIn, account: Pick<Session, "person" | "office">): Promise<SignedIn> {
  if (request.priorToken !== null) await endSession(tx, hashToken(request.priorToken), request.now);
  const token = makeSessionToken();
  const csrfToken = csrfTokenOf(token);
  const expiresAt = new Date(request.now.getTime() + ABSOLUTE_MS);
  await insertSession(tx, {
    tokenHash: hashToken(token),
    csrfHash: hashToken(csrfToken),
    personId: account.person.id,
    createdAt: request.now,
    expiresAt,
  });
  await appendEntry(tx, { event: { kind: "signed-in" }, actor: actorOf(account.person), caseId: null, requestId: request.requestId });
  const { person, office } = account;
  return {
    session: { person, office, csrfToken, expiresAt: sessionEnd({ lastSeenAt: request.now, expiresAt }).toISOString() },
    token,
    expiresAt,
  };
}

async function recordRefusal(tx: Tx, request: SignIn, accountHash: Buffer, because: "wrong" | "locked" | "unknown"): Promise<void> {
  await appendEntry(tx, {
    event: { kind: "sign-in-refused", accountHash: accountHash.toString("hex"), because },
    actor: null,
    caseId: null,
    requestId: request.requestId,
  });
}
