import { createHmac, hkdfSync } from "node:crypto";
import type { TraitKind } from "#cross-checks/cross-checks.contract.ts";
import type { Trait } from "#cross-checks/find-traits.ts";

/** 特征指纹 32 bytes: the same value of the same kind gives the same, and without the key nobody can try values out. */
export type TraitFingerprint = (trait: Trait) => Buffer;

/**
 * Fingerprints (HMAC-SHA256) under keys derived from the installation's master key, one a kind, so that the same digits as a telephone and as a card have nothing in
 * common. Only the worker opens them: the process that answers requests cannot make one.
 */
export function openTraitFingerprint(masterKey: Uint8Array): TraitFingerprint {
  const keys = new Map<TraitKind, Buffer>();
  return ({ kind, value }) => {
    const key = keys.get(kind) ?? Buffer.from(hkdfSync("sha256", masterKey, "", `tandem cross-check ${kind}`, 32));
    keys.set(kind, key);
    return createHmac("sha256", key).update(value).digest();
  };
}
