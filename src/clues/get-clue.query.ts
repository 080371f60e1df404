import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Clue } from "#clues/clues.contract.ts";
import { describeClue } from "#clues/describe-clue.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 一条线索 */
export async function getClue(database: Database, asking: Asking, id: string): Promise<Outcome<Clue>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const clue = await describeClue(tx, asking, id);
    if (!clue) return refuse("not-found", { what: "clue" });
    await appendEntry(tx, {
      event: { kind: "work-read", thing: "clue", filters: {}, found: 1 },
      actor,
      caseId: clue.case?.id ?? null,
      requestId,
    });
    return done(clue);
  });
}
