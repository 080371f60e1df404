import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Evidence = Awaited<ReturnType<typeof findEvidenceOfCase>>[number];

/** The piece of evidence that is to be read as one document or many: it lies in the case, and whoever asks may take evidence of it in. Holds the case's row. */
export async function findAttachable(
  tx: Tx,
  { actor, now }: Pick<Asking, "actor" | "now">,
  caseId: string,
  evidenceId: string,
): Promise<Outcome<Evidence>> {
  const facts = await findCaseFacts(tx, caseId, "share");
  if (!facts) return refuse("not-found", { what: "case" });
  const decision = canDo("take-in-evidence", actor, facts, officeDay(now));
  if (!decision.allowed) return decision.refusal;
  const evidence = (await findEvidenceOfCase(tx, caseId)).find(({ id }) => id === evidenceId);
  if (evidence) return done(evidence);
  const found = evidenceId.slice(0, 40);
  return refuse("invalid-input", { place: "evidenceId", expected: "本案的证据", "expected.en": "evidence of this case", found });
}
