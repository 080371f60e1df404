import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { SENSITIVE_KINDS } from "#reading/facts/sensitive-kinds.data.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import { ReadAnswer, SensitiveKind } from "#reading/reading.contract.ts";

const list = z.array(z.string()).optional();
const Case = z.strictObject({
  name: z.string(),
  text: z.string(),
  recipients: list,
  sources: list,
  sensitive: list,
  places: list,
  sums: list,
  basis: list,
  names: list,
});
const cases = z.array(Case).parse(parse(readFileSync(join(import.meta.dirname, "told-facts.cases.yaml"), "utf8")));
const line = (...parts: readonly (string | number | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined).join(" ");

test.each(cases)("$name", ({ name: _name, text, ...expected }) => {
  const answer = ReadAnswer.parse(readText(text, loadKnowledge()));
  const read: Record<string, unknown> = {
    recipients: answer.recipients.map(({ role, number }) => line(role, number)),
    sources: answer.leakSources.map(({ way, industry }) => line(way, industry)),
    sensitive: answer.sensitive.map(({ kind, tier }) => line(kind, tier)),
    places: answer.places.map(({ role, name }) => line(role, name)),
    sums: answer.sums.map(({ role, amount, currency, standing }) => line(role, amount, currency, standing)),
    basis: answer.items[0]?.basis,
    names: answer.chargeNames.map(({ name, fits }) => line(name, fits)),
  };
  for (const [field, value] of Object.entries(expected)) expect([field, read[field]]).toEqual([field, value]);
});

test("every kind of the law has words, and no word belongs to two kinds", () => {
  const terms = SensitiveKind.options.flatMap((kind) => SENSITIVE_KINDS[kind].terms);
  expect(new Set(terms).size).toBe(terms.length);
  for (const kind of SensitiveKind.options) expect(SENSITIVE_KINDS[kind].terms.length).toBeGreaterThan(0);
});

test("an answer that rests on a rule nobody has confirmed says so and names it", () => {
  const text = "2014年3月，被告人王某非法获取公民个人信息6000条。被告人王某的行为构成侵犯公民个人信息罪。2016年5月8日";
  const [name] = readText(text, loadKnowledge()).chargeNames;
  expect(name).toMatchObject({ fits: "check", unconfirmed: true, acts: { first: "2014-03", last: "2014-03" }, documentDate: "2016-05-08" });
  expect(name?.cite).toContain("刑法第十二条");
});
