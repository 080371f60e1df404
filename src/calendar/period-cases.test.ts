import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { execute } from "#cli/main.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

/** Periods reckoned apart from the product from law.md 16.1 and the rest days of 2026; run as the whole command. */
const work = mkdtempSync(join(tmpdir(), "tandem-period-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const Table = z.strictObject({
  theme: z.string(),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      why: z.string(),
      rule: z.string(),
      from: z.string().optional(),
      detained: z.boolean().optional(),
      extend: z.number().optional(),
      urgent: z.boolean().optional(),
      expect: z.strictObject({
        exit: z.literal(2).optional(),
        startsOn: z.string().optional(),
        due: z.string().optional(),
        rolled: z.boolean().optional(),
        warns: z.literal(true).optional(),
      }),
    }),
  ),
});
const Answer = z.object({
  rule: z.string(),
  from: z.string(),
  startsOn: z.string(),
  due: z.string(),
  rolled: z.boolean(),
  steps: z.array(z.string()).min(1),
  cite: z.array(z.string()).min(1),
  warnings: z.array(z.string()),
});
const tables = ["periods-2026.cases.yaml", "requests.cases.yaml"].map((file) =>
  Table.parse(parse(readFileSync(new URL(file, import.meta.url), "utf8"))),
);
type Case = z.infer<typeof Table>["cases"][number];

const argumentsOf = ({ rule, from, detained, extend, urgent }: Case) => [
  rule,
  ...(from === undefined ? [] : ["--from", from]),
  ...(detained ? ["--detained"] : []),
  ...(extend === undefined ? [] : [`--extend=${extend}`]),
  ...(urgent ? ["--urgent"] : []),
];

for (const { theme, cases } of tables)
  describe(theme, () => {
    test.each(cases)("$rule $name: $why", async (example) => {
      const { exit, words, data } = await runTandem(execute, work, ["period", ...argumentsOf(example), "--json"]);
      if (example.expect.exit === 2) {
        expect([exit, data, words.split("\n").length]).toEqual([2, "", 1]);
        return;
      }
      expect(exit, words).toBe(0);
      compare(Answer.parse(JSON.parse(data)), example);
    });
    test("in bulk: one answer a line, in the order of the requests, a wrong line in its place", async () => {
      const file = join(work, "bulk.jsonl");
      const lines = cases.map(({ rule, from, detained, extend, urgent }) => JSON.stringify({ rule, from, detained, extend, urgent }));
      writeFileSync(file, `${[...lines, "[", lines[0]].join("\n")}\n`);
      const { exit, data } = await runTandem(execute, work, ["period", "--jsonl", file, "--json"]);
      expect(exit).toBeLessThan(2);
      const answers = data
        .trimEnd()
        .split("\n")
        .map((line): unknown => JSON.parse(line));
      expect(answers).toHaveLength(lines.length + 2);
      for (const [at, example] of cases.entries())
        if (example.expect.exit === 2) expect(answers[at], example.name).toHaveProperty("error");
        else compare(Answer.parse(answers[at]), example);
      expect(answers.at(-2)).toHaveProperty("error");
      expect(answers.at(-1)).toEqual(answers[0]);
    });
  });

function compare(answer: z.infer<typeof Answer>, { name, rule, from, expect: wanted }: Case): void {
  expect([answer.rule, answer.from], name).toEqual([rule, from]);
  const told = (key: "startsOn" | "due" | "rolled") => (wanted[key] === undefined ? {} : { [key]: wanted[key] });
  expect(answer, name).toMatchObject({ ...told("startsOn"), ...told("due"), ...told("rolled") });
  if (wanted.warns) expect(answer.warnings.length, name).toBeGreaterThan(0);
}
