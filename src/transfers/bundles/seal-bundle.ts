import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { Bundle, type BundlePayload } from "#transfers/bundles/bundle.contract.ts";

/** The key pair of an installation. `fingerprint`: SHA-256 of the public key's SPKI form, 64 hexadecimal digits. */
export type TransferKeys = { readonly privateKey: KeyObject; readonly publicKey: string; readonly fingerprint: string };

/** Signs a payload (Ed25519 over its canonical JSON) and answers the text of the file. */
export function sealBundle(payload: BundlePayload, { privateKey, publicKey, fingerprint }: TransferKeys): string {
  const signature = sign(null, Buffer.from(canonical(payload)), privateKey).toString("base64");
  const bundle: Bundle = { format: "tandem-transfer-bundle", version: 1, payload, publicKey, fingerprint, signature };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/**
 * Reads a file and holds its signature against its key. Whether the key is known is for the caller.
 * Refuses with the first thing that does not hold: the JSON, the shape, the key's hash, the key, the signature.
 */
export function openBundle(text: string): Outcome<Bundle> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong("移送包文件（JSON）", "a transfer bundle (JSON)", "无法读取的内容 / not JSON");
  }
  const read = Bundle.safeParse(value);
  if (!read.success) {
    const place = read.error.issues[0]?.path.join(".") ?? "";
    return wrong("完整的移送包", "a whole transfer bundle", place === "" ? "缺少内容 / incomplete" : `${place} 不符 / does not fit`);
  }
  const { payload, publicKey, fingerprint, signature } = read.data;
  const der = Buffer.from(publicKey, "base64");
  if (fingerprintOf(der) !== fingerprint)
    return wrong("与密钥相符的指纹", "the fingerprint of its key", "fingerprint 与 publicKey 不符 / is not that of publicKey");
  const key = readKey(der);
  if (key === null) return wrong("Ed25519 公钥", "an Ed25519 public key", "publicKey 不是这样的公钥 / is no such key");
  // What was signed is what the file held, not what the contract made of it.
  const signed = Buffer.from(canonical(payloadOf(value) ?? payload));
  return verify(null, signed, key, Buffer.from(signature, "base64"))
    ? done(read.data)
    : wrong(
        "签名相符的移送包",
        "a bundle whose signature holds",
        "签名不符，内容或者签名被改动 / the content or the signature was changed",
      );
}

function readKey(der: Buffer): KeyObject | null {
  try {
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null; // bytes that are no key at all
  }
}

export function fingerprintOf(der: Uint8Array): string {
  return createHash("sha256").update(der).digest("hex");
}

/** JSON with the names of every object in order and no blanks: the same content gives the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`);
  return `{${parts.join(",")}}`;
}

function payloadOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "payload" in value ? value.payload : undefined;
}

function wrong(zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place: "移送包", "place.en": "the bundle", expected: zh, "expected.en": en, found });
}
