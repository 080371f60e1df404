import { appendEntry } from "#audit/append-entry.command.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Database } from "#database/database.ts";
import { openEvidenceForCount } from "#evidence/open-evidence-for-count.command.ts";
import type { Vault } from "#evidence/vault.ts";
import type { JobHandler } from "#jobs/jobs.ts";
import { drawNullSet } from "#sampling/draw-null-set.ts";
import { findNullSet, type NullSetEnding, settleNullSet } from "#sampling/null-sets.store.ts";

export type NullSetWorkerParts = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
  readonly toolVersion: string;
};

const GIVEN_UP = { zh: "抽取多次中断，未能完成；请重新抽取。", en: "Drawing was cut off again and again: ask for it anew." };

/** The job of the queue `draw-null-set`. Safe to repeat: the lines follow from evidence, options and seed alone. */
export function buildNullSetWorker({ database, vault, clock, toolVersion }: NullSetWorkerParts): JobHandler<"draw-null-set"> {
  const settle = (nullSetId: string, caseId: string, ending: NullSetEnding) =>
    database.transact({ as: "worker" }, async (tx) => {
      if (!(await settleNullSet(tx, nullSetId, ending, clock()))) return;
      const event = { kind: "quantity-recorded" as const, quantity: "null-set", quantityId: nullSetId };
      await appendEntry(tx, { event, actor: null, caseId, requestId: nullSetId });
    });
  return {
    async run({ nullSetId }, { signal }) {
      const taken = await database.transact({ as: "worker" }, async (tx) => {
        const nullSet = await findNullSet(tx, nullSetId);
        if (nullSet?.status !== "waiting") return null;
        const count = await findCountResult(tx, nullSet.countId);
        if (!count) throw new Error(`null set ${nullSetId} names a count that has no figures`);
        const evidence = await openEvidenceForCount(tx, count.evidenceIds, nullSet.countId, clock());
        return { nullSet, evidence, options: count.result.options };
      });
      if (taken === null) return;
      const { nullSet, evidence, options } = taken;
      const sample = await drawNullSet({
        sources: () => evidence.map((item) => vault.open(item, item.path)),
        options: { ...options, definitions: false },
        size: nullSet.size,
        seed: nullSet.seed,
        toolVersion,
        signal,
      });
      await settle(nullSetId, nullSet.caseId, { sample });
    },
    abandoned: async ({ nullSetId }) => {
      const nullSet = await database.transact({ as: "worker" }, (tx) => findNullSet(tx, nullSetId));
      if (nullSet) await settle(nullSetId, nullSet.caseId, { problem: GIVEN_UP });
    },
  };
}
