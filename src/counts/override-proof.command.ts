import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findWorkList } from "#counts/find-work-list.query.ts";
import { openWorkList } from "#counts/open-work-list.ts";
import type { OverrideProofRequest, WorkListProgress } from "#counts/work-list.contract.ts";
import { insertOverride } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/**
 * 未逐条核实即出具 an authorised person takes it upon themselves to print the figures although items of tiers A and B are open. The reason,
 * the person and how many were open are kept and shown with the figures.
 */
export async function overrideProof(
  database: Database,
  asking: Asking,
  countId: string,
  request: z.infer<typeof OverrideProofRequest>,
): Promise<Outcome<WorkListProgress>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `override-proof ${countId}`, async () => {
      const opened = await openWorkList(tx, asking, countId, "override-proof");
      if (!opened.ok) return opened;
      const { caseId, result } = opened.value;
      const before = await findWorkList(tx, countId, result);
      if (before.proved)
        return refuse("wrong-state", { state: "已逐条核实，无需说明", "state.en": "every item is decided, nothing to override" });
      const open = { A: before.tiers.A.open, B: before.tiers.B.open };
      await insertOverride(tx, { id: randomUUID(), countId, caseId, reason: request.reason, open, by: actor.personId, at: now });
      const after = await findWorkList(tx, countId, result);
      await appendEntry(tx, { event: { kind: "proof-overridden", countId, openA: open.A, openB: open.B }, actor, caseId, requestId });
      return done(after);
    }),
  );
}
