import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { compareKnown, parseKnownSources, tellComparison } from "#scan/count/known-sources.ts";
import { countBytes } from "#scan/count.builder.ts";
import { hashBytes } from "#scan/sources/inspect-bytes.ts";
import { sourceOfBytes } from "#scan/sources/scratch.ts";

const hex = (sign: string) => sign.repeat(64);
const hashOf = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest("hex");
const { signal } = new AbortController();

test("a bundle's manifest, an earlier answer and a bare list of sources are manifests, other files are none", () => {
  const sources = [{ path: "a.txt", sha256: hex("a"), sm3: hex("b"), records: 3 }];
  for (const text of [JSON.stringify({ bundle: "tandem-count", sources }), JSON.stringify(sources)])
    expect([...(parseKnownSources(text) ?? [])]).toEqual([["a.txt", { sha256: hex("a"), sm3: hex("b") }]]);
  for (const text of ["", "{}", "[1]", '{"sources":[{"path":"a","sha256":"x","sm3":null}]}', "姓名,手机"])
    expect(parseKnownSources(text)).toBeNull();
});

test("nothing is known of a source without hashes, or of a path that comes twice", () => {
  const one = { path: "a", sha256: hex("a"), sm3: hex("b") };
  expect(parseKnownSources(JSON.stringify([one, { ...one, sha256: hex("c") }, { path: "b", sha256: null, sm3: null }]))?.size).toBe(0);
});

test("SM3 is taken over where SHA-256 is the same, and computed anew where it differs", async () => {
  const bytes = Buffer.from("手机13812345678\n");
  const taken = new Map([["a", { sha256: hashOf("sha256", bytes), sm3: hex("0") }]]);
  expect(await hashBytes(sourceOfBytes("a", bytes), { signal, known: taken })).toEqual({ sha256: hashOf("sha256", bytes), sm3: hex("0") });
  const other = new Map([["a", { sha256: hex("1"), sm3: hex("0") }]]);
  const right = { sha256: hashOf("sha256", bytes), sm3: hashOf("sm3", bytes) };
  expect(await hashBytes(sourceOfBytes("a", bytes), { signal, known: other })).toEqual(right);
  expect(await hashBytes(sourceOfBytes("b", bytes), { signal, known: taken })).toEqual(right);
});

test("a count beside the manifest of an earlier one has the same hashes, and tells what changed", async () => {
  const first = await countBytes({ "a.txt": "手机13812345678\n", "b.csv": "手机\n13812345678\n13912345678\n", "c.txt": "好的\n" });
  const known = parseKnownSources(JSON.stringify(first));
  if (known === null) throw new Error("no manifest");
  const again = await countBytes({ "a.txt": "手机13812345678\n", "b.csv": "手机\n13812345678\n", "d.txt": "好的\n" }, {}, { known });
  const fresh = await countBytes({ "a.txt": "手机13812345678\n", "b.csv": "手机\n13812345678\n", "d.txt": "好的\n" });
  expect(again.sources).toEqual(fresh.sources);
  const comparison = compareKnown(known, again.sources);
  expect(comparison).toEqual({ same: 1, changed: ["b.csv"], added: ["d.txt"], missing: ["c.txt"], sm3TakenOver: true });
  for (const language of ["zh", "en"] as const) {
    const told = tellComparison(comparison, language);
    expect(told).toHaveLength(4);
    for (const path of ["b.csv", "d.txt", "c.txt"]) expect(told.join("\n")).toContain(path);
  }
});
