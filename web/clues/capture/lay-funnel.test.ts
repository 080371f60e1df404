import { expect, test } from "vitest";
import { buildFunnelCsv, layFunnel } from "#web/clues/capture/lay-funnel.ts";

const funnel = {
  ...{
    office: "990101",
    offices: [],
    documents: 10,
    read: 8,
    hits: 4,
    prompts: 12,
    waiting: 5,
    dismissed: 3,
    clues: 4,
    accepted: 0,
    cases: 0,
  },
  withheld: 1,
};

test("each step has its share of the step before and the list behind it; nothing has no list", () => {
  const rows = new Map(layFunnel(funnel, { from: "2026-11-01", field: "minors" }).map((row) => [row.step, row]));
  expect(rows.get("documents")).toEqual({ step: "documents", many: 10, of: null, list: true, to: null });
  expect(rows.get("hits")).toMatchObject({ of: 8, list: true });
  expect(rows.get("clues")).toMatchObject({ of: 12, to: "/clues?outcome=clue&from=2026-11-01&field=minors&promptedBy=990101" });
  expect(rows.get("accepted")).toMatchObject({ of: 4, to: null });
  expect(rows.get("withheld")).toMatchObject({ many: 1, list: true, to: null });
  expect(rows.get("accepted")).toMatchObject({ many: 0, list: false });
});

test("the CSV holds every step once, shares with six decimals", () => {
  const csv = buildFunnelCsv(layFunnel(funnel, {}), (step) => step.toUpperCase());
  expect(csv).toContain('clues,"CLUES",4,0.333333\r\n');
  expect(csv.trim().split("\r\n")).toHaveLength(11);
});
