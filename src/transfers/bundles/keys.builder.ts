import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { fingerprintOf, type TransferKeys } from "#transfers/bundles/seal-bundle.ts";

/** A key pair of an invented installation. */
export function buildKeys(): TransferKeys {
  const { privateKey } = generateKeyPairSync("ed25519");
  const der = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { privateKey, publicKey: der.toString("base64"), fingerprint: fingerprintOf(der) };
}
