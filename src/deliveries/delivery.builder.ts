import type { Article11 } from "#deliveries/count-deliveries.ts";
import { Delivery } from "#deliveries/deliveries.contract.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

/** Article 11 as the provision files have it. @throws when there is no interpretation */
export function findArticle11(): Article11 {
  const article = loadProvisions().interpretations.at(-1)?.article11;
  if (!article) throw new Error("no interpretation");
  return article;
}

let row = 1;

/** A line in which the set `s` was obtained, unless something else is said; rows count on. */
export function buildDelivery(parts: Partial<Delivery> = {}): Delivery {
  row += 1;
  return Delivery.parse({ row, set: "s", tier: "C", direction: "obtained", ...parts });
}
