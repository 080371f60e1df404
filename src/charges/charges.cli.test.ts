import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ChargesAnswer, PhenomenonList } from "#charges/charges.contract.ts";
import { execute } from "#cli/main.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-charges-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...argv: string[]) => runTandem(execute, folder, ["charges", ...argv]);

test("--list names every phenomenon, for a person and as data", async () => {
  const { exit, data } = await run("--list", "--json");
  expect(exit).toBe(0);
  expect(PhenomenonList.parse(JSON.parse(data)).phenomena.map(({ id }) => id)).toContain("running-points");
  expect((await run("--list")).data).toContain("套路贷");
  expect((await run("--list", "--lang", "en")).data).toContain("trap loans");
});

test("a phenomenon alone is answered with everything unknown, in both languages", async () => {
  const { exit, data } = await run("--phenomenon", "running-points", "--json");
  expect(exit).toBe(0);
  const { rows } = ChargesAnswer.parse(JSON.parse(data));
  expect(rows.every(({ standing }) => standing === "unknown")).toBe(true);
  expect((await run("--phenomenon", "running-points")).data).toContain("罪数建议");
  expect((await run("--phenomenon", "running-points", "--lang", "en")).data).toContain("no ranking by likelihood");
});

test("the facts of `tandem assess` are taken as they are", async () => {
  writeFileSync(
    join(folder, "facts.json"),
    JSON.stringify({
      offence: "paid-deletion",
      forProfit: true,
      service: "deletion",
      gains: 20_000,
      accused: "natural-person",
      actDate: "2026-01-05",
    }),
  );
  const { data } = await run("facts.json", "--json");
  const answer = ChargesAnswer.parse(JSON.parse(data));
  expect(answer.rows.find(({ offence }) => offence === "paid-deletion")?.standing).toBe("met");
  expect(answer.rows.find(({ offence }) => offence === "illegal-use-of-networks")?.carried.map(({ fact }) => fact)).toContain("gains");
});

test("a wrong request is one line and exit 2", async () => {
  for (const argv of [["--phenomenon", "x"], [], ["--nonsense"], ["missing.json"]]) {
    const { exit, words, data } = await run(...argv);
    expect([exit, data, words.split("\n").length], argv.join(" ")).toEqual([2, "", 1]);
  }
});

test("in bulk a bad line is answered in its place", async () => {
  writeFileSync(
    join(folder, "bulk.jsonl"),
    `${JSON.stringify({ phenomenon: "drugs" })}\n{"facts":{"x":1}}\n${JSON.stringify({ phenomenon: "drugs" })}\n`,
  );
  const { exit, data } = await run("--jsonl", "bulk.jsonl");
  const lines = data
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(exit).toBe(0);
  expect(lines[1]).toHaveProperty("error");
  expect(lines[2]).toEqual(lines[0]);
});
