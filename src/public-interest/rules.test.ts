import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { assessPublicInterest } from "#public-interest/assess-public-interest.ts";
import { loadPublicInterestRules } from "#public-interest/load-rules.query.ts";
import { printPublicInterest } from "#public-interest/print-public-interest.ts";
import { FactName, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";

const rules = loadPublicInterestRules();
const calendar = loadCalendar();
const folder = mkdtempSync(join(tmpdir(), "public-interest-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every fact of the contract is asked once, with the options of the contract", () => {
  const asked = rules.facts.flatMap(({ facts }) => facts);
  expect(asked.map(({ id }) => id).sort()).toEqual([...FactName.options].sort());
  for (const { id, options } of asked) {
    const accepts = (value: unknown) => PublicInterestFacts.safeParse({ [id]: value }).success;
    for (const option of options ?? []) expect(accepts([option.id]) || accepts(option.id), `${id}: ${option.id}`).toBe(true);
    const takesWords = !accepts(true) && !accepts(1) && !accepts("2026-01-01");
    expect(takesWords, id).toBe(options !== undefined);
  }
});

test("periods and the facts that start them are those of the calendar", () => {
  const periods = [...rules.tracks.map(({ period }) => period), ...rules.records.records.map(({ period }) => period)];
  for (const period of periods) if (period !== null) expect(calendar.rules.has(period), period).toBe(true);
});

test("punitive damages are never more than a matter to explore, marked as unconfirmed", () => {
  const punitive = rules.claims.find(({ id }) => id === "punitive");
  expect(punitive).toMatchObject({ exploratory: true, unconfirmed: true });
});

test("what is unconfirmed in the rules is told with the answer", () => {
  const { unconfirmed, gates } = assessPublicInterest({}, { rules, calendar }, "2026-05-20");
  const told = unconfirmed.map(({ cite }) => cite);
  expect(told).toEqual(expect.arrayContaining(["检察公益诉讼法（草案）第十四条", "未成年人保护法 第一百零六条"]));
  expect(gates.find(({ id }) => id === "pipl-70")?.unconfirmed).toBeUndefined();
});

test("a person reads the same answer in Chinese or English", () => {
  const answer = assessPublicInterest({ isProcessor: true, plannedProsecutionOn: "2026-07-10" }, { rules, calendar }, "2026-05-20");
  expect(printPublicInterest(answer, "zh")).toMatch(
    /提起条件: 未知[\s\S]*刑事附带民事公益诉讼: 立案 未知[\s\S]*最晚安全公告日: 2026-06-09/,
  );
  expect(printPublicInterest(answer, "en")).toMatch(/Standing: unknown[\s\S]*Latest safe day of the notice: 2026-06-09/);
  expect(z.string().parse(printPublicInterest(answer, "zh"))).not.toMatch(/undefined|\{\w+\}/);
});

test("a table with a reference that hits nothing, or in a wrong shape, is not used", () => {
  const broken = (file: string, change: (text: string) => string) => {
    cpSync(join(import.meta.dirname, "rules"), folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
    return () => loadPublicInterestRules(folder);
  };
  expect(broken("tracks.yaml", (text) => text.replace("standing,", "standing, no-such-element,"))).toThrow("no-such-element");
  expect(broken("focus.yaml", (text) => text.replace("personsAtLeast: 1000000", "personsAtLeast: many"))).toThrow("focus.yaml");
  expect(broken("claims.yaml", (text) => `${text}\n: [`)).toThrow(/claims\.yaml:\d+: /);
});
