import { describe, expect, test } from "vitest";
import { isLecardThere, readExpectedRuns, readLecard } from "./lecard.ts";
import { averageFigures, scoreRanking } from "./score-rankings.ts";

test("a ranking in the order of its labels has a gain of 1 and an average precision of 1", () => {
  const labels = { a: 3, b: 2, c: 3, d: 0 };
  expect(scoreRanking(["a", "c", "b", "d"], labels, "judged30")).toMatchObject({ P5: 0.4, P10: 0.2, MAP: 1, N10: 1, N30: 1 });
  expect(scoreRanking(["d", "a", "b", "c"], labels, "judged30").MAP).toBe(0.5);
});

test("unjudged candidates count as 0 over all candidates, and do not exist over the judged", () => {
  const labels = { a: 3, b: 0 };
  expect(scoreRanking(["x", "a", "b"], labels, "judged30").MAP).toBe(1);
  expect(scoreRanking(["x", "a", "b"], labels, "all100").MAP).toBe(0.5);
});

describe.skipIf(!isLecardThere)("LeCaRD (skipped without ../shared/data)", () => {
  test("runs of others score what their publishers' own scorer gives them", () => {
    const { labels } = readLecard();
    for (const { name, run, judged30, all100 } of readExpectedRuns())
      for (const [scope, expected] of Object.entries({ judged30, all100 })) {
        const each = Object.entries(run).map(([query, ids]) =>
          scoreRanking(ids, labels[query] ?? {}, scope === "all100" ? "all100" : "judged30"),
        );
        for (const [measure, value] of Object.entries(averageFigures(each)))
          expect(value, `${name} ${scope} ${measure}`).toBeCloseTo(Reflect.get(expected, measure), 3);
      }
  });
});
