import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { CaseSampleList } from "#sampling/sampling.contract.ts";
import { findSamples } from "#sampling/sampling.store.ts";

/** 抽样目录 samples of a case with what they say so far. Units are numbers: nothing here names a person. */
export async function listSamples(
  database: Database,
  { actor, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof CaseSampleList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const items = await findSamples(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "samples" }, actor, caseId, requestId });
    return done({ items });
  });
}
