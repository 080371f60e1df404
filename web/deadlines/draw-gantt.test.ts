import { expect, test } from "vitest";
import { drawGantt, type GanttDrawing, monthsOf } from "#web/deadlines/draw-gantt.ts";
import type { GanttRow } from "#web/deadlines/gantt-rows.ts";

const row = (key: string, more: Partial<GanttRow>): GanttRow => ({
  ...{ key, group: "criminal", name: { zh: key, en: key }, who: null, from: "2026-01-01", to: "2026-02-01" },
  ...{ plain: null, moved: null, state: "running", document: null },
  ...more,
});
const draw = (more: Partial<GanttDrawing>) =>
  drawGantt({
    ...{ title: "期限与强制措施", lanes: [], rows: [], first: "2026-01-01", last: "2026-04-11", today: "2026-02-20", safe: null },
    ...{
      groupOf: (group) => `组-${group}`,
      labelOf: ({ name }) => name.zh,
      remarkOf: () => "",
      marks: { today: "今天", safe: "最迟" },
      now: "至今",
    },
    ...more,
  });
/** Left edges and widths of the bars of a row, in its colour. */
const bars = (svg: string, fill: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="16" fill="([^"]+)"/g)]
    .filter(([, , , own]) => own === fill)
    .map(([, x, width]) => [Number(x), Number(width)]);

test("a bar stands where its days stand on the line of time; a measure without an end goes to today", () => {
  const { svg } = draw({ rows: [row("甲", {}), row("乙", { group: "custody", from: "2026-01-01", to: null })] });
  const [[x = 0, width = 0] = []] = bars(svg, "#1d4f7c");
  // 31 of 100 days of a line of 756 pixels that begins at 420.
  expect([x, Math.round(width * 100) / 100]).toEqual([420, 234.36]);
  const [[, open = 0] = []] = bars(svg, "#9c2f2f");
  expect(open).toBeCloseTo(378, 6);
  expect(svg).toContain("2026-01-01 → 至今");
});

test("an extension is drawn apart from the plain period, and where a day moved from", () => {
  const { svg } = draw({ rows: [row("甲", { plain: "2026-01-21", moved: "2026-01-25" })] });
  expect(bars(svg, "url(#longer)")).toHaveLength(1);
  expect(svg).toContain('stroke="#8a5a14"');
});

test("only groups with rows have a head; the height grows with the rows; what a name holds cannot break the file", () => {
  const one = draw({ rows: [row('<script> & "名"', {})] });
  const two = draw({ rows: [row("甲", {}), row("乙", {})] });
  expect(two.height).toBe(one.height + 44);
  expect(one.svg).toContain("组-criminal");
  expect(one.svg).not.toContain("组-pil");
  expect(one.svg).not.toContain("<script>");
  expect(one.svg).toContain("&lt;script> &amp; &quot;名&quot;");
});

test("a long name is cut, a short one is whole", () => {
  const { svg } = draw({ rows: [row("某".repeat(26), {}), row("长".repeat(27), {})] });
  expect(svg).toContain(`>${"某".repeat(26)}<`);
  expect(svg).toContain(`>${"长".repeat(26)}…<`);
});

test("first days of months within the line, five at most", () => {
  expect(monthsOf("2026-01-01", "2026-03-31")).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"]);
  expect(monthsOf("2026-01-02", "2026-01-31")).toEqual([]);
  expect(monthsOf("2026-01-01", "2027-12-31").length).toBeLessThanOrEqual(5);
});
