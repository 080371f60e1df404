import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-similar-"));
afterAll(() => rmSync(folder, { recursive: true }));

const THEFT = "被告人撬门入户，窃得现金4000元。";
const DRUNK = "被告人醉酒驾驶轿车，乙醇含量为150mg/100ml。";

function file(name: string, ...lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return path;
}

async function similar(...args: readonly string[]) {
  let out = "";
  const said: string[] = [];
  const status = await execute(["similar", ...args], {
    out: async (text) => {
      out += text;
    },
    say: (line) => said.push(line),
    language: "zh",
    now: new Date("2026-01-05T00:00:00Z"),
    workingFolder: folder,
    environment: {},
    signal: new AbortController().signal,
  });
  return { status, out, said };
}

const answers = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
const query = file("query.jsonl", { id: "q1", text: THEFT }, { id: "q2", text: DRUNK });
const candidates = file(
  "candidates.jsonl",
  { id: "theft", text: `${THEFT}后退赃。` },
  { id: "drunk", text: DRUNK },
  { id: 7, text: "其他" },
);

test("one line a query, its candidates by score, with what matched", async () => {
  const { status, out, said } = await similar("--query", query, "--candidates", candidates, "--json");
  expect({ status, said }).toEqual({ status: 0, said: [] });
  expect(answers(out)).toMatchObject([
    { query: "q1", ranking: [{ id: "theft" }, { id: expect.anything() }, { id: expect.anything() }] },
    { query: "q2", ranking: [{ id: "drunk", score: 1, matched: expect.arrayContaining(["醉酒驾驶", "全文相同"]) }, {}, {}] },
  ]);
});

test("an id is answered as it came", async () => {
  const { out } = await similar("--query", file("numbers.jsonl", { id: 5, text: "其他" }), "--candidates", candidates, "--json");
  expect(answers(out)).toMatchObject([{ query: 5, ranking: [{ id: 7, score: 1 }, {}, {}] }]);
});

test("--top keeps the first; thirty where it is not said", async () => {
  const many = file("many.jsonl", ...Array.from({ length: 40 }, (_, at) => ({ id: `c${at}`, text: `${THEFT}${at}` })));
  const length = async (...top: readonly string[]): Promise<number> => {
    const [answer] = answers((await similar("--query", query, "--candidates", many, "--json", ...top)).out);
    const ranking: unknown = Object(answer).ranking;
    return Array.isArray(ranking) ? ranking.length : -1;
  };
  expect([await length(), await length("--top", "2"), await length("--top=35")]).toEqual([30, 2, 35]);
});

test("a query may be one object over several lines", async () => {
  const one = file("one.json", JSON.stringify({ id: "q", text: DRUNK }, null, 2));
  const { status, out } = await similar("--query", one, "--candidates", candidates, "--json");
  expect(status).toBe(0);
  expect(answers(out)).toMatchObject([{ query: "q", ranking: [{ id: "drunk" }, {}, {}] }]);
});

test("a bad query is answered by an error in its place and the rest goes on", async () => {
  const { status, out } = await similar(
    "--query",
    file("bad.jsonl", "{", { id: "q", text: DRUNK }, { id: "x" }),
    "--candidates",
    candidates,
    "--json",
  );
  expect(status).toBe(1);
  expect(answers(out)).toMatchObject([{ error: { line: 1 } }, { query: "q" }, { query: "x", error: { line: 3, argument: "text" } }]);
});

test("bad candidates are named by their line without what stands in it, and the rest is ranked", async () => {
  const bad = file(
    "bad-candidates.jsonl",
    { id: "a", text: DRUNK },
    '{"id":"秘密',
    "",
    { id: "", text: "x" },
    { id: "e", text: "  " },
    { id: "b", text: THEFT },
  );
  const { status, out, said } = await similar("--query", query, "--candidates", bad, "--json");
  expect(status).toBe(1);
  expect(said.map((line) => /:(\d+) /.exec(line)?.[1])).toEqual(["2", "3", "4", "5"]);
  expect(said.join()).not.toContain("秘密");
  expect(answers(out)).toMatchObject([{ ranking: [{ id: "b" }, { id: "a" }] }, { ranking: [{ id: "a" }, { id: "b" }] }]);
});

test("no candidate makes an empty ranking", async () => {
  const { status, out } = await similar("--query", query, "--candidates", file("none.jsonl", ""), "--json");
  expect(status).toBe(0);
  expect(answers(out)).toEqual([
    { query: "q1", ranking: [] },
    { query: "q2", ranking: [] },
  ]);
});

test.each([
  [["--candidates", candidates]],
  [["--query", query]],
  [["--query", join(folder, "nowhere"), "--candidates", candidates]],
  [["--query", query, "--candidates", folder]],
  [["--query", file("empty.jsonl", ""), "--candidates", candidates]],
  [["--query", query, "--candidates", candidates, "--top", "0"]],
  [["--query", query, "--candidates", candidates, "--top", "3.5"]],
  [["--query", query, "--candidates", candidates, "--top"]],
  [["--query", query, "--candidates", candidates, "--best", "3"]],
  [["--query", query, "--query", query, "--candidates", candidates]],
  [["--query", "-", "--candidates", "-"]],
  [[query, candidates]],
])("a wrong request ends with 2 and one line: %j", async (args) => {
  const { status, out, said } = await similar(...args, "--json");
  expect({ status, out, lines: said.length }).toEqual({ status: 2, out: "", lines: 1 });
  expect(said[0]).not.toContain("\n");
});

test("without --json the same is told to a person", async () => {
  const { out } = await similar("--query", query, "--candidates", candidates);
  expect(out).toContain("类案检索：q1，共 3 件");
  expect(out).toContain("入户");
});
