import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { describeEvidence } from "#evidence/describe-evidence.query.ts";
import { EvidenceItem } from "#evidence/evidence.contract.ts";
import { insertItem, insertObject, recordEvent } from "#evidence/evidence.store.ts";
import { parseEvidencePath } from "#evidence/evidence-path.ts";
import type { StoredObject, Vault } from "#evidence/vault.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** What an upload brings: bytes as a stream, their announced number, the name under which they were found. */
export type Upload = {
  readonly requestId: string;
  readonly path: string;
  readonly stream: Readable | AsyncIterable<Uint8Array>;
  readonly announcedBytes: number | null;
};

/**
 * 接收证据 takes one file into a case. Permission is asked before the first byte and again when the bytes are safe; only then a short
 * transaction makes the item. A repeated request id answers the first item (the bytes are read and recognised as stored).
 */
export async function takeInEvidence(
  services: { readonly database: Database; readonly vault: Vault },
  asking: Asking,
  caseId: string,
  upload: Upload,
): Promise<Outcome<EvidenceItem>> {
  const { database, vault } = services;
  const { actor, requestId } = asking;
  const begun = performance.now();
  const path = parseEvidencePath(upload.path);
  if (!path.ok) return path;
  const refused = await database.transact({ as: "person", actor }, (tx) => refuseIntake(tx, asking, caseId, "none"));
  if (refused) return refused;

  const taken = await vault.takeIn(upload.stream, upload.announcedBytes);
  if (!taken.ok) return taken;
  // A large upload takes minutes: evidence is taken in when its bytes are safe, and whoever takes it in must still be permitted to.
  const now = new Date(asking.now.getTime() + (performance.now() - begun));
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, upload.requestId, `take-in-evidence ${caseId}`, async () => {
      const stillRefused = await refuseIntake(tx, { ...asking, now }, caseId, "share");
      if (stillRefused) return stillRefused;
      const id = randomUUID();
      await insertObject(tx, taken.value, now);
      await insertItem(tx, { id, caseId, path: path.value, sha256: taken.value.sha256, at: now, by: actor.personId });
      await recordEvent(tx, id, 1, takenIn(path.value, taken.value), { personId: actor.personId, at: now, requestId: upload.requestId });
      const item = EvidenceItem.parse(await describeEvidence(tx, id));
      const { sha256, bytes } = taken.value;
      await appendEntry(tx, { event: { kind: "evidence-taken-in", evidenceId: id, sha256, bytes }, actor, caseId, requestId });
      return done(item);
    }),
  );
}

async function refuseIntake(tx: Tx, { actor, now }: Asking, caseId: string, lock: "share" | "none"): Promise<Refusal | null> {
  const facts = await findCaseFacts(tx, caseId, lock);
  if (!facts) return refuse("not-found", { what: "case" });
  const decision = canDo("take-in-evidence", actor, facts, officeDay(now));
  return decision.allowed ? null : decision.refusal;
}

function takenIn(path: string, { bytes, sha256, sm3, md5, sha1 }: StoredObject) {
  return { type: "taken-in" as const, path, bytes, sha256, sm3, md5, sha1 };
}
