import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { execute } from "#cli/main.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

/** Case tables written from the contract and the law alone, before the engine was read; run as the whole command. */
const folder = fileURLToPath(new URL(".", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "tandem-law-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const Band = z.enum(["none", "serious", "especially-serious"]);
const Facts = z.record(z.string(), z.unknown());
const described = { name: z.string(), rule: z.string(), reading: z.string().optional() };
const AssessTable = z.strictObject({
  theme: z.string(),
  base: Facts,
  cases: z.array(
    z.strictObject({
      ...described,
      facts: Facts.default({}),
      without: z.array(z.string()).default([]),
      /** these facts and none of the base */
      only: Facts.optional(),
      expect: z.strictObject({
        exit: z.literal(2).optional(),
        band: Band.optional(),
        /** null: the answer must carry none */
        bandAtMost: Band.nullable().optional(),
        missing: z.array(z.string()).optional(),
        publicProsecution: z.enum(["met", "not-met", "unknown"]).optional(),
        version: z.string().optional(),
        maxYears: z.number().optional(),
      }),
    }),
  ),
});
const FlipTable = z.strictObject({
  theme: z.string(),
  base: Facts,
  cases: z.array(
    z.strictObject({
      ...described,
      facts: Facts.default({}),
      replace: Facts.optional(),
      expect: z.strictObject({
        band: Band.optional(),
        flip: z.strictObject({ of: z.string(), at: z.number(), margin: z.number(), band: Band }),
      }),
    }),
  ),
});
const Answer = z.object({
  band: Band,
  bandAtMost: Band.optional(),
  missing: z.array(z.string()),
  version: z.object({ id: z.string() }),
  grounds: z.array(
    z.object({ provision: z.string().min(1), outcome: z.enum(["met", "not-met", "unknown"]), have: z.string(), need: z.string() }),
  ),
  consequence: z.object({ imprisonment: z.object({ maxYears: z.number() }) }).nullable(),
  publicProsecution: z.object({ outcome: z.enum(["met", "not-met", "unknown"]) }).optional(),
});
const Flips = z.object({
  band: Band,
  flips: z.array(
    z.object({ fact: z.string(), value: z.unknown(), changesAt: z.unknown(), to: Band.nullable(), margin: z.number().nullable() }),
  ),
});

const read = (file: string) => parse(readFileSync(join(folder, file), "utf8"), { merge: true });
const tables = readdirSync(folder)
  .filter((file) => file.endsWith(".cases.yaml") && file !== "flip.cases.yaml")
  .map((file) => ({ file, ...AssessTable.parse(read(file)) }));
type Case = (typeof tables)[number]["cases"][number];

const factsOf = (base: z.infer<typeof Facts>, { facts, without, only }: Case) =>
  Object.fromEntries(Object.entries(only ?? { ...base, ...facts }).filter(([key]) => !without.includes(key)));

async function run(command: "assess" | "flip", facts: unknown) {
  const file = join(work, "facts.json");
  writeFileSync(file, JSON.stringify(facts));
  return runTandem(execute, work, [command, file, "--json"]);
}

test("the tables are large enough and every case has its own name", () => {
  const names = tables.flatMap(({ file, cases }) => cases.map(({ name }) => `${file} ${name}`));
  expect(names.length).toBeGreaterThanOrEqual(280);
  expect(new Set(names).size).toBe(names.length);
});

for (const { file, theme, base, cases } of tables)
  describe(`${theme} (${file})`, () => {
    const answers: unknown[] = [];
    beforeAll(async () => {
      const lines = cases.map((example) => JSON.stringify(factsOf(base, example)));
      const bulk = join(work, "bulk.jsonl");
      writeFileSync(bulk, `${[...lines, "{not json", lines[0]].join("\n")}\n`);
      const { data } = await runTandem(execute, work, ["assess", "--jsonl", bulk, "--json"]);
      for (const line of data.trimEnd().split("\n")) answers.push(JSON.parse(line));
    });
    test("in bulk there is one answer a line, in the order of the requests, a wrong line in its place", () => {
      expect(answers).toHaveLength(cases.length + 2);
      expect(answers.at(-2)).toHaveProperty("error");
      expect(answers.at(-1)).toEqual(answers[0]);
    });
    test.each(cases.map((example, at) => ({ ...example, at })))("$name — $rule", ({ at, expect: wanted }) => {
      if (wanted.exit === 2) expect(answers[at]).toHaveProperty("error");
      else compare(answers[at], wanted);
    });
    const alone = cases.filter(({ expect: wanted }, at) => wanted.exit === 2 || at % 12 === 1);
    test.each(alone)("asked alone: $name", async (example) => {
      const { exit, data, words } = await run("assess", factsOf(base, example));
      if (example.expect.exit === 2) expect([exit, data, words.split("\n").length]).toEqual([2, "", 1]);
      else {
        expect(exit, words).toBe(0);
        compare(JSON.parse(data), example.expect);
      }
    });
  });

function compare(told: unknown, wanted: Case["expect"]): void {
  const answer = Answer.parse(told);
  if (wanted.band) expect(answer.band).toBe(wanted.band);
  if (wanted.bandAtMost !== undefined) expect(answer.bandAtMost ?? null).toBe(wanted.bandAtMost);
  for (const fact of wanted.missing ?? []) expect(answer.missing).toContain(fact);
  if (wanted.publicProsecution) expect(answer.publicProsecution?.outcome).toBe(wanted.publicProsecution);
  if (wanted.version) expect(answer.version.id).toBe(wanted.version);
  if (wanted.maxYears) expect(answer.consequence?.imprisonment.maxYears).toBe(wanted.maxYears);
}

const flipTable = FlipTable.parse(read("flip.cases.yaml"));
describe(flipTable.theme, () => {
  test("an unknown yes or no is a contested choice: the flip names the answer that changes the band", async () => {
    const { data } = await run("flip", { ...flipTable.base, priorCriminalPunishment: null, consequences: null });
    const { flips } = Flips.parse(JSON.parse(data));
    expect(flips.find(({ fact }) => fact === "priorCriminalPunishment")).toMatchObject({ value: null, changesAt: true, to: "serious" });
    expect(
      flips.some(({ fact }) => fact === "consequences"),
      "a list is not moved",
    ).toBe(false);
  });
  test.each(flipTable.cases)("$name — $rule", async ({ facts, replace, expect: wanted }) => {
    const { exit, data, words } = await run("flip", replace ?? { ...flipTable.base, ...facts });
    expect(exit, words).toBe(0);
    const answer = Flips.parse(JSON.parse(data));
    if (wanted.band) expect(answer.band).toBe(wanted.band);
    const { of, at, margin, band } = wanted.flip;
    const path = /^s\d$/.test(of) ? `sets.${of}.items` : of;
    const found = answer.flips.find(({ fact, to, changesAt }) => fact === path && to === band && changesAt === at);
    expect(found, JSON.stringify(answer.flips.filter(({ fact }) => fact === path))).toBeDefined();
    const value = Number(found?.value);
    expect(Math.abs(at - value)).toBe(margin);
    // The margin is told as a share of the number, to four places.
    expect(typeof found?.margin === "number" ? found.margin + 0 : null).toBe(
      value === 0 ? null : Math.round(((at - value) / value) * 10_000) / 10_000 + 0,
    );
  });
});
