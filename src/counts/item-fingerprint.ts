import { createHmac, hkdfSync } from "node:crypto";
import type { ItemFingerprinter } from "#scan/decisions/decision-book.ts";

/**
 * Keyed fingerprints of items, under a key of its own for each case that is derived from the installation's master key: the same item of a
 * case gives the same fingerprint in every count, items of two cases cannot be held against each other, and without the key file nobody
 * can try out which item it is.
 */
export function openItemFingerprints(masterKey: Uint8Array): (caseId: string) => ItemFingerprinter {
  return (caseId) => {
    const key = Buffer.from(hkdfSync("sha256", masterKey, "", `tandem item fingerprints ${caseId}`, 32));
    return (words) => createHmac("sha256", key).update(words).digest("hex");
  };
}
