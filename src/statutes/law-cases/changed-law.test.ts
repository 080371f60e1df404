import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { assess } from "#statutes/assess.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";
import { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { buildFacts, buildSets } from "#statutes/statutes.builder.ts";

/** A changed law is a changed YAML file: answer, citation and the outcome of the cases follow, and no code is touched. */
const copy = mkdtempSync(join(tmpdir(), "tandem-changed-law-"));
cpSync(PROVISIONS_FOLDER, copy, { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));
const change = (file: string, from: string, to: string) => {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(path, text.replace(from, to));
};
const before = loadProvisions();

describe("one number and its citation changed in the file of article 12 of the interpretation on network crime", () => {
  const facts = OffenceFacts.parse({
    offence: "aiding-network-crime",
    accused: "natural-person",
    actDate: "2025-09-01",
    decisionDate: "2026-11-22",
    knewOfNetworkCrime: true,
    helpedPersonsReachCrimeLevel: true,
    objectsHelped: 3,
  });
  const limb = (provisions: typeof before) => assess(facts, provisions).grounds.find((ground) => ground.limb === "12-1-1");
  change("spc-spp-2019-15/article-12.yaml", "fact: objectsHelped, atLeast: 3 ", "fact: objectsHelped, atLeast: 4 ");
  change("spc-spp-2019-15/article-12.yaml", "第十二条第一款第一项", "第十二条第一款第一项（修订）");
  const after = loadProvisions(copy);

  test("the answer changes, and says the new number and the new citation", () => {
    expect([assess(facts, before).band, limb(before)?.need, limb(before)?.outcome]).toEqual(["serious", "≥ 3", "met"]);
    expect([assess(facts, after).band, limb(after)?.need, limb(after)?.outcome]).toEqual(["none", "≥ 4", "not-met"]);
    expect(limb(before)?.provision).not.toContain("修订");
    expect(limb(after)?.provision).toContain("修订");
  });

  test("exactly the cases that stand on that number now fail, so the table notices the change", () => {
    const Table = z.object({
      base: z.record(z.string(), z.unknown()),
      cases: z.array(z.object({ title: z.string(), facts: z.record(z.string(), z.unknown()), expect: z.object({ band: z.string() }) })),
    });
    const table = Table.parse(parse(readFileSync(join(PROVISIONS_FOLDER, "spc-spp-2019-15/article-12.cases.yaml"), "utf8")));
    const failing = (provisions: typeof before) =>
      table.cases
        .filter((one) => assess(OffenceFacts.parse({ ...table.base, ...one.facts }), provisions).band !== one.expect.band)
        .map(({ title }) => title);
    expect(failing(before)).toEqual([]);
    expect(failing(after)).toEqual(["帮助三个对象"]);
  });
});

test("one number changed in the file of article 5 changes the answer of 253-1", () => {
  const facts = buildFacts({ gains: 5000, sets: buildSets({ C: 10 }) });
  const limb = (provisions: typeof before) => assess(facts, provisions).grounds.find((ground) => ground.limb === "5-1-7");
  const path = join(copy, "spc-spp-2017-10/article-5.yaml");
  const text = readFileSync(path, "utf8");
  const line = text.split("\n").find((one) => one.includes("gains") && one.includes("5000"));
  expect(line).toBeDefined();
  writeFileSync(path, text.replace(line ?? "", (line ?? "").replace("5000", "6000")));
  const after = loadProvisions(copy);
  expect([assess(facts, before).band, limb(before)?.need]).toEqual(["serious", "≥ 5000"]);
  expect([assess(facts, after).band, limb(after)?.need]).toEqual(["none", "≥ 6000"]);
});

describe("one number changed in the file of a new offence: calls of an attempted fraud", () => {
  const file = "spc-spp-2011-7/article-5.yaml";
  const facts = OffenceFacts.parse({
    offence: "fraud",
    actDate: "2025-03-01",
    decisionDate: "2026-11-22",
    deceivedToPossessUnlawfully: true,
    byTelecommunications: true,
    amount: 0,
    fraudMessagesSent: 0,
    fraudCallsMade: 500,
    daysAtOverseasFraudSitesWithinOneYear: 0,
    otherSeriousCircumstances: false,
    otherEspeciallySeriousCircumstances: false,
  });
  const limb = (provisions: typeof before) => assess(facts, provisions).grounds.find((ground) => ground.limb === "266-calls");

  test("the answer, its citation and its number follow, and exactly the case on that number fails", () => {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    const changed = text
      .replace("fact: fraudCallsMade, atLeast: 500 }", "fact: fraudCallsMade, atLeast: 600 }")
      .replace("- id: 266-calls\n    cite: 法释〔2011〕7号 第五条", "- id: 266-calls\n    cite: 法释〔2011〕7号 第五条（修订）");
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
    const after = loadProvisions(copy);
    expect([assess(facts, before).band, limb(before)?.provision]).toEqual(["serious", "法释〔2011〕7号 第五条"]);
    expect([assess(facts, after).band, limb(after)?.provision]).toEqual(["none", "法释〔2011〕7号 第五条（修订）"]);
    const Table = z.object({
      base: z.record(z.string(), z.unknown()),
      cases: z.array(z.object({ title: z.string(), facts: z.record(z.string(), z.unknown()), expect: z.object({ band: z.string() }) })),
    });
    const table = Table.parse(parse(readFileSync(join(PROVISIONS_FOLDER, "spc-spp-2011-7/article-1.cases.yaml"), "utf8")));
    const failing = table.cases
      .filter((one) => assess(OffenceFacts.parse({ ...table.base, ...one.facts }), after).band !== one.expect.band)
      .map(({ title }) => title);
    expect(failing).toEqual(["拨打电话 500 人次，未遂"]);
  });
});
