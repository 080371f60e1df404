import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { describeEvidence } from "#evidence/describe-evidence.query.ts";
import { EvidenceDetail, type VerifyEvidenceRequest } from "#evidence/evidence.contract.ts";
import { findItem, type ItemRow, recordEvent } from "#evidence/evidence.store.ts";
import type { Vault, Verification } from "#evidence/vault.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 核验证据 reads every stored byte again, compares both hashes and records what came of it. No transaction is open while it reads. */
export async function verifyEvidence(
  services: { readonly database: Database; readonly vault: Vault },
  asking: Asking & { readonly signal?: AbortSignal },
  evidenceId: string,
  request: z.infer<typeof VerifyEvidenceRequest>,
): Promise<Outcome<EvidenceDetail>> {
  const { database, vault } = services;
  const { actor, requestId } = asking;
  const begun = performance.now();
  const found = await database.transact({ as: "person", actor }, (tx) => findPermitted(tx, asking, evidenceId, "none"));
  if (!found.ok) return found;
  const verification = await vault.verify(found.value, asking.signal);
  const now = new Date(asking.now.getTime() + (performance.now() - begun));
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `verify-evidence ${evidenceId}`, async () => {
      const permitted = await findPermitted(tx, { ...asking, now }, evidenceId, "update");
      if (!permitted.ok) return permitted;
      const item = permitted.value;
      const event = { type: "verified" as const, intact: verification.intact, problem: problemOf(verification) };
      await recordEvent(tx, item.id, item.version + 1, event, { personId: actor.personId, at: now, requestId: request.requestId });
      const detail = EvidenceDetail.parse(await describeEvidence(tx, item.id));
      const entry = { kind: "evidence-verified" as const, evidenceId: item.id, intact: verification.intact };
      await appendEntry(tx, { event: entry, actor, caseId: item.caseId, requestId });
      return done(detail);
    }),
  );
}

async function findPermitted(tx: Tx, { actor, now }: Asking, evidenceId: string, lock: "update" | "none"): Promise<Outcome<ItemRow>> {
  const item = await findItem(tx, evidenceId, lock);
  const facts = item && (await findCaseFacts(tx, item.caseId, lock === "update" ? "share" : "none"));
  if (!item || !facts) return refuse("not-found", { what: "evidence" });
  const decision = canDo("change-custody", actor, facts, officeDay(now));
  return decision.allowed ? done(item) : decision.refusal;
}

function problemOf(verification: Verification): string | null {
  return verification.intact ? null : `${verification.problem}: ${verification.place}`;
}
