import { createHash } from "node:crypto";
import type { ItemPlace } from "#scan/decisions/decisions.contract.ts";

/**
 * What stands for a single record of tier C where items have their fingerprints: a decision about it is about the record at its place, and
 * the place holds no value of the evidence.
 */
export function markPlace({ source, row, offset }: ItemPlace): string {
  return createHash("sha256").update(`place\u0000${source}\u0000${row}\u0000${offset}`).digest("hex");
}
