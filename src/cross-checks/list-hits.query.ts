import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { presentHits } from "#cross-checks/check-clue.query.ts";
import type { FindHitsQuery, HitList } from "#cross-checks/cross-checks.contract.ts";
import { findHitRows, findLiveClues } from "#cross-checks/cross-checks.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 命中列表 hits of the newest clues of the person's own office, so that an older clue learns of a newer one elsewhere. */
export async function listHits(database: Database, asking: Asking, { size }: z.infer<typeof FindHitsQuery>): Promise<Outcome<HitList>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const { rows, of } = await findLiveClues(tx, actor.officeCode, size);
    const found = await findHitRows(
      tx,
      rows.map(({ id }) => id),
    );
    const hits = await presentHits(tx, asking, found);
    const items = hits.flatMap(({ clueId, ...hit }) => {
      const clue = rows.find(({ id }) => id === clueId);
      return clue === undefined ? [] : [{ ...hit, clue: { id: clue.id, title: clue.title, status: clue.state } }];
    });
    await appendEntry(tx, {
      event: { kind: "work-read", thing: "cross-check", filters: {}, found: items.length },
      actor,
      caseId: null,
      requestId,
    });
    return done({ items, looked: rows.length, of });
  });
}
