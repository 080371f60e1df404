import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import type { Language } from "#web/design/text/text.ts";
import { nameOfSet } from "#web/law/name-set.ts";
import { showValue } from "#web/law/offences/fact-values.ts";
import { commonText } from "#web/words/common.text.ts";
import { CONSEQUENCE_WORDS } from "#web/words/words.text.ts";

/** The name of a fact by its path: 违法所得, 统计所得 A 档 · 条数. */
export function nameOfFact(path: string, language: Language): string {
  const [, set, part] = /^sets\[(.*)\]\.(\w+)$/s.exec(path) ?? [];
  if (set === undefined || part === undefined) return wordOf(path, language);
  return sourcesText.ofSet[language].replace("{set}", () => nameOfSet(set)[language]).replace("{fact}", () => wordOf(part, language));
}

/** The value of a fact by its path, in words; what is not known says so. */
export function valueOfFact(facts: InfringingFacts, path: string, language: Language): string {
  const [, id, part] = /^sets\[(.*)\]\.(\w+)$/s.exec(path) ?? [];
  const set = facts.sets?.find((one) => one.id === id);
  const unknown = commonText.unknown[language];
  const comma = language === "zh" ? "、" : ", ";
  if (part === "tier") return set?.tier ? sourcesText.tier[language].replace("{tier}", set.tier) : unknown;
  if (part === "items") return typeof set?.items === "number" ? formatNumber(set.items) : unknown;
  if (part === "conducts") {
    if (!set?.conducts) return unknown;
    if (set.conducts.length === 0) return sourcesText.nothingDone[language];
    return set.conducts
      .map(
        ({ kind, recipient }) =>
          `${assessmentText[kind][language]}${recipient ? (language === "zh" ? `（${recipient}）` : ` (${recipient})`) : ""}`,
      )
      .join(comma);
  }
  if (path === "accused" && facts.accused) return assessmentText[facts.accused][language];
  if (path === "consequences" && facts.consequences && facts.consequences.length > 0)
    return facts.consequences.map((one) => CONSEQUENCE_WORDS[one][language]).join(comma);
  return showValue(Reflect.get(facts, path), language).text;
}

function wordOf(name: string, language: Language): string {
  const words = Object.hasOwn(assessmentText, name) ? Reflect.get(assessmentText, name) : undefined;
  if (typeof words !== "object" || words === null) return name;
  const word: unknown = Reflect.get(words, language);
  return typeof word === "string" ? word : name;
}
