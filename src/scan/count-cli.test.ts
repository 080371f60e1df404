import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { buildMobile } from "#scan/count.builder.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-cli-"));
mkdirSync(join(folder, "evidence"));
writeFileSync(join(folder, "evidence", "a.txt"), `手机 ${buildMobile(10_000_001)}\n`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ exit: number; words: string[]; data: string }> {
  const [data, words]: [string[], string[]] = [[], []];
  const exit = await execute(argv, {
    out: async (text) => void data.push(text),
    say: (line) => void words.push(line),
    language: "zh",
    now: new Date(2026, 10, 22),
    workingFolder: folder,
    environment: {},
    signal: new AbortController().signal,
  });
  return { exit, words, data: data.join("") };
}

test.each([
  ["no path", []],
  ["a path that does not exist", ["nowhere.txt"]],
  ["a path below a file", ["evidence/a.txt/b"]],
  ["an unknown item", ["evidence", "--item", "rows"]],
  ["an unknown key", ["evidence", "--key", "shoe-size"]],
  ["a date that does not exist", ["evidence", "--as-of", "2026-02-30"]],
  ["an unknown reading of the evidence", ["evidence", "--as", "poems"]],
  ["a manifest that is none", ["evidence", "--manifest", "evidence/a.txt"]],
  ["a manifest that is not there", ["evidence", "--manifest", "nowhere.json"]],
  ["no thread at all", ["evidence", "--workers", "0"]],
  ["a state among the evidence", ["evidence", "--resume", "evidence/state"]],
  ["resuming what persons had to say in", ["evidence", "--resume", "state", "--definitions"]],
  ["an unknown option", ["evidence", "--fast"]],
  ["a bundle among the evidence", ["evidence", "--bundle", "evidence/out"]],
])("%s is a wrong request, told in one line", async (_title, args) => {
  const { exit, words, data } = await run("count", ...args, "--json");
  expect(exit).toBe(2);
  expect(words).toHaveLength(1);
  expect(words[0]).not.toContain("\n");
  expect(data).toBe("");
  if (args[0] === "nowhere.txt") expect(words[0]).toContain("nowhere.txt");
});

test("a verification needs a readable bundle and evidence", async () => {
  expect((await run("verify", "nowhere", "evidence")).exit).toBe(2);
  writeFileSync(join(folder, "manifest.json"), "{}");
  expect((await run("verify", ".", "evidence")).exit).toBe(2);
  expect((await run("verify")).exit).toBe(2);
});

test("the day of the machine is the day of the groups; --as-of names another", async () => {
  expect(JSON.parse((await run("count", "evidence", "--json")).data).groups.asOf).toBe("2026-11-22");
  expect(JSON.parse((await run("count", "evidence", "--json", "--as-of", "2020-01-01")).data).groups.asOf).toBe("2020-01-01");
});

test("the same count gives a bundle of the same bytes, and verifies whatever day it is", async () => {
  await run("count", "evidence", "--bundle", "one");
  await run("count", "evidence", "--bundle", "two");
  const read = (name: string) => readFileSync(join(folder, name, "manifest.json"), "utf8");
  expect(read("one")).toBe(read("two"));
  const verified = await run("verify", "one", "evidence");
  expect([verified.exit, verified.data]).toEqual([0, expect.stringContaining("一致")]);
});

test("a count that came to its end leaves nothing to go on from; a folder of something else is refused", async () => {
  expect((await run("count", "evidence", "--resume", "state")).exit).toBe(0);
  expect(readdirSync(join(folder, "state"))).toEqual([]);
  writeFileSync(join(folder, "state", "count.state"), "something else");
  const refused = await run("count", "evidence", "--resume", "state");
  expect([refused.exit, refused.words]).toEqual([2, [expect.stringContaining("--resume")]]);
  expect(readFileSync(join(folder, "state", "count.state"), "utf8")).toBe("something else");
});

test("unreadable evidence is exit 1, with the reason in the words of the reader", async () => {
  writeFileSync(join(folder, "broken.zip"), "PK\u0003\u0004 cut");
  const { exit, data } = await run("count", "broken.zip");
  expect(exit).toBe(1);
  expect(data).toContain("压缩包损坏");
  expect((await run("count", "broken.zip", "--lang", "en")).data).toContain("damaged");
});

test("beside a manifest the count has the same hashes and tells what changed since", async () => {
  const before = await run("count", "evidence", "--json");
  writeFileSync(join(folder, "earlier.json"), before.data);
  const same = await run("count", "evidence", "--json", "--manifest", "earlier.json");
  expect(JSON.parse(same.data).manifest).toEqual({ same: 1, changed: [], added: [], missing: [], sm3TakenOver: true });
  expect(JSON.parse(same.data).sources).toEqual(JSON.parse(before.data).sources);
  const other = { ...JSON.parse(before.data).sources[0], sha256: "0".repeat(64) };
  writeFileSync(join(folder, "earlier.json"), JSON.stringify([other]));
  const changed = await run("count", "evidence", "--json", "--manifest", "earlier.json");
  expect(JSON.parse(changed.data).manifest.changed).toEqual(["a.txt"]);
  expect(changed.words.join("\n")).toContain("a.txt");
  expect(JSON.parse(changed.data).sources).toEqual(JSON.parse(before.data).sources);
});
