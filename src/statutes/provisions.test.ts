import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { assess } from "#statutes/assess.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";
import { buildFacts } from "#statutes/statutes.builder.ts";
import { Assessment, Band, GroundOutcome, InfringingFacts } from "#statutes/statutes.contract.ts";

const provisions = loadProvisions();
const folder = join(PROVISIONS_FOLDER, "spc-spp-2017-10");

/** A row of a cases file: what is expected is compared, what is not named is not. */
const Case = z.strictObject({
  title: z.string(),
  facts: z.record(z.string(), z.unknown()),
  expect: z.strictObject({
    band: Band,
    bandAtMost: Band.optional(),
    met: z.array(z.string()).optional(),
    missing: z.array(z.string()).optional(),
    remark: z.string().optional(),
    leniency: GroundOutcome.optional(),
    fine: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
    maxYears: z.number().optional(),
    charge: z.string().optional(),
    because: z.string().optional(),
  }),
});

for (const file of readdirSync(folder).filter((name) => name.endsWith(".cases.yaml"))) {
  describe(file, () => {
    const cases = z.array(Case).parse(parse(readFileSync(join(folder, file), "utf8")));
    test.each(cases)("$title", ({ facts, expect: wanted }) => {
      const answer = Assessment.parse(assess(InfringingFacts.strict().parse({ ...buildFacts(), ...facts }), provisions));
      expect(answer.band).toBe(wanted.band);
      expect(answer.bandAtMost, "a row without bandAtMost says that nothing unknown can raise the band").toBe(wanted.bandAtMost);
      if (wanted.met) expect(answer.grounds.filter((ground) => ground.outcome === "met").map((ground) => ground.limb)).toEqual(wanted.met);
      if (wanted.missing) expect(answer.missing).toEqual(wanted.missing);
      if (wanted.remark) expect(answer.remarks?.map((remark) => remark.id)).toContain(wanted.remark);
      if (wanted.leniency) expect(answer.leniency?.outcome).toBe(wanted.leniency);
      if (wanted.fine) expect(answer.consequence?.fine).toEqual({ from: wanted.fine[0], to: wanted.fine[1] });
      if (wanted.maxYears) expect(answer.consequence?.imprisonment.maxYears).toBe(wanted.maxYears);
      if (wanted.charge) expect(answer.penalty?.charge.zh).toBe(wanted.charge);
      if (wanted.because) expect(answer.version.chosenBecause).toContain(wanted.because);
    });
  });
}

describe("a wrong provision file is refused with its line", () => {
  const copies: string[] = [];
  afterEach(() => {
    for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
  });
  const spoil = (file: string, from: string, to: string) => {
    const copy = mkdtempSync(join(tmpdir(), "provisions-"));
    copies.push(copy);
    cpSync(PROVISIONS_FOLDER, copy, { recursive: true });
    const path = join(copy, "spc-spp-2017-10", file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    return () => loadProvisions(copy);
  };

  test("a threshold that is no number", () => {
    expect(spoil("article-5.yaml", "tier: A, atLeast: 50 ", "tier: A, atLeast: fifty ")).toThrow(
      /article-5\.yaml:22: limbs\.2\.test\.atLeast.*expected number.*"fifty"/,
    );
  });
  test("a misspelt key", () => {
    expect(spoil("article-6.yaml", "splitUnconfirmed", "splitUnconfirmd")).toThrow(/article-6\.yaml:\d+: .*splitUnconfirmed/);
  });
  test("a day that does not exist", () => {
    expect(spoil("article-12.yaml", "2017-06-01", "2017-06-31")).toThrow(/article-12\.yaml:3: inForce\.from/);
  });
  test("broken YAML", () => {
    expect(spoil("article-7.yaml", "sameThresholds: true", "sameThresholds: [true")).toThrow(/article-7\.yaml:\d+:/);
  });
  test("a reference to a limb that is not there", () => {
    expect(spoil("article-5.yaml", "of: [5-1-3, 5-1-4, 5-1-5, 5-1-6, 5-1-7]", "of: [5-1-33]")).toThrow(
      /article-5\.yaml:\d+: 5-1-8: .*5-1-33/,
    );
  });
  test("a weight that contradicts the threshold it stands for", () => {
    expect(spoil("article-5.yaml", "weights: { A: 100,", "weights: { A: 10,")).toThrow(
      /article-5\.yaml:\d+: 5-1-6: .*tier A.*5000, found 500/,
    );
  });
});
