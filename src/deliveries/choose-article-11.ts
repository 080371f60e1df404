import type { Article11 } from "#deliveries/count-deliveries.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** Article 11 of the newest interpretation. @throws when no interpretation is loaded */
export function chooseArticle11({ interpretations }: Pick<Provisions, "interpretations">): Article11 {
  const article = interpretations.at(-1)?.article11;
  if (!article) throw new Error("no interpretation is loaded");
  return article;
}
