import { Button } from "antd";
import { useState } from "react";
import type { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import type { Words } from "#web/design/text/text.ts";
import { type ActField, actOfForm, emptyForm, fieldsOf, type PlainAct } from "#web/recommendations/act-fields.ts";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";
import { useKeepRecommendations } from "#web/recommendations/use-recommendations.ts";

type Props = {
  readonly caseId: string;
  readonly one: Recommendation;
  readonly types: TypesFile;
  readonly act: PlainAct;
  readonly title: Words;
  readonly onDone: () => void;
};

/** The form of one act; what is not there yet is named before anything is sent. */
export function ActFormView({ caseId, one, types, act, title, onDone }: Props) {
  const t = useText(recommendationsText);
  const words = useWords();
  const signs = useSigns();
  const fields = fieldsOf(act, one, types);
  const [form, setForm] = useState(() => emptyForm(fields, dayOf(new Date())));
  const [asked, setAsked] = useState(false);
  const requestId = useRequestId();
  const { act: send } = useKeepRecommendations(caseId);
  const filled = actOfForm(act, fields, form);
  const change = (name: string, value: string) => {
    requestId.renew();
    setForm({ ...form, [name]: value });
  };
  return (
    <form
      className="recommendation-form stack-tight"
      aria-label={words(title)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!("action" in filled)) return;
        const body = { id: one.id, requestId: requestId.current(), expectedVersion: one.version, action: filled.action };
        // The act may be gone from the panel when the answer is here: what follows hangs on the answer, not on this form.
        void send.mutateAsync(body).then(onDone, () => undefined);
      }}
    >
      {fields.map((field) => (
        <Field key={field.name} field={field} value={form[field.name] ?? ""} onChange={(value) => change(field.name, value)} />
      ))}
      {asked && "missing" in filled ? (
        <p className="inline-problem" role="alert">
          {t("fill", { what: signs.list(filled.missing.map((label) => words(label))) })}
        </p>
      ) : null}
      <InlineProblem error={send.error} />
      <div className="line">
        <Button type="primary" htmlType="submit" loading={send.isPending} data-testid="act-save">
          {words(title)}
        </Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}

function Field({
  field,
  value,
  onChange,
}: {
  readonly field: ActField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useText(recommendationsText);
  const words = useWords();
  const testId = `act-${field.name}`;
  if (field.kind === "yes")
    return (
      <label className="check-line">
        <input
          type="checkbox"
          checked={value === "yes"}
          onChange={(event) => onChange(event.target.checked ? "yes" : "")}
          data-testid={testId}
        />
        {words(field.label)}
      </label>
    );
  if (field.kind === "choice")
    return (
      <div className="choice-wide">
        <Choice
          showLabel
          label={words(field.label)}
          value={value}
          onChange={onChange}
          options={field.options.map(([id, name]) => [id, words(name)])}
          testId={testId}
        />
      </div>
    );
  if (field.kind === "many") {
    const chosen = value === "" ? [] : value.split(",");
    return (
      <fieldset>
        <legend className="labelled-name">{words(field.label)}</legend>
        <div className="line">
          {field.options.map(([id, name]) => (
            <label key={id} className="check-line">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => onChange((event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id)).join(","))}
              />
              {words(name)}
            </label>
          ))}
        </div>
      </fieldset>
    );
  }
  const label = `${words(field.label)}${field.optional && field.kind !== "day" ? ` · ${t("optional")}` : ""}`;
  const reason = field.reason === undefined ? {} : { reason: words(field.reason) };
  return (
    <Labelled label={label} {...reason}>
      {field.kind === "long" ? (
        <textarea className="field" rows={2} value={value} onChange={(event) => onChange(event.target.value)} data-testid={testId} />
      ) : (
        <input
          className="field"
          type={field.kind === "day" ? "date" : "text"}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          data-testid={testId}
        />
      )}
    </Labelled>
  );
}
