import type { Actor } from "#access/access.contract.ts";
import type { AnchorFile } from "#audit/anchor.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { AuditVerification } from "#audit/audit.contract.ts";
import { mayVerifyAudit } from "#audit/audit.policy.ts";
import { findHead, readChain } from "#audit/audit.store.ts";
import { verifyChain } from "#audit/verify-chain.ts";
import type { Acting, Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 核验留痕链 the auditor has the whole chain recomputed; the answer is an entry of its own. */
export async function verifyAudit(
  services: { database: Database; anchors: AnchorFile },
  actor: Actor,
  requestId: string,
  now: Date,
): Promise<Outcome<AuditVerification>> {
  const permitted = mayVerifyAudit(actor);
  if (!permitted.ok) return permitted;
  return done(await recomputeChain(services, { as: "person", actor }, requestId, now));
}

/**
 * Recomputes the chain and, if it holds, anchors its head. For the command line it acts for nobody.
 * The anchors are read first: what they name was committed before, so it must be in the chain.
 */
export async function recomputeChain(
  { database, anchors }: { database: Database; anchors: AnchorFile },
  acting: Acting,
  requestId: string,
  now: Date,
): Promise<AuditVerification> {
  const known = await anchors.read();
  const verification = await database.transact(acting, async (tx) => {
    const answer = await verifyChain(readChain(tx), known);
    await appendEntry(tx, {
      event: { kind: "audit-verified", entries: answer.entries, holds: answer.holds },
      actor: acting.as === "person" ? acting.actor : null,
      caseId: null,
      requestId,
    });
    return answer;
  });
  if (verification.holds) {
    const head = await database.transact(acting, findHead);
    if (head) await anchors.append(head, now);
  }
  return verification;
}
