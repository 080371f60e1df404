import { describe, expect, test } from "vitest";
import { ProtectedGroups } from "#groups/groups.contract.ts";
import { tellGroups } from "#groups/tell-groups.ts";

type Groups = { under14: number; under18: number; over60: number; women: number };
function tell(ids: number, groups: Partial<Groups> = {}, persons = { atLeast: ids, atMost: ids }, kinds: readonly string[] = []) {
  const line = { found: ids, valid: ids, damaged: 0, invalid: 0, distinct: ids };
  return ProtectedGroups.parse(
    tellGroups({
      groups: { asOf: "2026-11-22", under14: 0, under18: 0, over60: 0, women: 0, ...groups },
      kinds: [{ kind: "resident-id", ...line }, ...kinds.map((kind) => ({ kind, ...line }))],
      persons,
    }),
  );
}
const shown = (groups: ProtectedGroups) => Object.fromEntries(groups.cells.map(({ id, text }) => [id, text.zh]));

test("cells of one to four are hidden, and one that would give them away with them", () => {
  const groups = tell(1000, { under14: 3, under18: 40, over60: 200, women: 500 });
  expect(shown(groups)).toEqual({
    total: "1,000",
    under14: "＜5",
    from14to17: "隐去",
    under18: "40",
    from18to59: "760",
    over60: "200",
    women: "500",
    men: "500",
  });
  expect(groups.cells.find(({ id }) => id === "under14")).toMatchObject({ value: null, hidden: "small" });
});

test("two small cells whose sum would give both away cover themselves with the sum", () => {
  const cells = shown(tell(1000, { under14: 1, under18: 2, over60: 300, women: 400 }));
  expect([cells["under14"], cells["from14to17"], cells["under18"]]).toEqual(["＜5", "＜5", "＜5"]);
  expect([cells["from18to59"], cells["over60"]].filter((text) => text === "隐去").length).toBe(1);
});

test("nobody is shown as nobody, and five are shown", () => {
  const cells = shown(tell(100, { under14: 0, under18: 5, over60: 10, women: 50 }));
  expect(cells).toMatchObject({ under14: "0", from14to17: "5", under18: "5" });
});

test("a count without resident ids has empty groups", () => {
  expect(new Set(Object.values(shown(tell(0))))).toEqual(new Set(["0"]));
});

describe("scale is measured on persons, the lower bound makes it certain", () => {
  test.each([
    [999_999, 999_999, "not-met", "met"],
    [999_999, 1_000_000, "possible", "met"],
    [1_000_000, 1_200_000, "met", "met"],
    [9_999, 9_999, "not-met", "not-met"],
    [9_999, 10_000, "not-met", "possible"],
    [10_000, 10_000, "not-met", "met"],
  ])("%i to %i persons", (atLeast, atMost, large, early) => {
    const { scale } = tell(10, {}, { atLeast, atMost });
    expect(scale.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["large-scale", large],
      ["early-notice", early],
    ]);
  });
});

test("the categories of PIPL article 28 that are in the evidence are flagged, minors under 14 by age", () => {
  const present = (groups: ProtectedGroups) => groups.sensitive.flatMap(({ id, present }) => (present ? [id] : []));
  expect(present(tell(10))).toEqual([]);
  expect(present(tell(10, { under14: 6, under18: 6 }, undefined, ["health", "bank-card"]))).toEqual([
    "health",
    "financial-account",
    "under14",
  ]);
});
