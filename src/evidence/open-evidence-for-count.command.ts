import type { Tx } from "#database/database.ts";
import { findItemsOf, recordReadings } from "#evidence/evidence.store.ts";
import type { StoredReference } from "#evidence/vault.ts";

/** A piece of evidence as a count reads it. */
export type EvidenceToRead = StoredReference & { readonly id: string; readonly path: string };

/**
 * Answers what a count has to read and records the reading on each item: who looked into evidence, and what for, stays known.
 * Runs as the worker. @throws when one of the ids names nothing
 */
export async function openEvidenceForCount(tx: Tx, evidenceIds: readonly string[], countId: string, now: Date): Promise<EvidenceToRead[]> {
  const found = await recordReadings(tx, evidenceIds, countId, now);
  if (found !== evidenceIds.length) throw new Error(`count ${countId} names ${evidenceIds.length} pieces of evidence, ${found} are there`);
  const items = await findItemsOf(tx, evidenceIds);
  // The order of the files decides which of two equal records is shown as the duplicate; it must not depend on ids.
  return items
    .map(({ id, path, sha256, bytes }) => ({ id, path, sha256, bytes }))
    .sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.id < other.id ? -1 : 1));
}
