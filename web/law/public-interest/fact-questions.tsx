import { Checkbox } from "antd";
import type { FactQuestion, PublicInterestQuestions } from "#public-interest/public-interest.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { type FactForm, isWrongBound, kindOfFact } from "#web/law/public-interest/fact-values.ts";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";
import { commonText } from "#web/words/common.text.ts";

/** The questions in their sections; every control has the id `fact-<name>`, to which the elements lead. */
export function FactQuestions({
  sections,
  form,
  onChange,
}: {
  readonly sections: PublicInterestQuestions["sections"];
  readonly form: FactForm;
  readonly onChange: (form: FactForm) => void;
}) {
  const words = useWords();
  return (
    <div className="stack">
      {sections.map(({ section, facts }) => (
        <fieldset key={section.en} className="stack-tight">
          <legend className="form-legend">{words(section)}</legend>
          {facts.map((question) => (
            <Question key={question.id} question={question} form={form} onChange={(value) => onChange({ ...form, [question.id]: value })} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Question({
  question,
  form,
  onChange,
}: {
  readonly question: FactQuestion;
  readonly form: FactForm;
  readonly onChange: (value: unknown) => void;
}) {
  const t = useText(publicInterestText);
  const c = useText(commonText);
  const words = useWords();
  const { id: name, ask, cite, options = [] } = question;
  const id = `fact-${name}`;
  const value = form[name];
  const label = words(ask);
  const reason = cite === undefined ? {} : { reason: cite };
  switch (kindOfFact(question)) {
    case "flag":
      return (
        <div className="pil-question">
          <ThreeValued label={label} value={typeof value === "boolean" ? value : null} onChange={onChange} testId={id} />
          {cite === undefined ? null : <span className="labelled-reason">{cite}</span>}
        </div>
      );
    case "count":
      return (
        <div id={id}>
          <Labelled label={label} error={name === "personsAtMost" && isWrongBound(form) ? t("persons") : null} {...reason}>
            <input
              className="field figure"
              inputMode="numeric"
              value={typeof value === "number" ? value : ""}
              placeholder={c("unknown")}
              onChange={(event) => {
                const text = event.target.value.replaceAll(/[,，\s]/g, "");
                if (/^\d{0,15}$/.test(text)) onChange(text === "" ? null : Number(text));
              }}
              data-testid={id}
            />
          </Labelled>
        </div>
      );
    case "day":
      return (
        <div id={id}>
          <Labelled label={label} {...reason}>
            <input
              className="field"
              type="date"
              value={typeof value === "string" ? value : ""}
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
            options={[["", c("unknown")], ...options.map((option): [string, string] => [option.id, words(option)])]}
            testId={id}
          />
        </div>
      );
    case "list": {
      const chosen = Array.isArray(value) ? value.map(String) : null;
      return (
        <fieldset className="law-group" id={id} data-testid={id}>
          <legend className="form-legend">{label}</legend>
          <div className="line">
            <Checkbox
              checked={chosen !== null}
              onChange={(event) => onChange(event.target.checked ? [] : null)}
              data-testid={`${id}-known`}
            >
              {t("known")}
            </Checkbox>
            {chosen === null ? <span className="mark mark-unknown">{c("unknown")}</span> : null}
            {chosen?.length === 0 ? <span className="mark">{t("noneKnown")}</span> : null}
          </div>
          {/* A tick says at once that the list is known: nobody should have to say so twice. */}
          <Checkbox.Group
            value={chosen ?? []}
            onChange={onChange}
            options={options.map((option) => ({ value: option.id, label: words(option) }))}
          />
        </fieldset>
      );
    }
  }
}
