import { randomUUID } from "node:crypto";
import type { Actor } from "#access/access.contract.ts";
import { actorOf } from "#access/actor.ts";
import { signIn } from "#access/sign-in.command.ts";
import { signOut } from "#access/sign-out.command.ts";
import type { Fingerprint } from "#audit/fingerprint.ts";
import type { Database } from "#database/database.ts";
import type { Outcome } from "#refusals/refusal.ts";

/**
 * Signs a person in for one operation and out again, for whoever has no browser: the same check of the password, the same lock after
 * failures, the same entries in the audit. The session ends however the operation does.
 */
export async function actOnce<T>(
  services: { readonly database: Database; readonly fingerprint: Fingerprint },
  { account, password, now }: { readonly account: string; readonly password: string; readonly now: Date },
  run: (actor: Actor) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const requestId = randomUUID();
  const signedIn = await signIn(services, { account, password, now, requestId, priorToken: null });
  if (!signedIn.ok) return signedIn;
  const actor = actorOf(signedIn.value.session.person);
  try {
    return await run(actor);
  } finally {
    await signOut(services.database, { actor, token: signedIn.value.token, now, requestId });
  }
}
