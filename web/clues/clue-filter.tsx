import { Button, Checkbox } from "antd";
import { ClueTrack } from "#clues/clues.contract.ts";
import { RULE_WORDS } from "#clues/rules/rule-words.data.ts";
import { Industry } from "#reading/reading.contract.ts";
import { FIELD_WORDS, KIND_WORDS, wordsOfField, wordsOfIndustry } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { wordsOfRule } from "#web/clues/rules/format-precision.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { QueryField } from "#web/design/field/query-field.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import type { Words } from "#web/design/text/text.ts";

/** What the queue is narrowed by, besides the status. A value that came with the address and is no choice of the list is shown as it is. */
export function ClueFilter({ filter, onChange, onClear }: Props) {
  const t = useText(cluesText);
  const words = useWords();
  const choices = [
    ["field", Object.keys(FIELD_WORDS), wordsOfField],
    ["track", ClueTrack.options, (track) => KIND_WORDS[ClueTrack.parse(track)]],
    ["industry", Industry.options, wordsOfIndustry],
    ["rule", Object.keys(RULE_WORDS), wordsOfRule],
    ["outcome", Object.keys(OUTCOMES), (outcome) => OUTCOMES[outcome] ?? { zh: outcome, en: outcome }],
  ] as const satisfies readonly (readonly [string, readonly string[], (value: string) => Words])[];
  const narrowed = Object.keys(filter).some((name) => name !== "page");
  return (
    <div className="line clue-filters">
      <QueryField label={t("query")} testId="clues-query" value={filter["query"] ?? ""} onChange={(query) => onChange({ query })} />
      {choices.map(([name, values, tell]) => {
        const value = filter[name] ?? "";
        const listed: readonly string[] = values;
        const shown = value === "" || listed.includes(value) ? listed : [...listed, value];
        return (
          <Choice
            key={name}
            label={t(name)}
            value={value}
            onChange={(chosen) => onChange(name === "rule" ? { rule: chosen, term: null } : { [name]: chosen })}
            options={[["", t(`any_${name}`)], ...shown.map((one): [string, string] => [one, words(tell(one))])]}
            testId={`clues-${name}`}
          />
        );
      })}
      <Checkbox
        checked={filter["insider"] === "true"}
        onChange={(event) => onChange({ insider: event.target.checked ? "true" : null })}
        data-testid="clues-insider"
      >
        {t("insider")}
      </Checkbox>
      {filter["term"] === undefined ? null : <span className="small">{t("withTerm", { term: filter["term"] })}</span>}
      {filter["promptedBy"] === undefined ? null : <span className="small">{t("promptedBy", { office: filter["promptedBy"] })}</span>}
      {filter["from"] === undefined && filter["to"] === undefined ? null : (
        <span className="small">{t("attached", { from: filter["from"] ?? "…", to: filter["to"] ?? "…" })}</span>
      )}
      {narrowed ? (
        <Button type="link" size="small" onClick={onClear} data-testid="clues-clear">
          {t("clear")}
        </Button>
      ) : null}
    </div>
  );
}

const OUTCOMES: Readonly<Record<string, Words>> = {
  any: { zh: "阅卷提示（全部）", en: "prompts of the reading, all" },
  waiting: { zh: "提示：待确认", en: "prompts: open" },
  clue: { zh: "提示：确认为线索", en: "prompts: taken as clues" },
  confirmed: { zh: "提示：确认、未受理", en: "prompts: confirmed, not accepted" },
  accepted: { zh: "提示：受理成案", en: "prompts: accepted into a case" },
  dismissed: { zh: "提示：不作为线索", en: "prompts: dismissed" },
};

type Props = {
  readonly filter: Readonly<Record<string, string>>;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
  readonly onClear: () => void;
};
