import type { Actor } from "#access/access.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

const MINUTE = 60_000;
/** A session ends after half an hour without a request and after twelve hours in any case. */
export const IDLE_MS = 30 * MINUTE;
export const ABSOLUTE_MS = 12 * 60 * MINUTE;
/** Five failures within a quarter of an hour lock an account for a quarter of an hour. */
const FAILURES = 5;
export const LOCK_WINDOW_MS = 15 * MINUTE;

export type SessionTimes = {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly personDisabledAt: Date | null;
};
export type SessionState = "none" | "unknown" | "live" | "idle" | "expired" | "ended" | "disabled";

/** What a session is worth now; the first that applies. */
export function sessionState(times: SessionTimes, now: Date): SessionState {
  if (times.endedAt !== null) return "ended";
  if (times.personDisabledAt !== null) return "disabled";
  if (now >= times.expiresAt) return "expired";
  if (now.getTime() - times.lastSeenAt.getTime() >= IDLE_MS) return "idle";
  return "live";
}

/** When a live session will end if nobody does anything. */
export function sessionEnd(times: Pick<SessionTimes, "lastSeenAt" | "expiresAt">): Date {
  return new Date(Math.min(times.expiresAt.getTime(), times.lastSeenAt.getTime() + IDLE_MS));
}

/** Only a live session lets anything through; no cookie at all is "sign in", a dead one is "sign in again". */
export function admit(state: SessionState): Outcome<null> {
  if (state === "live") return done(null);
  return refuse(state === "none" ? "not-signed-in" : "session-expired");
}

/**
 * Until when an account is locked, or null. Attempts while locked are not counted, so that nobody can be kept out for ever.
 * @param failures times of failed sign-ins of this account, in any order
 */
export function lockedUntil(failures: readonly Date[], now: Date): Date | null {
  const newest = failures.map((at) => at.getTime()).sort((a, b) => b - a);
  const [last, first] = [newest[0], newest[FAILURES - 1]];
  if (last === undefined || first === undefined || last - first > LOCK_WINDOW_MS) return null;
  const until = last + LOCK_WINDOW_MS;
  return until > now.getTime() ? new Date(until) : null;
}

/** Whether the person may look colleagues up (to add them to a case). Everyone who holds a role may; passwords and failures are never shown. */
export function mayFindPeople(actor: Pick<Actor, "roles">): Outcome<null> {
  return actor.roles.length > 0
    ? done(null)
    : refuse("not-permitted", { rule: "须先由管理员授予角色", "rule.en": "an administrator has to give you a role first" });
}
