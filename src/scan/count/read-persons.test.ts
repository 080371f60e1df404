import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { buildMobile } from "#scan/count.builder.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-persons-"));
mkdirSync(join(folder, "evidence"));
const STAYS = ["姓名,手机号,入住时间,房号", ...[1, 1, 2].map((at) => `张三,${buildMobile(at)},2024-01-01,1203`)].join("\n");
writeFileSync(join(folder, "evidence", "a.csv"), STAYS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ exit: number; words: string[]; data: string }> {
  const [data, words]: [string[], string[]] = [[], []];
  const exit = await execute(argv, {
    out: async (text) => void data.push(text),
    say: (line) => void words.push(line),
    language: "zh",
    now: new Date(2026, 10, 22),
    workingFolder: folder,
    environment: {},
    signal: new AbortController().signal,
  });
  return { exit, words, data: data.join("") };
}

function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

test.each([
  ["--corrections", "no file", null, "ENOENT"],
  ["--corrections", "no JSON", "{", "JSON"],
  ["--corrections", "no reason", { corrections: [{ type: "tier", of: "health", tier: "C" }] }, "corrections[0].reason"],
  ["--corrections", "an unknown kind", { corrections: [{ type: "tier", of: "shoes", tier: "C", reason: "x" }] }, "corrections[0].of"],
  [
    "--corrections",
    "an unknown shape",
    { corrections: [{ type: "column", shape: "s0000000000000000", column: 1, kind: "qq", reason: "x" }] },
    "corrections[0].shape",
  ],
  ["--decisions", "no decisions", {}, "decisions"],
  ["--decisions", "an unknown decision", { decisions: [{ decision: "perhaps" }] }, "decisions[0].decision"],
])("%s with %s is a wrong request that names the place, and gives no figure", async (option, _, content, place) => {
  const file = content === null ? "nowhere.json" : write("wrong.json", content);
  const { exit, words, data } = await run("count", "evidence", option, file, "--json");
  expect(exit).toBe(2);
  expect(words).toHaveLength(1);
  expect(words[0]).toContain(place);
  expect(data).toBe("");
});

test("what persons said stands in the bundle, and its verification counts the same", async () => {
  const at = { by: "承办人", at: "2026-11-22T01:00:00Z" };
  const place = (row: number, offset: number) => ({ source: "a.csv", row, offset });
  const offsetOf = (row: number) =>
    Buffer.byteLength(
      STAYS.split("\n")
        .slice(0, row - 1)
        .join("\n"),
    ) + 1;
  const decisions = write("decisions.json", {
    decisions: [
      { decision: "confirmed", place: place(2, offsetOf(2)), ...at },
      { decision: "rejected", place: place(4, offsetOf(4)), reason: "查无此人", ...at },
    ],
  });
  const corrections = write("corrections.json", { corrections: [{ type: "key", key: "name+mobile", reason: "同名同号为同一条" }] });
  const { exit, data } = await run(
    "count",
    "evidence",
    "--decisions",
    decisions,
    "--corrections",
    corrections,
    "--bundle",
    "out",
    "--json",
  );
  expect(exit).toBe(0);
  const result = JSON.parse(data);
  expect(result).toMatchObject({
    proved: true,
    options: { key: "name+mobile", corrections: [{ reason: "同名同号为同一条" }] },
    workList: { open: { B: 0 }, confirmed: { B: 1 }, rejected: { B: 1 } },
  });
  expect(result.ledger.tiers.B).toMatchObject({ seized: 3, valid: 2, distinct: 1, excluded: { rejected: 1 } });
  expect(await run("verify", "out", "evidence", "--json")).toMatchObject({ exit: 0 });
});

test("for a person: open items are told as not proved, shapes with the evidence for each column, definitions side by side", async () => {
  const { data } = await run("count", "evidence", "--definitions");
  expect(data).toContain("未经证实：A档 0 条、B档 2 条尚待逐条核实");
  expect(data).toContain("手机号 = 手机号码：表头“手机号”；抽样内容的 100% 符合");
  expect(data).toMatch(/记录 +name\+address +0 +2 +0 +2/);
});
