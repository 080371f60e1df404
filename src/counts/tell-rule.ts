import { nameMeaning } from "#scan/columns/tell-evidence.ts";

type Sentence = { readonly zh: string; readonly en: string };

const EXCLUSIONS: Readonly<Record<string, Sentence>> = {
  luhn: { zh: "Luhn校验不符即扣除", en: "excluded: the Luhn check fails" },
  "test-data": { zh: "公认测试号码即扣除", en: "excluded: known test values" },
};

/** What a rule of the machine says, for the reader: `tier:whereabouts`, `value:resident-id`, `exclusion:luhn`. */
export function tellRule(rule: string): Sentence {
  const at = rule.indexOf(":");
  const [what, of] = [rule.slice(0, at), rule.slice(at + 1)];
  const name = nameMeaning(of);
  if (what === "tier") return { zh: `分档：${name.zh}`, en: `tier by ${name.en}` };
  if (what === "value") return { zh: `识别：${name.zh}`, en: `recognised as ${name.en}` };
  return EXCLUSIONS[of] ?? { zh: rule, en: rule };
}
