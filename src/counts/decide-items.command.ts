import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findWorkList } from "#counts/find-work-list.query.ts";
import { openWorkList } from "#counts/open-work-list.ts";
import type { DecideItemsRequest, ItemDecisionsAnswer, ItemState, UndoDecisionsRequest, WorkItem } from "#counts/work-list.contract.ts";
import { findItemsByFingerprint, insertDecisions, lockDecisions } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import type { ItemDecision } from "#scan/decisions/decisions.contract.ts";

/**
 * 逐条认定 keeps a named person's finding of one or many items. Of two people at the same item the first decides; the second is told whose
 * decision stands. Figures follow with the next count.
 */
export function decideItems(
  database: Database,
  asking: Asking,
  countId: string,
  request: z.infer<typeof DecideItemsRequest>,
): Promise<Outcome<ItemDecisionsAnswer>> {
  const { decision, reason, wrong } = request;
  const from: ItemState = decision === "restored" ? "excluded" : "open";
  return changeItems(database, asking, countId, request, { decision, reason, wrong, fits: (item) => item.state === from });
}

/** 撤销认定 takes decisions back, whoever made them; the record keeps both. */
export function undoDecisions(
  database: Database,
  asking: Asking,
  countId: string,
  request: z.infer<typeof UndoDecisionsRequest>,
): Promise<Outcome<ItemDecisionsAnswer>> {
  const { reason } = request;
  return changeItems(database, asking, countId, request, { decision: "undone", reason, wrong: [], fits: (item) => item.human !== null });
}

type Change = {
  readonly decision: ItemDecision | "undone";
  readonly reason: string | null;
  readonly wrong: readonly string[];
  readonly fits: (item: WorkItem) => boolean;
};

function changeItems(
  database: Database,
  asking: Asking,
  countId: string,
  request: { readonly requestId: string; readonly fingerprints: readonly string[] },
  { decision, reason, wrong, fits }: Change,
): Promise<Outcome<ItemDecisionsAnswer>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `decide-items ${countId}`, async () => {
      const opened = await openWorkList(tx, asking, countId, "decide-items");
      if (!opened.ok) return opened;
      const { caseId, result } = opened.value;
      await lockDecisions(tx, caseId);
      const items = await findItemsByFingerprint(tx, countId, request.fingerprints);
      const changed = items.filter(fits);
      const by = actor.personId;
      await insertDecisions(tx, { caseId, countId, items: changed, decision, reason, wrong, by, at: now });
      const progress = await findWorkList(tx, countId, result);
      const answer = {
        changed: changed.map(({ fingerprint }) => fingerprint),
        conflicts: items
          .filter((item) => !fits(item))
          .map(({ fingerprint, state, human }) => ({ fingerprint, state, by: human?.by ?? null })),
        progress,
      };
      await appendEntry(tx, {
        event: { kind: "items-decided", countId, decision, items: changed.length },
        actor,
        caseId,
        requestId,
      });
      return done(answer);
    }),
  );
}
