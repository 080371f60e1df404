import { Checkbox } from "antd";
import { ClueTrack } from "#clues/clues.contract.ts";
import { FIELD_WORDS, KIND_WORDS } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** What a person types of a clue; the sentences and the score of the reading stay as they are. */
export type TypedContent = {
  readonly title: string;
  readonly summary: string;
  readonly field: string;
  readonly industry: string;
  readonly tracks: readonly ClueTrack[];
  readonly insider: boolean;
};

export function ContentFields({ content, tried, onChange }: Props) {
  const t = useText(cluesText);
  const words = useWords();
  const fields =
    content.field in FIELD_WORDS ? Object.entries(FIELD_WORDS) : [...Object.entries(FIELD_WORDS), [content.field, null] as const];
  return (
    <>
      <Labelled label={t("clueTitle")} reason={t("noNames")} error={tried && content.title.trim() === "" ? t("titleMissing") : null}>
        <input
          className="field"
          value={content.title}
          maxLength={120}
          onChange={(event) => onChange({ ...content, title: event.target.value })}
          data-testid="clue-title"
        />
      </Labelled>
      <Labelled label={t("summary")}>
        <textarea
          className="field"
          rows={4}
          maxLength={4000}
          value={content.summary}
          onChange={(event) => onChange({ ...content, summary: event.target.value })}
          data-testid="clue-summary"
        />
      </Labelled>
      <div className="two">
        <Choice
          showLabel
          label={t("field")}
          value={content.field}
          onChange={(field) => onChange({ ...content, field })}
          options={fields.map(([field, name]) => [field, name === null ? field : words(name)])}
          testId="clue-field"
        />
        <Labelled label={t("industry")}>
          <input
            className="field"
            value={content.industry}
            maxLength={60}
            onChange={(event) => onChange({ ...content, industry: event.target.value })}
            data-testid="clue-industry"
          />
        </Labelled>
      </div>
      <fieldset className="stack-tight">
        <legend className="labelled-name">{t("tracks")}</legend>
        {ClueTrack.options.map((track) => (
          <Checkbox
            key={track}
            checked={content.tracks.includes(track)}
            onChange={({ target }) =>
              onChange({
                ...content,
                tracks: ClueTrack.options.filter((one) => (one === track ? target.checked : content.tracks.includes(one))),
              })
            }
          >
            {words(KIND_WORDS[track])}
          </Checkbox>
        ))}
      </fieldset>
      <Checkbox
        checked={content.insider}
        onChange={({ target }) => onChange({ ...content, insider: target.checked })}
        data-testid="clue-insider"
      >
        {t("insiderField")}
      </Checkbox>
    </>
  );
}

type Props = { readonly content: TypedContent; readonly tried: boolean; readonly onChange: (content: TypedContent) => void };
