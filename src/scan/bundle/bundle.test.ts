import { expect, test } from "vitest";
import { BundleManifest, buildManifest, compareManifests } from "#scan/bundle/bundle.ts";
import { buildMobile, countBytes } from "#scan/count.builder.ts";

const LINE = `手机 ${buildMobile(10_000_001)}\n`;
const manifestOf = async (evidence: Record<string, string>) =>
  BundleManifest.parse(JSON.parse(JSON.stringify(buildManifest("2026-11-22", await countBytes(evidence)))));

test("the same evidence gives the same bytes, in whatever order it was given, and no value of it", async () => {
  const [one, two] = [await manifestOf({ "a.txt": LINE, "b.txt": "无\n" }), await manifestOf({ "b.txt": "无\n", "a.txt": LINE })];
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  expect(JSON.stringify(one)).not.toContain(buildMobile(10_000_001));
  expect(JSON.stringify(one)).not.toMatch(/speed|seconds/);
  expect(compareManifests(one, two)).toEqual([]);
});

test("a changed, a missing and a new source are named, and the figures that moved", async () => {
  const then = await manifestOf({ "a.txt": LINE, "b.txt": LINE });
  const now = await manifestOf({ "a.txt": LINE.replace("手机", "手帐"), "c.txt": "\n" });
  const found = compareManifests(then, now);
  expect(found.slice(0, 3).map(({ what, where }) => `${what} ${where}`)).toEqual([
    "source-changed a.txt",
    "source-missing b.txt",
    "source-new c.txt",
  ]);
  expect(found.map(({ where }) => where)).toContain("ledger.total.seized");
});

test("a figure changed in the bundle is found, by name", async () => {
  const manifest = await manifestOf({ "a.txt": LINE });
  const forged = structuredClone(manifest);
  forged.ledger.tiers.C.valid = 77;
  const [kind] = forged.kinds;
  if (kind) kind.valid = 5;
  expect(compareManifests(forged, manifest)).toEqual([
    { what: "figure", where: "ledger.tiers.C.valid", bundle: "77", found: "1" },
    { what: "figure", where: "kinds.mobile.valid", bundle: "5", found: "1" },
  ]);
});
