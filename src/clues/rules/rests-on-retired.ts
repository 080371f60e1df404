import type { ClueContent } from "#clues/clues.contract.ts";
import { RULES_AGAINST } from "#clues/rules/rule-words.data.ts";

/**
 * The rules a prompt rests on when every rule that speaks for it is retired, null otherwise: one rule that is not retired is enough for the prompt to come. Rules
 * that speak against a clue carry none. Pure.
 */
export function restsOnRetired({ sentences }: Pick<ClueContent, "sentences">, retired: ReadonlySet<string>): readonly string[] | null {
  const rules = [...new Set(sentences.flatMap(({ rule }) => (rule === null || RULES_AGAINST.has(rule) ? [] : [rule])))];
  return rules.length > 0 && rules.every((rule) => retired.has(rule)) ? rules : null;
}
