import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { execute } from "#cli/main.ts";
import { Outcome, PublicInterestAnswer } from "#public-interest/public-interest.contract.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

const work = mkdtempSync(join(tmpdir(), "tandem-public-interest-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const Facts = z.record(z.string(), z.unknown());
const outcomes = z.record(z.string(), Outcome).default({});
const elements = z.record(z.string(), z.array(z.string())).default({});
const Table = z.strictObject({
  theme: z.string(),
  asOf: z.iso.date(),
  bases: z.record(z.string(), Facts),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      why: z.string(),
      base: z.string(),
      asOf: z.iso.date().optional(),
      facts: Facts,
      expect: z.strictObject({
        exit: z.literal(2).optional(),
        standing: Outcome.optional(),
        gates: outcomes,
        focus: outcomes,
        filing: outcomes,
        suit: outcomes,
        unproved: elements,
        unknown: elements,
        missing: z.array(z.string()).default([]),
        records: z.record(z.string(), z.iso.date()).default({}),
        notice: z
          .strictObject({
            verdict: z.string().optional(),
            prosecution: z.iso.date().optional(),
            latest: z.iso.date().optional(),
            ends: z.iso.date().optional(),
            daysLeft: z.number().optional(),
            fallback: z.literal(true).optional(),
            warns: z.literal(true).optional(),
          })
          .default({}),
      }),
    }),
  ),
});
const table = Table.parse(parse(readFileSync(new URL("public-interest.cases.yaml", import.meta.url), "utf8")));
type Case = z.infer<typeof Table>["cases"][number];
const factsOf = ({ base, facts }: Case) => ({ ...table.bases[base], ...facts });

describe(table.theme, () => {
  test.each(table.cases)("$name: $why", async (example) => {
    writeFileSync(join(work, "facts.json"), JSON.stringify(factsOf(example)));
    const { exit, words, data } = await runTandem(execute, work, [
      "public-interest",
      "facts.json",
      "--as-of",
      example.asOf ?? table.asOf,
      "--json",
    ]);
    if (example.expect.exit === 2) {
      expect([exit, data, words.split("\n").length]).toEqual([2, "", 1]);
      return;
    }
    expect(exit, words).toBe(0);
    compare(PublicInterestAnswer.parse(JSON.parse(data)), example);
  });

  test("in bulk: one answer a line, a wrong line in its place", async () => {
    const ofToday = table.cases.filter(({ asOf }) => asOf === undefined);
    writeFileSync(join(work, "bulk.jsonl"), `${[...ofToday.map((one) => JSON.stringify(factsOf(one))), "["].join("\n")}\n`);
    const { exit, data } = await runTandem(execute, work, ["public-interest", "--jsonl", "bulk.jsonl", "--as-of", table.asOf]);
    expect(exit).toBe(0);
    const answers = data
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(answers).toHaveLength(ofToday.length + 1);
    for (const [at, example] of ofToday.entries())
      if (example.expect.exit === 2) expect(answers[at], example.name).toHaveProperty("error");
      else compare(PublicInterestAnswer.parse(answers[at]), example);
    expect(answers.at(-1)).toHaveProperty("error");
  });
});

function compare(answer: PublicInterestAnswer, { name, expect: wanted }: Case): void {
  if (wanted.standing) expect(answer.standing, name).toBe(wanted.standing);
  const byId = <One extends { readonly id: string }>(list: readonly One[], read: (one: One) => unknown) =>
    Object.fromEntries(list.map((one) => [one.id, read(one)]));
  expect(
    byId(answer.gates, ({ outcome }) => outcome),
    name,
  ).toMatchObject(wanted.gates);
  expect(
    byId(answer.focus, ({ outcome }) => outcome),
    name,
  ).toMatchObject(wanted.focus);
  expect(
    byId(answer.tracks, ({ filing }) => filing.outcome),
    name,
  ).toMatchObject(wanted.filing);
  expect(
    byId(answer.tracks, ({ suit }) => suit.outcome),
    name,
  ).toMatchObject(wanted.suit);
  expect(
    byId(answer.tracks, ({ suit }) => suit.unproved),
    name,
  ).toMatchObject(wanted.unproved);
  expect(
    byId(answer.tracks, ({ suit }) => suit.unknown),
    name,
  ).toMatchObject(wanted.unknown);
  expect(answer.missing, name).toEqual(expect.arrayContaining(wanted.missing));
  const due = new Map(answer.tracks.flatMap(({ records }) => records.map((record) => [record.id, record.due])));
  for (const [id, day] of Object.entries(wanted.records)) expect(due.get(id), `${name}: ${id}`).toBe(day);
  const { verdict, prosecution, latestSafeStart, published, daysLeft, fallback, warnings } = answer.notice;
  const told = { verdict, prosecution: prosecution?.on, latest: latestSafeStart, ends: published?.ends, daysLeft };
  const { fallback: hasFallback, warns, ...days } = wanted.notice;
  expect(told, name).toMatchObject(days);
  if (hasFallback) expect(fallback.length, name).toBeGreaterThan(0);
  if (warns) expect(warnings.length, name).toBeGreaterThan(0);
}
