import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BundlePayload } from "#transfers/bundles/bundle.contract.ts";
import { buildKeys } from "#transfers/bundles/keys.builder.ts";
import { openTransferKeys } from "#transfers/bundles/open-transfer-keys.ts";
import { canonical, fingerprintOf, openBundle, sealBundle } from "#transfers/bundles/seal-bundle.ts";

const keys = buildKeys();
const payload: BundlePayload = {
  kind: "transfer",
  bundleId: "00000000-0000-4000-8000-000000000001",
  madeAt: "2026-11-24T04:00:00.000Z",
  from: { code: "990101", name: "云岭院" },
  to: { code: "990102", name: "青川院" },
  number: "移2026-0001",
  title: "某站点",
  field: "personal-information",
  form: {
    ground: "ordinary",
    foundOn: "2026-11-20",
    basis: "办案中发现",
    content: "面单外泄",
    evidence: [{ name: "笔录", evidenceId: null }],
    opinion: "移送办理",
  },
};
const text = sealBundle(payload, keys);

/** Every place in the file that holds a value, as its path. */
function placesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return Object.entries(value).flatMap(([name, one]) => placesOf(one, [...path, name]));
}
function changed(path: readonly string[], value: unknown): string {
  const copy: unknown = JSON.parse(text);
  let at = copy;
  for (const name of path.slice(0, -1)) at = typeof at === "object" && at !== null ? Reflect.get(at, name) : at;
  if (typeof at === "object" && at !== null) Reflect.set(at, path.at(-1) ?? "", value);
  return JSON.stringify(copy);
}

test("what was sealed opens, however the file was laid out", () => {
  expect(openBundle(text)).toMatchObject({ ok: true, value: { payload, fingerprint: keys.fingerprint } });
  expect(openBundle(JSON.stringify(JSON.parse(text)))).toMatchObject({ ok: true });
});

const places = placesOf(JSON.parse(text));
test.each(places.map((path) => [path.join("."), path] as const))("a changed %s is refused", (_, path) => {
  const values = [
    "x",
    "990199",
    "2026-11-21",
    "2026-11-24T04:00:01.000Z",
    "00000000-0000-4000-8000-000000000002",
    "duty-crime",
    "0".repeat(64),
    2,
    null,
  ];
  const original = path.reduce<unknown>(
    (at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : at),
    JSON.parse(text),
  );
  for (const value of values.filter((one) => one !== original))
    expect(openBundle(changed(path, value)), `${path.join(".")} = ${value}`).toMatchObject({ ok: false, kind: "invalid-input" });
});

test("the first thing that does not hold is named: the hash of the key, then the key, then the signature", () => {
  const found = (file: string) => {
    const opened = openBundle(file);
    return opened.ok ? "" : String(opened.detail["found"]);
  };
  const rsa = createPublicKey(generateKeyPairSync("rsa", { modulusLength: 512 }).privateKey).export({ format: "der", type: "spki" });
  const swapped = { publicKey: Buffer.from(rsa).toString("base64"), fingerprint: fingerprintOf(rsa) };
  const noKey = { publicKey: Buffer.from("no key").toString("base64"), fingerprint: fingerprintOf(Buffer.from("no key")) };
  expect(found(changed(["fingerprint"], "0".repeat(64)))).toContain("fingerprint");
  for (const other of [swapped, noKey]) expect(found(JSON.stringify({ ...JSON.parse(text), ...other }))).toContain("publicKey");
  expect(found(changed(["payload", "title"], "另一站点"))).toContain("签名");
  expect(found(changed(["signature"], "AAAA"))).toContain("签名");
  expect(found(changed(["payload", "form", "foundOn"], "不详"))).toContain("payload.form.foundOn");
  expect(found("PK")).toContain("JSON");
});

test("a field taken out or put in is refused, also one the contract does not know", () => {
  for (const path of places) expect(openBundle(changed(path, undefined)).ok, path.join(".")).toBe(false);
  for (const path of [["more"], ["payload", "more"], ["payload", "form", "more"]])
    expect(openBundle(changed(path, "x")).ok, path.join(".")).toBe(false);
});

test("another installation's key, put in place of the true one, does not hold", () => {
  const other = buildKeys();
  const copy = JSON.parse(text);
  expect(openBundle(JSON.stringify({ ...copy, publicKey: other.publicKey, fingerprint: other.fingerprint }))).toMatchObject({
    kind: "invalid-input",
  });
});

test("any file at all is an answer, never a fault; the order of names does not change what is signed", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (any) => openBundle(any).ok === false));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      return canonical(turned) === canonical(value);
    }),
  );
});

test("the key pair is made once, for its owner only, and a wrong file is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-keys-"));
  try {
    const first = openTransferKeys(join(folder, "master.key"));
    expect(openTransferKeys(join(folder, "master.key")).fingerprint).toBe(first.fingerprint);
    expect(statSync(join(folder, "transfers.ed25519.pem")).mode & 0o077).toBe(0);
    writeFileSync(join(folder, "transfers.ed25519.pem"), "no key");
    expect(() => openTransferKeys(join(folder, "master.key"))).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
