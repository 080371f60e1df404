import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-requests-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function answerLines(command: string, lines: readonly object[]): Promise<unknown[]> {
  writeFileSync(join(folder, "requests.jsonl"), `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  const { data } = await runTandem(execute, folder, [command, "--jsonl", "requests.jsonl"]);
  return data
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

test("a period's argument that is null is as good as not given", async () => {
  const request = { rule: "CR-PROS-1M", from: "2026-03-10" };
  const [plain, withNulls] = await answerLines("period", [request, { ...request, detained: null, extend: null, urgent: null }]);
  expect(plain).toMatchObject({ due: "2026-04-10", rolled: false });
  expect(withNulls).toEqual(plain);
});

test("a period without its rule or day is still a bad line", async () => {
  expect(
    await answerLines("period", [
      { rule: null, from: "2026-03-10" },
      { rule: "CR-PROS-1M", from: null },
    ]),
  ).toMatchObject([{ error: { argument: "rule" } }, { error: { argument: "from" } }]);
});

test("a fact of jurisdiction that is null is as good as not given", async () => {
  const [plain, withNulls] = await answerLines("jurisdiction", [
    { residence: "310115" },
    { residence: "310115", designated: null, placesOfCrime: null, helperOf: null, filings: null, mainPlace: null, disputed: null },
  ]);
  expect(plain).toMatchObject({ because: "no-filing-yet", organ: null });
  expect(withNulls).toEqual(plain);
});

test("a line without an id says what an id is", async () => {
  expect(await answerLines("read", [{ text: "今天下雨。" }])).toMatchObject([
    { error: { argument: "id", expected: "文字或者数字或 null" } },
  ]);
});

test("a document that is not there is a wrong request before any other is answered", async () => {
  writeFileSync(join(folder, "a.txt"), "今天下雨。");
  const { exit, words, data } = await runTandem(execute, folder, ["read", "a.txt", "missing.txt", "--json"]);
  expect({ exit, data }).toEqual({ exit: 2, data: "" });
  expect(words).toContain("missing.txt");
});
