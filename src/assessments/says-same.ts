import type { Fact } from "#assessments/list-facts.ts";
import type { ConfirmedFact } from "#case-documents/case-documents.contract.ts";

type Said = Pick<ConfirmedFact, "kind" | "value" | "qualifier" | "number" | "unit">;

/**
 * Whether a confirmed fact of a document says what a fact of an assessment says: a number only the same number of the same thing (items, yuan), a tier or a day
 * only the same one, conducts what was done. For what is answered by yes or no any confirmed fact may be named: a person judges what it proves. Pure.
 */
export function saysSame({ path, value }: Fact, said: Said): boolean {
  const [, part] = /^sets\[.*\]\.(tier|items|conducts)$/s.exec(path) ?? [];
  if (part === "items") return said.kind === "items" && said.number === value;
  if (part === "tier") return (said.kind === "items" || said.kind === "sensitive") && said.qualifier === value;
  if (part === "conducts") return said.kind === "conduct" || said.kind === "recipient" || said.kind === "source" || said.kind === "insider";
  if (typeof value === "number") return said.number === value && said.unit === "CNY";
  if (path.endsWith("Date")) return said.kind === "date" && said.value === value;
  return typeof value === "boolean" || said.kind !== "citation";
}
