import type { Tx } from "#database/database.ts";
import { findItem, recordEvent } from "#evidence/evidence.store.ts";
import type { EvidenceToRead } from "#evidence/open-evidence-for-count.command.ts";

/**
 * Answers the piece of evidence a reading opens as a document and records that on it: who looked into evidence, and what for, stays known.
 * `purpose` replay: a change of the lexicon is tried on it, mending: what is kept of it is brought to newer rules; `readingId` is then that of the run. Runs as the worker. @throws when the id names nothing
 */
export async function openEvidenceForDocument(
  tx: Tx,
  evidenceId: string,
  readingId: string,
  now: Date,
  purpose: "reading" | "replay" | "mending" = "reading",
): Promise<EvidenceToRead> {
  const item = await findItem(tx, evidenceId, "update");
  if (!item) throw new Error(`reading ${readingId} names evidence that is not there`);
  const event = { type: "read-as-document" as const, readingId, ...(purpose === "reading" ? {} : { [purpose]: true as const }) };
  await recordEvent(tx, evidenceId, item.version + 1, event, { personId: null, at: now, requestId: readingId });
  const { id, path, sha256, bytes } = item;
  return { id, path, sha256, bytes };
}
