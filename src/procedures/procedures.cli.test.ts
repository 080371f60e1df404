import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

const work = mkdtempSync(join(tmpdir(), "tandem-procedures-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const receive = { step: "receive-for-prosecution", on: "2026-01-31", fields: { detained: true, document: "云公诉〔2026〕1号" } };
const back = (on: string) => ({ step: "return-for-supplement", on, fields: { outline: "调取云盘日志", detained: true } });
const again = (on: string) => ({ step: "receive-supplement", on, fields: { detained: true } });

function check(request: unknown, ...more: string[]) {
  const file = join(work, "steps.json");
  writeFileSync(file, JSON.stringify(request));
  return runTandem(execute, work, ["procedures", "--check", file, ...more]);
}

describe("tandem procedures --check", () => {
  test("accepts what the table allows and tells the last days by the calendar", async () => {
    const { exit, data } = await check({ kind: "criminal", openedOn: "2026-01-05", steps: [receive] }, "--as-of", "2026-12-31", "--json");
    expect(exit).toBe(0);
    const answer: unknown = JSON.parse(data);
    expect(answer).toMatchObject({
      accepted: 1,
      refused: 0,
      steps: [
        {
          verdict: "accepted",
          reason: null,
          clocks: [
            { rule: "CR-PROS-1M", due: "2026-02-28" },
            { rule: "CR-INFORM-3", due: "2026-02-03" },
          ],
        },
      ],
      state: { id: "prosecution-review", final: false },
    });
  });

  test("refuses the third return with sentence and source, counts those under another office, and goes on with the rest", async () => {
    const steps = [
      receive,
      back("2026-02-20"),
      again("2026-03-10"),
      back("2026-03-20"),
      { step: "inform-rights", on: "2026-03-21", fields: { way: "书面" } },
    ];
    const request = { kind: "criminal", openedOn: "2026-01-05", continues: { "return-for-supplement": 1 }, steps };
    const { exit, data } = await check(request, "--as-of", "2026-12-31", "--json");
    expect(exit).toBe(1);
    const answer: unknown = JSON.parse(data);
    expect(answer).toMatchObject({
      accepted: 4,
      refused: 1,
      steps: [
        {},
        {},
        {},
        { verdict: "refused", reason: { kind: "condition-not-met", cite: [expect.stringContaining("第一百七十五条")] } },
        { verdict: "accepted" },
      ],
    });
  });

  test("a step after the day it is asked about is refused, as the server does", async () => {
    const { exit, data } = await check({ kind: "criminal", openedOn: "2026-01-05", steps: [receive] }, "--as-of", "2026-01-30");
    expect(exit).toBe(1);
    expect(data).toContain("不予办理");
    expect(data).toContain("2026-01-05至2026-01-30之间的日期");
  });

  test.each([
    ["an unknown kind", { kind: "civil", openedOn: "2026-01-05", steps: [] }],
    ["no list of steps", { kind: "criminal", openedOn: "2026-01-05" }],
    ["a day that is none", { kind: "criminal", openedOn: "2026-02-30", steps: [] }],
    ["a field nobody asked for", { kind: "criminal", openedOn: "2026-01-05", steps: [], mood: "good" }],
  ])("%s is a wrong request: one line, exit status 2", async (_, request) => {
    const { exit, data, words } = await check(request);
    expect([exit, data, words.split("\n").length]).toEqual([2, "", 1]);
  });
});

describe("tandem procedures", () => {
  test("prints every table, for people and as data", async () => {
    const { exit, data } = await runTandem(execute, work, ["procedures", "--json"]);
    expect(exit).toBe(0);
    const tables: unknown = JSON.parse(data);
    expect(tables).toHaveLength(ProcedureKind.options.length);
    const told = await runTandem(execute, work, ["procedures", "--table", "criminal", "--lang", "en"]);
    expect(told.data).toContain("Returns are two at most");
  });

  test("another word for a table is refused with the words that are", async () => {
    const { exit, words } = await runTandem(execute, work, ["procedures", "--table", "penal"]);
    expect(exit).toBe(2);
    expect(words).toContain("criminal");
  });
});
