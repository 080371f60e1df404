import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprintOf, type TransferKeys } from "#transfers/bundles/seal-bundle.ts";

/**
 * The installation's own Ed25519 key pair, beside the master key; made at the first start, readable by its owner only.
 * @throws when the file is there and holds no such key
 */
export function openTransferKeys(keyFile: string): TransferKeys {
  const file = join(dirname(keyFile), "transfers.ed25519.pem");
  const privateKey = createPrivateKey(readOrMake(file));
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error(`移送密钥有误 / wrong transfer key ${file}: expected an Ed25519 key`);
  const der = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { privateKey, publicKey: der.toString("base64"), fingerprint: fingerprintOf(der) };
}

function readOrMake(file: string): string {
  const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  try {
    // Two processes at once: one writes, the other reads what was written.
    writeFileSync(file, pem, { flag: "wx", mode: 0o600 });
    return pem;
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "EEXIST") return readFileSync(file, "utf8");
    throw problem;
  }
}
