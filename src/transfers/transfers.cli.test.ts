import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";
import { buildKeys } from "#transfers/bundles/keys.builder.ts";
import { sealBundle } from "#transfers/bundles/seal-bundle.ts";

const work = mkdtempSync(join(tmpdir(), "tandem-transfers-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const keys = buildKeys();
const receipt = sealBundle(
  {
    kind: "receipt",
    bundleId: "00000000-0000-4000-8000-000000000001",
    madeAt: "2026-11-24T04:00:00.000Z",
    from: { code: "990102", name: "青川院" },
    to: { code: "990101", name: "云岭院" },
    on: "2026-11-24",
    receiver: "某案管",
    clueId: "00000000-0000-4000-8000-000000000002",
  },
  keys,
);
writeFileSync(join(work, "receipt.json"), receipt);
writeFileSync(join(work, "changed.json"), receipt.replace("某案管", "另一案管"));
writeFileSync(join(work, "no.json"), "PK");
const verify = (...args: string[]) => runTandem(execute, work, ["transfers", "verify", ...args]);

describe("tandem transfers verify", () => {
  test("holds, says whose bundle it is, and that the key itself is for a person to check", async () => {
    const { exit, data } = await verify("receipt.json");
    expect(exit).toBe(0);
    for (const words of ["移送包完整", "青川院 → 云岭院", keys.fingerprint, "--fingerprint"]) expect(data).toContain(words);
    const asJson = await verify("receipt.json", "--json");
    expect(JSON.parse(asJson.data)).toMatchObject({
      holds: true,
      problem: null,
      bundle: { kind: "receipt" },
      fingerprint: keys.fingerprint,
    });
  });

  test("with the fingerprint that was told, however typed, nothing is left open; another one does not hold", async () => {
    const typed = keys.fingerprint.toUpperCase().replace(/(.{4})/g, "$1 ");
    const { exit, data } = await verify("receipt.json", "--fingerprint", typed);
    expect([exit, data.includes("--fingerprint")]).toEqual([0, false]);
    const other = await verify("receipt.json", "--fingerprint", "0".repeat(64));
    expect([other.exit, other.data.includes("与对方告知的不同")]).toEqual([1, true]);
  });

  test.each([
    ["changed.json", "签名不符"],
    ["no.json", "JSON"],
  ])("%s: exit 1 and the first thing that does not hold", async (file, words) => {
    const { exit, data } = await verify(file);
    expect(exit).toBe(1);
    expect(data).toContain(words);
    expect(JSON.parse((await verify(file, "--json")).data)).toMatchObject({ holds: false, bundle: null });
  });
});

test.each([
  ["no verb", []],
  ["an unknown verb", ["send"]],
  ["verify without a file", ["verify"]],
  ["verify of a file that is not there", ["verify", "none.json"]],
  ["an option of another verb", ["verify", "receipt.json", "--account", "sun.wen"]],
  ["import without an account", ["import", "receipt.json"]],
  ["export of no id", ["export", "x", "--account", "sun.wen"]],
  ["an unknown option", ["verify", "receipt.json", "--fast"]],
  ["a file too much for fingerprint", ["fingerprint", "receipt.json"]],
])("%s: exit 2 and one line", async (_, args) => {
  const { exit, words, data } = await runTandem(execute, work, ["transfers", ...args]);
  expect([exit, words.trim().split("\n").length, data]).toEqual([2, 1, ""]);
});
