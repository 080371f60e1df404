import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { chooseArticle11 } from "#deliveries/choose-article-11.ts";
import { countDeliveries } from "#deliveries/count-deliveries.ts";
import type { Delivery, DeliveryCount } from "#deliveries/deliveries.contract.ts";
import { resolveLedgers } from "#deliveries/resolve-ledgers.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** 试算流转表 counts lines that are being typed in; stores nothing. */
export async function tryDeliveries(
  services: { readonly database: Database; readonly provisions: Provisions },
  { actor, now }: Asking,
  caseId: string,
  deliveries: readonly Delivery[],
): Promise<Outcome<DeliveryCount>> {
  return services.database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canDo("record-deliveries", actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const resolved = await resolveLedgers(tx, caseId, deliveries);
    return resolved.ok ? done(countDeliveries(resolved.value, chooseArticle11(services.provisions))) : resolved;
  });
}
