import { expect, test } from "vitest";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";
import type { ProtectedGroups } from "#groups/groups.contract.ts";
import { beginForm, factsOfCase } from "#web/public-interest/facts-of-case.ts";

const name = { zh: "", en: "" };
const cell = (id: ProtectedGroups["cells"][number]["id"], value: number | null, hidden: "small" | "complementary" | null = null) => ({
  id,
  name,
  value,
  hidden,
  text: name,
});
const groups: ProtectedGroups = {
  asOf: "2026-05-20",
  threshold: 5,
  cells: [cell("under14", null, "small"), cell("under18", 20), cell("over60", 0), cell("women", null, "complementary")],
  persons: { atLeast: 90, atMost: 120 },
  scale: [],
  sensitive: [
    { id: "health", name, present: true, kinds: ["health"], cite: "" },
    { id: "whereabouts", name, present: false, kinds: [], cite: "" },
    { id: "under14", name, present: true, kinds: [], cite: "" },
  ],
  notes: [],
};
const clock = (state: object, due: string) => ({ state: DeadlineState.parse(state), due });
const review = { rule: "CR-PROS-1M", from: "2026-03-10", detained: true };

test("a count tells persons, groups and kinds; a small cell says that there is somebody, an empty or otherwise hidden one says nothing", () => {
  expect(beginForm(factsOfCase({ stage: "prosecution-review" }, groups, []))).toEqual({
    personsAtLeast: 90,
    personsAtMost: 120,
    groups: ["children", "minors"],
    sensitiveKinds: ["health"],
    criminalCaseOpen: true,
  });
});

test("what a count has not found stays unknown and does not become none", () => {
  const nobody = { ...groups, cells: [cell("women", 0)], sensitive: [] };
  const form = beginForm(factsOfCase({ stage: "closed" }, nobody, []));
  expect(form).toEqual({ personsAtLeast: 90, personsAtMost: 120 });
});

test("of several reviews under way the one that ends first is the clock of the prosecution, with its extension", () => {
  const extended = { ...review, extension: { by: 15, document: "延长决定", on: "2026-04-01" } };
  const form = beginForm(
    factsOfCase({ stage: "prosecution-review" }, null, [
      clock({ ...review, from: "2026-03-20" }, "2026-05-20"),
      clock(extended, "2026-04-25"),
      clock({ ...review, from: "2026-01-10", done: { on: "2026-02-01", document: null } }, "2026-02-10"),
    ]),
  );
  expect(form).toEqual({ reviewReceivedOn: "2026-03-10", detained: true, reviewExtendedBy: 15, criminalCaseOpen: true });
});

test("a review with days that do not count tells its own last day", () => {
  const suspended = {
    ...review,
    suspensions: [{ ground: "psychiatric", from: "2026-03-15", document: "委托书", until: null, resumed: null }],
  };
  expect(beginForm(factsOfCase({ stage: "trial" }, null, [clock(suspended, "2026-05-02")]))).toEqual({
    plannedProsecutionOn: "2026-05-02",
    criminalCaseOpen: false,
  });
});

test("the last notice and the last recommendation come from their clocks", () => {
  const clocks = [
    clock({ rule: "PI-CIV-NOTICE", from: "2026-02-01" }, "2026-03-03"),
    clock({ rule: "PI-CIV-NOTICE", from: "2026-03-01" }, "2026-03-31"),
    clock({ rule: "PI-REC-REPLY", from: "2026-03-05", urgent: true }, "2026-03-20"),
  ];
  expect(beginForm(factsOfCase({ stage: "closed" }, null, clocks))).toEqual({
    noticePublished: true,
    noticeOn: "2026-03-01",
    recommendationMade: true,
    recommendationDeliveredOn: "2026-03-05",
    urgent: true,
  });
});
