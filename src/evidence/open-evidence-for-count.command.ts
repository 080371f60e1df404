import type { Tx } from "#database/database.ts";
import { findItem, recordEvent } from "#evidence/evidence.store.ts";
import type { StoredReference } from "#evidence/vault.ts";

/** A piece of evidence as a count reads it. */
export type EvidenceToRead = StoredReference & { readonly id: string; readonly path: string };

/**
 * Answers what a count has to read and records the reading on each item: who looked into evidence, and what for, stays known.
 * Runs as the worker. Items are locked in the order of their ids, so that two counts cannot wait for each other.
 */
export async function openEvidenceForCount(tx: Tx, evidenceIds: readonly string[], countId: string, now: Date): Promise<EvidenceToRead[]> {
  const items: EvidenceToRead[] = [];
  for (const evidenceId of [...evidenceIds].sort()) {
    const item = await findItem(tx, evidenceId, "update");
    if (!item) throw new Error(`count ${countId} names evidence ${evidenceId}, which is not there`);
    await recordEvent(tx, item.id, item.version + 1, { type: "read-for-count", countId }, { personId: null, at: now, requestId: countId });
    items.push({ id: item.id, path: item.path, sha256: item.sha256, bytes: item.bytes });
  }
  // The order of the files in the case decides which of two equal records is the duplicate; it must not depend on ids.
  return items.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.id < other.id ? -1 : 1));
}
