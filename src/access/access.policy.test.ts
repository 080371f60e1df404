import { describe, expect, test } from "vitest";
import {
  ABSOLUTE_MS,
  admit,
  IDLE_MS,
  LOCK_WINDOW_MS,
  lockedUntil,
  mayFindPeople,
  type SessionState,
  sessionState,
} from "#access/access.policy.ts";
import { Role } from "#offices/offices.contract.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 2, 9, 0) + minutes * 60_000);
const live = { lastSeenAt: at(0), expiresAt: new Date(at(0).getTime() + ABSOLUTE_MS), endedAt: null, personDisabledAt: null };

describe("what a session is worth", () => {
  test.each<[string, Partial<typeof live> | object, number, SessionState]>([
    ["just used", {}, 0, "live"],
    ["a moment before half an hour of silence", {}, 29.99, "live"],
    ["half an hour of silence", {}, 30, "idle"],
    ["busy to the last minute of its twelve hours", { lastSeenAt: at(719) }, 719.9, "live"],
    ["twelve hours old", { lastSeenAt: at(719) }, 720, "expired"],
    ["signed out", { endedAt: at(1) }, 2, "ended"],
    ["of a disabled person", { personDisabledAt: at(1) }, 2, "disabled"],
    ["signed out, then the person disabled", { endedAt: at(1), personDisabledAt: at(1) }, 2, "ended"],
  ])("%s", (_, change, minutes, state) => expect(sessionState({ ...live, ...change }, at(minutes))).toBe(state));

  test("only a live session is admitted; without a cookie one is told to sign in, with a dead one to sign in again", () => {
    const expected = {
      none: "not-signed-in",
      unknown: "session-expired",
      live: "admitted",
      idle: "session-expired",
      expired: "session-expired",
      ended: "session-expired",
      disabled: "session-expired",
    } satisfies Record<SessionState, string>;
    const states: SessionState[] = ["none", "unknown", "live", "idle", "expired", "ended", "disabled"];
    const found = Object.fromEntries(states.map((state) => [state, ((outcome) => (outcome.ok ? "admitted" : outcome.kind))(admit(state))]));
    expect(found).toEqual(expected);
  });

  test("the idle time is shorter than the whole", () => expect(IDLE_MS).toBeLessThan(ABSOLUTE_MS));
});

describe("the lock of an account", () => {
  const after = (failures: number[], minutes: number) => lockedUntil(failures.map(at), at(minutes))?.getTime() ?? null;
  const until = (minutes: number) => at(minutes).getTime();
  test.each<[string, number[], number, number | null]>([
    ["no failure", [], 0, null],
    ["four failures", [0, 1, 2, 3], 3, null],
    ["five failures in a quarter of an hour", [0, 1, 2, 3, 15], 15, until(30)],
    ["the same in another order", [15, 3, 0, 2, 1], 15, until(30)],
    ["five failures spread wider", [0, 4, 8, 12, 15.1], 15.1, null],
    ["a moment before it opens", [0, 0, 0, 0, 0], 14.99, until(15)],
    ["a quarter of an hour after the last", [0, 0, 0, 0, 0], 15, null],
    ["older failures before the five", [-60, -50, 0, 1, 2, 3, 4], 5, until(19)],
  ])("%s", (_, failures, minutes, expected) => expect(after(failures, minutes)).toBe(expected));

  test("the store is asked for long enough a time to see it", () => expect(LOCK_WINDOW_MS).toBe(15 * 60_000));
});

test("everyone with a role may look up colleagues, nobody without one", () => {
  expect(Role.options.filter((role) => mayFindPeople({ roles: [role] }).ok)).toEqual(Role.options);
  expect(mayFindPeople({ roles: [] }).ok).toBe(false);
});
