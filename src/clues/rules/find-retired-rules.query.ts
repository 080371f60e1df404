import { findNewestDecisions } from "#clues/rules/clue-rules.store.ts";
import type { Tx } from "#database/database.ts";

/** 已停用的规则 rules an office has retired and not taken up again: the newest decision counts. */
export async function findRetiredRules(tx: Tx, office: string): Promise<ReadonlySet<string>> {
  const newest = await findNewestDecisions(tx, { office });
  return new Set(newest.flatMap(({ rule, decision }) => (decision === "retire" ? [rule] : [])));
}
