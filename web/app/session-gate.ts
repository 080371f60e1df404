import { RequestFailure, SESSION_LEFT } from "#web/app/failure.ts";

/**
 * A session that ends in the middle of work: every request that meets a 401 waits here, one sign-in dialog is shown over the page,
 * and afterwards all of them are sent again. Nothing typed is lost.
 */
let waiting: { readonly promise: Promise<void>; readonly go: () => void; readonly drop: (reason: Error) => void } | null = null;
let csrf = "";
const listeners = new Set<() => void>();

/** Resolves when the same person has signed in again; rejects when the page is left or another person signs in. */
export function waitForSignIn(): Promise<void> {
  if (waiting === null) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting = { promise, go: resolve, drop: reject };
    for (const listener of listeners) listener();
  }
  return waiting.promise;
}

/** Ends the wait: `sent-again` after the same person signed in; `dropped` otherwise, so that nobody sends what another person typed. */
export function endWait(outcome: "sent-again" | "dropped"): void {
  const held = waiting;
  waiting = null;
  if (outcome === "sent-again") held?.go();
  else held?.drop(new RequestFailure(SESSION_LEFT));
  for (const listener of listeners) listener();
}

export function isWaitingForSignIn(): boolean {
  return waiting !== null;
}

export function onGateChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The anti-forgery token of the present session, sent with every change. */
export function keepCsrfToken(token: string): void {
  csrf = token;
}

export function csrfToken(): string {
  return csrf;
}
