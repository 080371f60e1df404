import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { execute } from "#cli/main.ts";
import { type AssessCase, readAssessCases } from "#scan/contract-cases/case-file.builder.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

const themes = ["assess-quantity.cases.yaml", "assess-other.cases.yaml"].map((file) => ({ file, ...readAssessCases(file) }));
const isBuilt = existsSync(join(dirname(fileURLToPath(import.meta.url)), "..", "..", "statutes", "assess.cli.ts"));
const folder = mkdtempSync(join(tmpdir(), "tandem-assess-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Band = z.enum(["none", "serious", "especially-serious"]);
const Answer = z.object({
  band: Band,
  bandAtMost: Band.optional(),
  counts: z.object({ A: z.number(), B: z.number(), C: z.number(), weighted: z.number(), insiderWeighted: z.number() }),
  grounds: z.array(
    z.object({
      provision: z.string(),
      outcome: z.enum(["met", "not-met", "unknown"]),
      have: z.string(),
      need: z.string(),
      because: z.array(z.string()),
    }),
  ),
  missing: z.array(z.string()),
  version: z.object({ id: z.string(), inForceFrom: z.string(), chosenBecause: z.string() }),
  consequence: z.unknown(),
  notes: z.array(z.unknown()),
});

test("there are cases enough, each with its own name", () => {
  const names = themes.flatMap(({ cases }) => cases.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(80);
  expect(new Set(names).size).toBe(names.length);
});

for (const { file, theme, base, cases } of themes) {
  describe.skipIf(!isBuilt)(`${theme} (${file})`, () => {
    for (const example of cases) test(example.name, () => check(base, example));
    test("in bulk the same cases give the same answers in the same order, and a bad line does not stop the rest", async () => {
      const lines = cases.map((example) => JSON.stringify(factsOf(base, example)));
      writeFileSync(join(folder, "all.jsonl"), `${[...lines, "{not json", lines[0]].join("\n")}\n`);
      const { data } = await runTandem(execute, folder, ["assess", "--jsonl", join(folder, "all.jsonl"), "--json"]);
      const answers = data
        .trimEnd()
        .split("\n")
        .map((line) => z.looseObject({ band: z.string().optional(), error: z.unknown().optional() }).parse(JSON.parse(line)));
      expect(answers.length).toBe(lines.length + 2);
      for (const [index, example] of cases.entries()) {
        if (example.expect.exit === 2) expect(answers[index]?.error, example.name).toBeTruthy();
        else if (example.expect.band !== undefined) expect(answers[index]?.band, example.name).toBe(example.expect.band);
      }
      expect(answers.at(-2)?.error).toBeTruthy();
      expect(answers.at(-1)).toEqual(answers[0]);
    });
  });
}

describe.skipIf(!isBuilt)("requests that are wrong in themselves", () => {
  const wrong: Record<string, string | null> = {
    "a file that is not there": null,
    "no JSON": "{offence:",
    "an empty file": "",
    "a list": "[]",
    "a word": '"facts"',
  };
  for (const [name, text] of Object.entries(wrong)) {
    test(`${name} is answered with exit status 2, one line and no data`, async () => {
      const file = join(mkdtempSync(join(folder, "wrong-")), "facts.json");
      if (text !== null) writeFileSync(file, text);
      const { exit, words, data } = await runTandem(execute, folder, ["assess", file, "--json"]);
      expect([exit, words.trim().split("\n").length, data]).toEqual([2, 1, ""]);
    });
  }

  test("facts saved with a byte order mark are read", async () => {
    const file = join(mkdtempSync(join(folder, "mark-")), "facts.json");
    writeFileSync(file, `\uFEFF${JSON.stringify(themes[0]?.base)}`);
    expect((await runTandem(execute, folder, ["assess", file, "--json"])).exit).toBe(0);
  });

  test("without --json the assessment is told in words, in Chinese or in English", async () => {
    const file = join(mkdtempSync(join(folder, "words-")), "facts.json");
    writeFileSync(file, JSON.stringify({ ...themes[0]?.base, gains: 5000 }));
    expect((await runTandem(execute, folder, ["assess", file])).data).toContain("情节严重");
    expect((await runTandem(execute, folder, ["assess", file, "--lang", "en"])).data).toMatch(/serious/i);
  });
});

async function check(base: Readonly<Record<string, unknown>>, example: AssessCase): Promise<void> {
  const file = join(mkdtempSync(join(folder, "case-")), "facts.json");
  writeFileSync(file, JSON.stringify(factsOf(base, example)));
  const { exit, words, data } = await runTandem(execute, folder, ["assess", file, "--json"]);
  const expected = example.expect;
  if (expected.exit !== undefined) expect(exit, words).toBe(expected.exit);
  if (expected.exit === 2) {
    expect(words.trim().split("\n").length, "one line says which argument, what was expected, what came").toBe(1);
    return;
  }
  const answer = Answer.parse(JSON.parse(data));
  if (expected.band !== undefined) expect(answer.band).toBe(expected.band);
  if (expected.bandAtMost === null) expect(answer.bandAtMost).toBeUndefined();
  else if (expected.bandAtMost !== undefined) expect(answer.bandAtMost).toBe(expected.bandAtMost);
  if (expected.counts !== undefined) expect(answer.counts).toMatchObject(expected.counts);
  for (const [provision, outcome] of Object.entries(expected.grounds ?? {})) {
    const outcomes = answer.grounds
      .filter((ground) => ground.provision === `法释〔2017〕10号 ${provision}`)
      .map((ground) => ground.outcome);
    expect(strongest(outcomes), provision).toBe(outcome);
  }
  for (const field of expected.missing ?? [])
    expect(
      answer.missing.some((name) => name === field || name.startsWith(`${field}.`)),
      `missing ${field}`,
    ).toBe(true);
  for (const field of expected.notMissing ?? []) expect(answer.missing).not.toContain(field);
  if (expected.version !== undefined) expect(answer.version.id).toBe(expected.version);
  if (expected.consequence !== undefined)
    expect(answer.consequence).toMatchObject(z.record(z.string(), z.unknown()).parse(expected.consequence));
  for (const words of expected.mentions ?? []) expect(data).toContain(words);
}

/** A provision may be held against the facts in several ways (each tier of the tenfold): it is met where one of them is. */
function strongest(outcomes: readonly string[]): string | undefined {
  return outcomes.includes("met") ? "met" : outcomes.includes("unknown") ? "unknown" : outcomes[0];
}

function factsOf(base: Readonly<Record<string, unknown>>, example: AssessCase): Record<string, unknown> {
  const facts = { ...base, ...example.facts };
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !(example.without ?? []).includes(name)));
}
