import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { execute } from "#cli/main.ts";
import { JurisdictionAdvice } from "#jurisdiction/jurisdiction.contract.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

/** What stands beside the organ, run as the whole command. */
const work = mkdtempSync(join(tmpdir(), "tandem-advice-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const States = z.record(z.string(), z.string());
const Expect = z.strictObject({
  exit: z.literal(2).optional(),
  certain: z.boolean().optional(),
  office: z.string().nullable().optional(),
  rules: States.optional(),
  documents: States.optional(),
  transfers: z.array(z.tuple([z.string(), z.array(z.string())])).optional(),
  due: z.array(z.string().nullable()).optional(),
  pil: z.record(z.string(), z.unknown()).optional(),
  alternatives: z.array(z.tuple([z.string(), z.string().nullable()])).optional(),
  unconfirmed: z.array(z.string()).optional(),
  absent: z.array(z.string()).optional(),
});
const { theme, cases } = z
  .strictObject({
    theme: z.string(),
    cases: z.array(z.strictObject({ name: z.string(), facts: z.record(z.string(), z.unknown()), expect: Expect })),
  })
  .parse(parse(readFileSync(new URL("advice.cases.yaml", import.meta.url), "utf8")));

async function ask(facts: unknown, ...more: string[]) {
  const file = join(work, "facts.json");
  writeFileSync(file, JSON.stringify(facts));
  return runTandem(execute, work, ["jurisdiction", file, ...more]);
}

describe(theme, () => {
  test.each(cases)("$name", async ({ facts, expect: wanted }) => {
    const { exit, words, data } = await ask(facts, "--json");
    if (wanted.exit === 2) {
      expect([exit, data, words.split("\n").length]).toEqual([2, "", 1]);
      return;
    }
    expect(exit, words).toBe(0);
    const answer = JurisdictionAdvice.parse(JSON.parse(data));
    if (wanted.certain !== undefined) expect(answer.superiorCertain).toBe(wanted.certain);
    if (wanted.office !== undefined) expect(answer.procuratorate?.division ?? null).toBe(wanted.office);
    if (wanted.rules) expect(Object.fromEntries(answer.rules.map(({ id, state }) => [id, state]))).toMatchObject(wanted.rules);
    if (wanted.documents) expect(Object.fromEntries(answer.documents.map(({ id, state }) => [id, state]))).toMatchObject(wanted.documents);
    if (wanted.transfers) expect(answer.transfers.map(({ what, to }) => [what, to])).toEqual(wanted.transfers);
    if (wanted.due) expect(answer.transfers.map(({ due }) => due)).toEqual(wanted.due);
    if (wanted.pil) expect(answer.publicInterest).toMatchObject(wanted.pil);
    if (wanted.alternatives) expect(answer.alternatives.map(({ rule, organ }) => [rule, organ])).toEqual(wanted.alternatives);
    if (wanted.unconfirmed) expect(answer.unconfirmed).toEqual(expect.arrayContaining(wanted.unconfirmed));
    for (const section of wanted.absent ?? []) expect(answer.rules.map((rule) => rule.section)).not.toContain(section);
  });
  test("as text it names the transfer, its document, and what is not confirmed", async () => {
    const { data } = await ask({
      filings: [{ organ: "330106", acceptedOn: "2026-03-01" }],
      joinder: { jointCrime: true },
      publicInterest: { kind: "civil", violation: ["440305"] },
    });
    expect(data).toContain("330106 → 440305  移送案件线索通知书");
    expect(data).toContain("共同犯罪（条文待核对）");
  });
});
