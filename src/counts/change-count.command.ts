import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { type CountMove, nextStatus, STATUS_NAMES, waitingProgress } from "#counts/count.ts";
import type { ChangeCountRequest, Count } from "#counts/counts.contract.ts";
import { deleteRows, findCountRow, presentCount, updateCount } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

export type ChangeCountServices = { readonly database: Database; readonly jobs: Jobs };

/** The line that cancelling and retrying share: lock, authorise, move, queue, audit, in one transaction. */
export async function changeCount(
  { database, jobs }: ChangeCountServices,
  asking: Asking,
  countId: string,
  request: z.infer<typeof ChangeCountRequest>,
  move: Extract<CountMove, "cancel" | "retry">,
): Promise<Outcome<Count>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `${move}-count ${countId}`, async () => {
      const row = await findCountRow(tx, countId, "update");
      const facts = row && (await findCaseFacts(tx, row.case_id, "share"));
      if (!row || !facts) return refuse("not-found", { what: "count" });
      const decision = canDo("count", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const status = nextStatus(row.status, move);
      if (status === null) {
        const { zh, en } = STATUS_NAMES[row.status];
        return refuse("wrong-state", { state: zh, "state.en": en });
      }
      const { attempt, bytesTotal } = row.progress;
      const progress =
        move === "retry" ? waitingProgress(bytesTotal, attempt, now) : { ...row.progress, status, updatedAt: now.toISOString() };
      await updateCount(tx, countId, progress, now);
      if (move === "retry") {
        await deleteRows(tx, countId);
        // A key of its own: the job of the failed attempt may still be on its way out of the queue.
        await jobs.enqueue(tx, "count-evidence", { countId }, request.requestId);
      }
      const after = await findCountRow(tx, countId, "none");
      await appendEntry(tx, { event: { kind: "count-changed", countId, status }, actor, caseId: row.case_id, requestId });
      return done(presentCount(after ?? row));
    }),
  );
}
