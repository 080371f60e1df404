import { Button, Checkbox } from "antd";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ANSWER_WORDS, wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { type FactField, type FactRecord, unknownFacts } from "#web/law/offences/fact-fields.ts";
import { offencesText } from "#web/law/offences/offences.text.ts";
import { commonText } from "#web/words/common.text.ts";

/** The questions of an offence, from its contract. Every control has the id `fact-<path>`, to which the why-tree leads. */
export function FactForm({ fields, facts, onChange, path = "" }: Props) {
  return (
    <div className="stack-tight">
      {fields.map((field) => (
        <Question
          key={field.name}
          field={field}
          value={facts[field.name]}
          path={path === "" ? field.name : `${path}.${field.name}`}
          onChange={(value) => onChange(withValue(facts, field, value))}
        />
      ))}
    </div>
  );
}

type Props = {
  readonly fields: readonly FactField[];
  readonly facts: FactRecord;
  readonly onChange: (facts: FactRecord) => void;
  readonly path?: string;
};

function withValue(facts: FactRecord, field: FactField, value: unknown): FactRecord {
  return { ...facts, [field.name]: value };
}

function Question({
  field,
  value,
  path,
  onChange,
}: {
  readonly field: FactField;
  readonly value: unknown;
  readonly path: string;
  readonly onChange: (value: unknown) => void;
}) {
  const c = useText(commonText);
  const words = useWords();
  const id = `fact-${path}`;
  const label = words(wordsOfFactPath(field.name));
  const answer = (one: string) => (ANSWER_WORDS[one] === undefined ? one : words(ANSWER_WORDS[one]));
  switch (field.kind) {
    case "flag":
      return <ThreeValued label={label} value={typeof value === "boolean" ? value : null} onChange={onChange} testId={id} />;
    case "count":
    case "amount":
      return (
        <div id={id}>
          <Labelled label={label}>
            <NumberInput
              whole={field.kind === "count"}
              value={typeof value === "number" ? value : null}
              onChange={onChange}
              testId={id}
              placeholder={c("unknown")}
            />
          </Labelled>
        </div>
      );
    case "day":
    case "text":
      return (
        <div id={id}>
          <Labelled label={label}>
            <input
              className="field"
              type={field.kind === "day" ? "date" : "text"}
              value={typeof value === "string" ? value : ""}
              maxLength={80}
              placeholder={c("unknown")}
              onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
              data-testid={id}
            />
          </Labelled>
        </div>
      );
    case "choice":
      return (
        <div id={id}>
          <Choice
            showLabel
            label={label}
            value={typeof value === "string" ? value : ""}
            onChange={(one) => onChange(one === "" ? null : one)}
            options={[["", c("unknown")], ...field.options.map((one): [string, string] => [one, answer(one)])]}
            testId={id}
          />
        </div>
      );
    case "choices":
      return <Choices id={id} label={label} options={field.options} value={value} onChange={onChange} answer={answer} />;
    case "group":
      return (
        <fieldset className="law-group" id={id}>
          <legend className="form-legend">{label}</legend>
          <FactForm fields={field.fields} facts={isRecord(value) ? value : unknownFacts(field.fields)} onChange={onChange} path={path} />
        </fieldset>
      );
    case "list":
      return <Entries id={id} label={label} field={field} value={value} onChange={onChange} path={path} />;
  }
}

/** A whole or decimal number; what is not one is not taken. Separated thousands may be pasted. */
function NumberInput({
  value,
  whole,
  onChange,
  testId,
  placeholder,
  ...rest
}: {
  readonly value: number | null;
  readonly whole: boolean;
  readonly onChange: (value: number | null) => void;
  readonly testId: string;
  readonly placeholder: string;
}) {
  return (
    <input
      {...rest}
      className="field figure"
      inputMode="decimal"
      value={value ?? ""}
      placeholder={placeholder}
      onChange={(event) => {
        const text = event.target.value.replaceAll(/[,，\s]/g, "");
        const number = Number(text);
        if (text === "") onChange(null);
        else if (Number.isFinite(number) && number >= 0 && (!whole || Number.isInteger(number))) onChange(number);
      }}
      data-testid={testId}
    />
  );
}

function Choices({
  id,
  label,
  options,
  value,
  onChange,
  answer,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly string[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly answer: (one: string) => string;
}) {
  const t = useText(offencesText);
  const c = useText(commonText);
  const chosen = Array.isArray(value) ? value.map(String) : null;
  return (
    <fieldset className="law-group" id={id}>
      <legend className="form-legend">{label}</legend>
      <div className="line">
        <Checkbox checked={chosen !== null} onChange={(event) => onChange(event.target.checked ? [] : null)}>
          {t("known")}
        </Checkbox>
        {chosen === null ? <span className="mark mark-unknown">{c("unknown")}</span> : null}
      </div>
      {chosen === null ? null : (
        <Checkbox.Group value={chosen} onChange={onChange} options={options.map((one) => ({ value: one, label: answer(one) }))} />
      )}
    </fieldset>
  );
}

function Entries({
  id,
  label,
  field,
  value,
  onChange,
  path,
}: {
  readonly id: string;
  readonly label: string;
  readonly field: Extract<FactField, { readonly kind: "group" | "list" }>;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly path: string;
}) {
  const t = useText(offencesText);
  const c = useText(commonText);
  const entries = Array.isArray(value) ? value.filter(isRecord) : null;
  const named = field.fields.some(({ name }) => name === "id");
  const empty = unknownFacts(field.fields);
  return (
    <fieldset className="law-group stack-tight" id={id}>
      <legend className="form-legend">{label}</legend>
      {(entries ?? []).map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no identity of their own
        <div key={place} className="law-entry stack-tight">
          <div className="line between">
            <span className="mono quiet">{place + 1}</span>
            <Button
              size="small"
              type="text"
              aria-label={t("removeOne", { n: place + 1 })}
              onClick={() => onChange((entries ?? []).filter((_, at) => at !== place))}
            >
              {c("remove")}
            </Button>
          </div>
          <FactForm
            fields={field.fields}
            facts={entry}
            path={`${path}.${place + 1}`}
            onChange={(next) => onChange((entries ?? []).map((one, at) => (at === place ? next : one)))}
          />
        </div>
      ))}
      <div className="line">
        <Button
          size="small"
          onClick={() => onChange([...(entries ?? []), named ? { ...empty, id: String((entries ?? []).length + 1) } : empty])}
          data-testid={`${id}-add`}
        >
          {t("add")}
        </Button>
        {entries === null ? (
          <>
            <span className="mark mark-unknown">{c("unknown")}</span>
            <Button size="small" type="text" onClick={() => onChange([])}>
              {t("sayNone")}
            </Button>
          </>
        ) : entries.length === 0 ? (
          <>
            <span className="mark">{t("noneKnown")}</span>
            <Button size="small" type="text" onClick={() => onChange(null)}>
              {t("sayUnknown")}
            </Button>
          </>
        ) : null}
      </div>
    </fieldset>
  );
}

function isRecord(value: unknown): value is FactRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
