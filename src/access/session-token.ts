import { createHash, createHmac, randomBytes } from "node:crypto";

/** A new secret of a session: 32 random bytes as text; it lives in the cookie and nowhere else. */
export function makeSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The CSRF token of a session follows from its secret, so that a reloaded page can be given it again without storing it. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac("sha256", sessionToken).update("tandem csrf").digest("base64url");
}
