import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { DeliveryReading } from "#deliveries/deliveries.contract.ts";
import { readDeliveries } from "#deliveries/read-deliveries.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { readUpload } from "#tables/read-upload.ts";

export type DeliveryUpload = { readonly name: string; readonly stream: AsyncIterable<Uint8Array>; readonly signal: AbortSignal };

/** 读取流转表 what a file of deliveries holds, for a person to look at and put right; nothing is kept. */
export async function readDeliveryUpload(
  database: Database,
  { actor, now }: Asking,
  caseId: string,
  { name, stream, signal }: DeliveryUpload,
): Promise<Outcome<DeliveryReading>> {
  const refused = await database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canDo("record-deliveries", actor, facts, officeDay(now));
    return decision.allowed ? null : decision.refusal;
  });
  if (refused) return refused;
  const read = await readUpload(name, stream, signal);
  if (!read.ok) {
    const expected = { expected: "能读取的CSV或者XLSX表", "expected.en": "a CSV or XLSX table that can be read" };
    return refuse("invalid-input", { place: name, ...expected, found: read.problem.zh, "found.en": read.problem.en });
  }
  return done(readDeliveries(read.tables));
}
