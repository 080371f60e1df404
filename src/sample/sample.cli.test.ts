import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { makeSample } from "#sample/make-sample.ts";

const folder = mkdtempSync(join(tmpdir(), "sample-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function tandem(...argv: string[]) {
  let [out, said] = ["", ""];
  const status = await execute(argv, {
    out: async (text) => void (out += text),
    say: (line) => void (said += `${line}\n`),
    language: "zh",
    now: new Date("2026-11-22T00:00:00Z"),
    workingFolder: folder,
    environment: {},
    signal: new AbortController().signal,
  });
  return { status, out, said };
}

test("the sample is written with the figures it must give beside it, twice the same", async () => {
  for (const out of ["first", "second"]) expect((await tandem("sample", out)).status).toBe(0);
  const { files, expected } = makeSample();
  for (const { path, bytes } of files) {
    expect(Buffer.compare(readFileSync(join(folder, "first", path)), Buffer.from(bytes)), path).toBe(0);
    expect(Buffer.compare(readFileSync(join(folder, "second", path)), Buffer.from(bytes)), path).toBe(0);
  }
  expect(JSON.parse(readFileSync(join(folder, "first", "expected.json"), "utf8"))).toEqual(expected);
});

test.each([
  [["sample"], /OUT/],
  [["sample", "a", "b"], /OUT.*b/],
  [["sample", "a", "--bundle"], /--bundle/],
  [["sample", "in-the-way/OUT"], /OUT.*in-the-way/],
])("a wrong request ends with status 2 and writes nothing: %j", async (argv, line) => {
  writeFileSync(join(folder, "in-the-way"), "");
  const { status, out, said } = await tandem(...argv);
  expect([status, out]).toEqual([2, ""]);
  expect(said).toMatch(line);
  expect(existsSync(join(folder, "a"))).toBe(false);
});
