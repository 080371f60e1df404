import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { CaseSample } from "#sampling/sampling.contract.ts";
import { findSample } from "#sampling/sampling.store.ts";

/** 查看抽样 */
export async function getSample(database: Database, { actor, requestId }: Asking, sampleId: string): Promise<Outcome<CaseSample>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const sample = await findSample(tx, sampleId);
    if (!sample) return refuse("not-found", { what: "sample" });
    await appendEntry(tx, { event: { kind: "case-read", part: "samples" }, actor, caseId: sample.caseId, requestId });
    return done(sample);
  });
}
