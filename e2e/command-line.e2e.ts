import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runTandem } from "./run-tandem.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const judgments = join(root, "..", "shared", "data", "cyber_cases", "cyber_pii_judgments.jsonl.gz");
let folder: string;
let sample: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tandem-command-"));
  sample = join(folder, "sample");
  expect((await runTandem(["sample", sample])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the invented sample on the command line", () => {
  test("count gives the figures the sample says it must give", async () => {
    const expected = JSON.parse(readFileSync(join(sample, "expected.json"), "utf8"));
    const { status, out } = await runTandem(["count", sample, "--json", "--as-of", expected.asOf]);
    const counted = JSON.parse(out);
    expect(status).toBe(0);
    expect(counted.ledger).toEqual(expected.ledger);
    expect(counted.persons).toEqual(expected.persons);
    expect(counted.groups).toEqual({ asOf: expected.asOf, ...expected.groups });
  });

  test("a bundle and its verification agree; one changed byte of evidence is named, exit status 1", async () => {
    const bundle = join(folder, "bundle");
    expect((await runTandem(["count", sample, "--bundle", bundle])).status).toBe(0);
    expect((await runTandem(["verify", bundle, sample])).status).toBe(0);
    const { sources } = JSON.parse((await runTandem(["count", sample, "--json"])).out) as { sources: { path: string }[] };
    const victim = sources
      .map(({ path }) => path)
      .find((path) => existsSync(join(sample, path)) && statSync(join(sample, path)).size > 1000);
    if (victim === undefined) throw new Error("the sample has no plain file");
    const bytes = readFileSync(join(sample, victim));
    const changed = Buffer.from(bytes);
    const at = changed.lastIndexOf("9");
    changed[at] = "8".charCodeAt(0);
    writeFileSync(join(sample, victim), changed);
    const refused = await runTandem(["verify", bundle, sample, "--json"]);
    writeFileSync(join(sample, victim), bytes);
    expect(refused.status).toBe(1);
    expect(refused.out).toContain(victim);
    expect((await runTandem(["verify", bundle, sample])).status).toBe(0);
  });
});

describe("a wrong request ends with status 2 and one line that names the argument", () => {
  test.each([
    ["count", "no-such-folder", "--json"],
    ["count", "--no-such-option"],
    ["count", ".", "--key", "no-such-kind"],
    ["assess", "no-such-file.json"],
    ["no-such-command"],
  ])("%s %s %s", async (...args) => {
    const { status, out, words } = await runTandem(args.filter((argument) => argument !== undefined));
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(words.trim().split("\n")).toHaveLength(1);
  });
});

test.skipIf(!existsSync(judgments))(
  "real judgments are read to the last one, without a crash (skipped where ../shared/data is absent)",
  async () => {
    const target = join(folder, "judgments");
    mkdirSync(target);
    const lines = gunzipSync(readFileSync(judgments)).toString("utf8").trim().split("\n");
    for (const [index, line] of lines.entries()) {
      const { full, facts } = JSON.parse(line);
      writeFileSync(join(target, `${index}.txt`), String(full ?? facts));
    }
    const { status, out } = await runTandem(["count", target, "--json"]);
    const counted = JSON.parse(out);
    expect(status).toBe(0);
    expect(counted.coverage).toMatchObject({ sources: lines.length, scanned: lines.length });
    expect(counted.coverage.bytesScanned).toBe(counted.coverage.bytes);
  },
);
