import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findWorkList } from "#counts/find-work-list.query.ts";
import { openWorkList } from "#counts/open-work-list.ts";
import type { DecideRowsRequest, ItemDecisionsAnswer, WorkItem } from "#counts/work-list.contract.ts";
import { findHeldMarks, findRowsAt, insertDecisions, lockDecisions } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { markPlace } from "#scan/decisions/place-mark.ts";

/**
 * 对批量推定的排除 what a person found untrue or anonymised of single records of tier C: the batch is presumed true as seized unless evidence
 * shows otherwise of an item (法释〔2017〕10号 article 11(3)). Such a decision is about the one record; `undone` takes it back.
 */
export async function decideRows(
  database: Database,
  asking: Asking,
  countId: string,
  request: z.infer<typeof DecideRowsRequest>,
): Promise<Outcome<ItemDecisionsAnswer>> {
  const { actor, now, requestId } = asking;
  const { decision, reason, places } = request;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `decide-rows ${countId}`, async () => {
      const opened = await openWorkList(tx, asking, countId, "decide-items");
      if (!opened.ok) return opened;
      const { caseId, result } = opened.value;
      await lockDecisions(tx, caseId);
      const rows = await findRowsAt(tx, countId, places);
      const held = await findHeldMarks(
        tx,
        caseId,
        rows.map(({ place }) => markPlace(place)),
      );
      const items = rows.map((row): WorkItem => {
        const fingerprint = markPlace(row.place);
        const machine = { step: "valid" as const, rules: [] };
        return { seq: 0, fingerprint, tier: "C", state: held.get(fingerprint)?.decision ?? "open", machine, row, human: null };
      });
      const fits = ({ state }: WorkItem) => (decision === "undone" ? state !== "open" : state === "open");
      const changed = items.filter(fits);
      await insertDecisions(tx, { caseId, countId, items: changed, decision, reason, wrong: [], by: actor.personId, at: now });
      const answer = {
        changed: changed.map(({ fingerprint }) => fingerprint),
        conflicts: items
          .filter((item) => !fits(item))
          .map(({ fingerprint, state }) => ({ fingerprint, state, by: held.get(fingerprint)?.by ?? null })),
        progress: await findWorkList(tx, countId, result),
      };
      await appendEntry(tx, { event: { kind: "items-decided", countId, decision, items: changed.length }, actor, caseId, requestId });
      return done(answer);
    }),
  );
}
