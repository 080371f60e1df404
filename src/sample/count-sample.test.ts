import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { makeSample, SAMPLE_AS_OF } from "#sample/make-sample.ts";
import { CountResult } from "#scan/scan.contract.ts";

const { expected } = makeSample();
const folder = mkdtempSync(join(tmpdir(), "sample-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("counted by `tandem count`, the written sample gives the figures of the book", async () => {
  const io = {
    say: () => undefined,
    language: "zh" as const,
    now: new Date("2026-11-22T00:00:00Z"),
    workingFolder: folder,
    environment: {},
    signal: new AbortController().signal,
  };
  let printed = "";
  await execute(["sample", "OUT"], { ...io, out: async () => undefined });
  const status = await execute(["count", "OUT", "--json", "--as-of", SAMPLE_AS_OF], { ...io, out: async (text) => void (printed += text) });
  const count = CountResult.parse(JSON.parse(printed));

  test("everything is read", () => {
    expect(count.sources.filter((source) => source.status !== "scanned").map((source) => [source.path, source.problem?.en])).toEqual([]);
    expect(status).toBe(0);
  });
  test("records of every source", () => {
    const { "expected.json": figures, ...sources } = Object.fromEntries(count.sources.map((source) => [source.path, source.records]));
    expect(figures, "the file of figures holds no record").toBe(0);
    expect(sources).toEqual(expected.sources);
  });
  test("the three ledgers", () => {
    expect(count.ledger).toEqual(expected.ledger);
  });
  test("kinds", () => {
    const named = new Set(expected.kinds.map((one) => one.kind));
    const found = count.kinds.filter((one) => named.has(one.kind)).sort((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(found).toEqual(expected.kinds);
    expect(count.kinds.flatMap((one) => (named.has(one.kind) ? [] : [one.kind])).sort()).toEqual(["accommodation", "whereabouts"]);
  });
  test("persons and groups", () => {
    expect(count.persons).toEqual(expected.persons);
    expect(count.groups).toEqual({ asOf: expected.asOf, ...expected.groups });
  });
});
