import type { StepField } from "#procedures/procedure-table.contract.ts";
import type { FieldValues } from "#procedures/procedures.contract.ts";
import { fillWords, type Language } from "#web/design/text/text.ts";
import { commonText } from "#web/words/common.text.ts";

/** What was answered to the questions of a step, with the table's names; what nobody answered is left out. */
export function tellAnswers(asks: readonly StepField[], values: FieldValues, language: Language): { name: string; answer: string }[] {
  return asks.flatMap(({ id, name, choices = [] }) => {
    const value = values[id] ?? null;
    if (value === null) return [];
    const chosen = choices.find((choice) => choice.value === value)?.name;
    const words = typeof value === "boolean" ? commonText[value ? "yes" : "no"] : (chosen ?? { zh: String(value), en: String(value) });
    return [{ name: name[language], answer: fillWords(words, language) }];
  });
}
