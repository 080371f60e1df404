import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { chooseArticle11 } from "#deliveries/choose-article-11.ts";
import { countDeliveries } from "#deliveries/count-deliveries.ts";
import type { DeliveryTable, RecordDeliveriesRequest } from "#deliveries/deliveries.contract.ts";
import { findDeliveryTable, insertDeliveryTable } from "#deliveries/deliveries.store.ts";
import { resolveLedgers } from "#deliveries/resolve-ledgers.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** 记录流转表 keeps a table of deliveries together with what it comes to under article 11. */
export async function recordDeliveries(
  services: { readonly database: Database; readonly provisions: Provisions },
  asking: Asking,
  caseId: string,
  request: RecordDeliveriesRequest,
): Promise<Outcome<DeliveryTable>> {
  const { actor, now, requestId } = asking;
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `record-deliveries ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("record-deliveries", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const resolved = await resolveLedgers(tx, caseId, request.deliveries);
      if (!resolved.ok) return resolved;
      const id = randomUUID();
      const count = countDeliveries(resolved.value, chooseArticle11(services.provisions));
      await insertDeliveryTable(tx, { id, caseId, name: request.name, deliveries: resolved.value, count, by: actor.personId, at: now });
      const table = await findDeliveryTable(tx, id);
      if (!table) throw new Error("a table of deliveries that was just recorded is not visible to the person who did");
      await appendEntry(tx, { event: { kind: "quantity-recorded", quantity: "deliveries", quantityId: id }, actor, caseId, requestId });
      return done(table);
    }),
  );
}
