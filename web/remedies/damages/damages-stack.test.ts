import { expect, test } from "vitest";
import { buildStack, buildStackCsv, drawStack } from "#web/remedies/damages/damages-stack.ts";

const pots = [
  {
    ...{ pot: "gains" as const, size: 100, overlap: 60, open: true, choice: null, stale: false, options: [] },
    titles: [
      { id: "claim", label: { zh: "", en: "" }, kind: "claim", amount: 100 },
      { id: "k", label: { zh: "", en: "" }, kind: "confiscation", amount: 60 },
    ],
  },
];
const consequences = [
  { id: "k", kind: "confiscation" as const, label: "没收", amount: 60, state: "expected" as const, source: null },
  { id: "f", kind: "fine" as const, label: '<"罚金">', amount: null, state: "expected" as const, source: null },
];
const rows = buildStack({ consequences }, { claim: { measure: 100, costs: 0, gross: 100 }, pots }, { claim: "请求", costs: "开支" });

test("both sides of an overlap show it, an unknown amount has none, and there is no bar for punitive damages", () => {
  expect(rows.map(({ key, amount, overlap }) => [key, amount, overlap])).toEqual([
    ["claim", 100, 60],
    ["k", 60, 60],
    ["f", null, 0],
  ]);
});

test("the downloads say unknown as unknown and keep words out of the markup", () => {
  expect(drawStack(rows, "发现", (amount) => (amount === null ? "未知" : String(amount)))).toContain("&lt;&quot;罚金&quot;>");
  expect(buildStackCsv(rows, String)).toContain('"<""罚金"">",,0');
});
