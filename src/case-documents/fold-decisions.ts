import type { DocumentFact, FactDecision } from "#case-documents/case-documents.contract.ts";

type Said = {
  readonly key: string;
  readonly textSha256: string;
  readonly decision: FactDecision;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
};

/** What stands of the decisions about facts of one text: the last word about each; what was undone is open again. Oldest first. Pure. */
export function foldDecisions(events: readonly Said[], textSha256: string): ReadonlyMap<string, NonNullable<DocumentFact["decided"]>> {
  const standing = new Map<string, NonNullable<DocumentFact["decided"]>>();
  for (const { key, textSha256: of, decision, by, at, reason } of events) {
    if (of !== textSha256) continue;
    if (decision === "undone") standing.delete(key);
    else standing.set(key, { decision, by, at: at.toISOString(), reason });
  }
  return standing;
}
