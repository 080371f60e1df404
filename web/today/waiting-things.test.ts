import { expect, test } from "vitest";
import { waitingThings } from "#web/today/waiting-things.ts";

const counts = { prompted: 6, queued: 1, held: 0, accepted: 3, dismissed: 0, merged: 0, split: 0, transferred: 0 };

test("what is over stands first, and every number leads to its list", () => {
  const things = waitingThings({ reminder: { over: 1, soon: 2 }, clues: counts, transfers: { overdue: 1 }, documents: 4 });
  expect(things.map(({ key, many }) => [key, many])).toEqual([
    ["clocksOver", 1],
    ["clocksSoon", 2],
    ["transfersOver", 1],
    ["documents", 4],
    ["prompted", 6],
    ["queued", 1],
  ]);
  expect(things.find(({ key }) => key === "prompted")?.to).toBe("/clues?status=prompted");
});

test("what is none, or could not be read, has no line", () => {
  expect(waitingThings({ reminder: { over: 0, soon: 0 }, clues: null, transfers: null, documents: null })).toEqual([]);
});
