import { appendEntry } from "#audit/append-entry.command.ts";
import { countCapture } from "#case-documents/capture.store.ts";
import type { CaptureFunnel } from "#case-documents/case-documents.contract.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 线索捕获漏斗 documents, hits, prompts, clues and what was accepted, of the cases whose documents the person sees. */
export async function getFunnel(database: Database, { actor, requestId }: Asking): Promise<Outcome<CaptureFunnel>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const funnel = await countCapture(tx);
    const event = { kind: "work-read" as const, thing: "case-document", filters: { part: "funnel" }, found: funnel.documents };
    await appendEntry(tx, { event, actor, caseId: null, requestId });
    return done(funnel);
  });
}
