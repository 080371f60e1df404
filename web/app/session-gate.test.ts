import { expect, test } from "vitest";
import { endWait, isWaitingForSignIn, waitForSignIn } from "#web/app/session-gate.ts";

test("requests that met an ended session wait together and go on after the same person signed in", async () => {
  const waits = Promise.all([waitForSignIn(), waitForSignIn()]);
  expect(isWaitingForSignIn()).toBe(true);
  endWait("sent-again");
  await expect(waits).resolves.toBeDefined();
  expect(isWaitingForSignIn()).toBe(false);
});

test("what one person typed is not sent by another: the wait is dropped and says so", async () => {
  const wait = waitForSignIn();
  endWait("dropped");
  await expect(wait).rejects.toMatchObject({ failure: { kind: "session-left" } });
});
