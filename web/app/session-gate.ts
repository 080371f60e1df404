/**
 * A session that ends in the middle of work: every request that meets a 401 waits here, one sign-in dialog is shown over the page,
 * and afterwards all of them are sent again. Nothing typed is lost.
 */
let waiting: Promise<void> | null = null;
let release: (() => void) | null = null;
let csrf = "";
const listeners = new Set<() => void>();

/** Resolves when the person has signed in again. */
export function waitForSignIn(): Promise<void> {
  if (waiting === null) {
    waiting = new Promise((resolve) => {
      release = resolve;
    });
    for (const listener of listeners) listener();
  }
  return waiting;
}

/** Called by the dialog after a good sign-in: what waited is sent again. */
export function endWait(): void {
  const go = release;
  waiting = null;
  release = null;
  go?.();
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
