import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { execute } from "#cli/main.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

/** Cases written from the contract and law.md 6.1 alone; run as the whole command. */
const work = mkdtempSync(join(tmpdir(), "tandem-jurisdiction-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const Because = z.enum(["designated", "only-filing", "first-acceptor", "main-place", "common-superior-designates", "no-filing-yet"]);
const Superior = z.strictObject({ division: z.string(), level: z.enum(["county", "city", "province", "national"]) });
const Facts = z.record(z.string(), z.unknown());
const { theme, base, cases } = z
  .strictObject({
    theme: z.string(),
    base: Facts,
    cases: z.array(
      z.strictObject({
        name: z.string(),
        rule: z.string(),
        facts: Facts,
        expect: z.strictObject({
          exit: z.literal(2).optional(),
          organ: z.string().nullable().optional(),
          because: Because.optional(),
          superior: Superior.optional(),
          candidates: z.record(z.string(), z.array(z.string())).optional(),
        }),
      }),
    ),
  })
  .parse(parse(readFileSync(new URL("jurisdiction.cases.yaml", import.meta.url), "utf8")));
const Answer = z.object({
  organ: z.string().nullable(),
  because: Because,
  candidates: z.array(z.object({ division: z.string(), basis: z.array(z.string()) })),
  commonSuperior: Superior.nullable(),
  next: z.array(z.string()),
  cite: z.array(z.string()).min(1),
});

describe(theme, () => {
  test.each(cases)("$name — $rule", async ({ facts, expect: wanted }) => {
    const file = join(work, "facts.json");
    writeFileSync(file, JSON.stringify({ ...base, ...facts }));
    const { exit, words, data } = await runTandem(execute, work, ["jurisdiction", file, "--json"]);
    if (wanted.exit === 2) {
      expect([exit, data, words.split("\n").length]).toEqual([2, "", 1]);
      return;
    }
    expect(exit, words).toBe(0);
    const answer = Answer.parse(JSON.parse(data));
    if (wanted.organ !== undefined) expect(answer.organ).toBe(wanted.organ);
    if (wanted.because) expect(answer.because).toBe(wanted.because);
    if (wanted.superior) expect(answer.commonSuperior).toEqual(wanted.superior);
    if (wanted.candidates) {
      const found = answer.candidates.map(({ division, basis }) => [division, [...basis].sort()]);
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(Object.entries(wanted.candidates).map(([division, basis]) => [division, [...basis].sort()])),
      );
    }
  });
  test("in bulk: one answer a line, a wrong line in its place", async () => {
    const file = join(work, "bulk.jsonl");
    const lines = cases.map(({ facts }) => JSON.stringify({ ...base, ...facts }));
    writeFileSync(file, `${[...lines, "{"].join("\n")}\n`);
    const { data } = await runTandem(execute, work, ["jurisdiction", "--jsonl", file, "--json"]);
    const answers = data
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(answers).toHaveLength(lines.length + 1);
    for (const [at, { name, expect: wanted }] of cases.entries())
      if (wanted.exit === 2) expect(answers[at], name).toHaveProperty("error");
      else if (wanted.because) expect(answers[at], name).toHaveProperty("because", wanted.because);
    expect(answers.at(-1)).toHaveProperty("error");
  });
});
