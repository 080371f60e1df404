import { join } from "node:path";
import { FACT_WORDS } from "#jurisdiction/fact-words.data.ts";
import { type Condition, type JurisdictionRules, RULE_SHAPES } from "#jurisdiction/jurisdiction-rules.contract.ts";
import { readRuleFile } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads `rules/*.yaml`, checked: every fact a condition asks for is one that exists.
 * @throws an Error naming file and place: no answer is given by half a table
 */
export function loadJurisdictionRules(folder: string = join(import.meta.dirname, "rules")): JurisdictionRules {
  const loaded = {
    rules: readRuleFile(join(folder, "rules.yaml"), RULE_SHAPES.rules),
    documents: readRuleFile(join(folder, "documents.yaml"), RULE_SHAPES.documents),
  };
  const conditions = [
    ...loaded.rules.map(({ when }) => when),
    ...loaded.documents.flatMap(({ when, done, blocked }) => (blocked === undefined ? [when, done] : [when, done, blocked])),
  ];
  const stray = conditions.flatMap(factsOf).find((fact) => !Object.hasOwn(FACT_WORDS, fact));
  if (stray !== undefined) throw new Error(`${folder}: a condition asks for ${stray}, which is no fact`);
  return loaded;
}

function factsOf(condition: Condition): string[] {
  if ("fact" in condition) return [condition.fact];
  if ("not" in condition) return factsOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(factsOf);
}
