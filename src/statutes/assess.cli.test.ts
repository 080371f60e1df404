import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { buildFacts, buildSets } from "#statutes/statutes.builder.ts";

const folder = mkdtempSync(join(tmpdir(), "assess-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function tandem(...argv: string[]) {
  let [out, said] = ["", ""];
  const status = await execute(argv, {
    out: async (text) => void (out += text),
    say: (line) => void (said += `${line}\n`),
    language: argv.includes("en") ? "en" : "zh",
    now: new Date("2026-11-22T00:00:00Z"),
    workingFolder: folder,
    environment: {},
    signal: new AbortController().signal,
  });
  return { status, out, said };
}

test("a file of facts is answered as JSON with status 0", async () => {
  writeFileSync(join(folder, "facts.json"), JSON.stringify(buildFacts({ sets: buildSets({ A: 50 }) })));
  const { status, out } = await tandem("assess", "facts.json", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ band: "serious", counts: { A: 50 } });
});

test("without --json a person reads the same facts in Chinese or English", async () => {
  writeFileSync(join(folder, "facts.json"), JSON.stringify(buildFacts({ sets: buildSets({ A: 50 }) })));
  expect((await tandem("assess", "facts.json")).out).toMatch(
    /情节: 情节严重[\s\S]*达到 {2}法释〔2017〕10号 第五条第一款第三项: 50 \(≥ 50\)/,
  );
  expect((await tandem("assess", "facts.json", "--lang", "en")).out).toMatch(
    /Band: serious[\s\S]*met {2}法释〔2017〕10号 第五条第一款第三项: 50 \(≥ 50\)/,
  );
});

test("in bulk every line has its answer in its place, a bad one an error", async () => {
  const good = (items: number) => JSON.stringify(buildFacts({ sets: buildSets({ A: items }) }));
  writeFileSync(join(folder, "many.jsonl"), [good(49), "{not json", good(50), "", '{"offence":"murder"}', good(500)].join("\n"));
  const { status, out } = await tandem("assess", "--jsonl", "many.jsonl");
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(answers.map((answer) => answer.band ?? Object.keys(answer))).toEqual([
    "none",
    ["error"],
    "serious",
    ["error"],
    ["error"],
    "especially-serious",
  ]);
  expect(answers[4].error).toMatchObject({ argument: "offence", found: '"murder"' });
});

test.each([
  [["assess"], /FACTS\.json/],
  [["assess", "absent.json"], /FACTS\.json.*absent\.json/],
  [["assess", "."], /FACTS\.json/],
  [["assess", "facts.json", "--yaml"], /--yaml/],
  [["assess", "broken.json"], /broken\.json.*JSON/],
  [["assess", "other.json"], /offence.*infringing-personal-information.*murder/],
])("a wrong request ends with status 2 and one line: %j", async (argv, line) => {
  writeFileSync(join(folder, "broken.json"), "{");
  writeFileSync(join(folder, "other.json"), '{"offence":"murder"}');
  const { status, out, said } = await tandem(...argv);
  expect([status, out]).toEqual([2, ""]);
  expect(said.trimEnd().split("\n")).toHaveLength(1);
  expect(said).toMatch(line);
});
