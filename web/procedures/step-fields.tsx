import type { StepField } from "#procedures/procedure-table.contract.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { OfficeField } from "#web/procedures/office-field.tsx";
import { OutlinePrefill } from "#web/procedures/outline-prefill.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import type { FieldProblem, StepDraft } from "#web/procedures/step-draft.ts";
import { commonText } from "#web/words/common.text.ts";

/** The questions of a step, made from the table: each with its legal reason, and what is wrong with it once `shown`. */
export function StepFields({ fields, draft, problems, shown, onChange, caseId }: Props) {
  const t = useText(proceduresText);
  const c = useText(commonText);
  const words = useWords();
  const set = (id: string, value: string | boolean | null) => onChange({ ...draft, fields: { ...draft.fields, [id]: value } });
  return fields.map((field) => {
    const { id, kind, required, because } = field;
    const label = `${words(field.name)}${required ? ` (${c("required")})` : ""}`;
    const problem = shown ? problems.get(id) : undefined;
    const error = problem === undefined ? null : t(problem, { name: words(field.name) });
    const answer = draft.fields[id] ?? null;
    if (kind === "yes-no")
      return (
        <div key={id} className="labelled">
          <ThreeValued
            label={label}
            value={typeof answer === "boolean" ? answer : null}
            onChange={(value) => set(id, value)}
            testId={`field-${id}`}
          />
          {error === null ? null : (
            <span className="labelled-error" role="alert">
              {error}
            </span>
          )}
          {because === undefined ? null : <span className="labelled-reason">{words(because)}</span>}
        </div>
      );
    const text = typeof answer === "string" ? answer : "";
    const control = (
      <Labelled key={id} label={label} error={error} {...(because === undefined ? {} : { reason: words(because) })}>
        <Control field={field} text={text} onChange={(value) => set(id, value)} />
      </Labelled>
    );
    if (field.prefill === undefined || caseId === undefined) return control;
    return (
      <div key={id} className="stack-tight">
        <OutlinePrefill caseId={caseId} onTake={(value) => set(id, value)} />
        {control}
      </div>
    );
  });
}

/** `described` is what `Labelled` hands down: the id and what describes the control. */
function Control({ field: { id, kind, choices = [] }, text, onChange, ...described }: ControlProps) {
  const t = useText(proceduresText);
  const words = useWords();
  const testId = `field-${id}`;
  switch (kind) {
    case "day":
      return (
        <input
          {...described}
          className="field"
          type="date"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          data-testid={testId}
        />
      );
    case "number":
      return (
        <input
          {...described}
          className="field"
          inputMode="decimal"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          data-testid={testId}
        />
      );
    case "choice":
      return (
        <select {...described} className="field" value={text} onChange={(event) => onChange(event.target.value)} data-testid={testId}>
          <option value="">{t("choose")}</option>
          {choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {words(name)}
            </option>
          ))}
        </select>
      );
    case "office":
      return <OfficeField {...described} value={text} onChange={onChange} testId={testId} />;
    default:
      return (
        <textarea
          {...described}
          className="field step-text"
          rows={text.length > 200 ? 10 : 1}
          maxLength={20_000}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          data-testid={testId}
        />
      );
  }
}

type Props = {
  readonly fields: readonly StepField[];
  readonly draft: StepDraft;
  readonly problems: ReadonlyMap<string, FieldProblem>;
  readonly shown: boolean;
  readonly onChange: (draft: StepDraft) => void;
  /** where the words of a field may be taken over from the case; left out: nowhere */
  readonly caseId?: string;
};
type ControlProps = {
  readonly id?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
  readonly field: StepField;
  readonly text: string;
  readonly onChange: (text: string) => void;
};
