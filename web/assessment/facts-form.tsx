import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { Consequence } from "#statutes/statutes.contract.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { type FactsForm as Form, FactsForm as FormShape, THREE_VALUED } from "#web/assessment/facts-mapping.ts";
import { SetFields } from "#web/assessment/set-fields.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { CONSEQUENCE_WORDS } from "#web/words/words.text.ts";

/** The facts, one column; every answer may be unknown. */
export function FactsForm({ form, onChange }: { readonly form: Form; readonly onChange: (form: Form) => void }) {
  const t = useText(assessmentText);
  const words = useWords();
  const field = (
    name: "actDate" | "decisionDate" | "gains" | "insiderGains" | "profit" | "priorAdministrativePenaltyDate",
    type: "date" | "text",
    reason?: string,
  ) => (
    <div id={`fact-${name}`}>
      <Labelled label={t(name)} {...(reason === undefined ? {} : { reason })}>
        <input
          className="field"
          type={type}
          inputMode={type === "text" ? "decimal" : undefined}
          value={form[name]}
          placeholder={type === "text" ? t("emptyUnknown") : undefined}
          onChange={(event) => onChange({ ...form, [name]: event.target.value })}
          data-testid={`fact-${name}`}
        />
      </Labelled>
    </div>
  );
  const nextId = () => `s${1 + Math.max(0, ...form.sets.map((set) => Number(/^s(\d+)$/.exec(set.id)?.[1] ?? 0)))}`;
  return (
    <div className="stack" data-testid="facts-form">
      <div className="two" id="fact-accused">
        <Choice
          showLabel
          label={t("accused")}
          value={form.accused}
          onChange={(accused) => onChange({ ...form, accused: FormShape.shape.accused.parse(accused) })}
          options={[
            ["", t("unknown")],
            ["natural-person", t("natural-person")],
            ["unit", t("unit")],
          ]}
          testId="fact-accused"
        />
        {field("decisionDate", "date")}
      </div>
      {field("actDate", "date", t("actReason"))}
      <fieldset className="stack-tight" id="fact-sets">
        <legend className="form-legend">{t("sets")}</legend>
        {form.sets.map((set, place) => (
          <SetFields
            key={set.id}
            set={set}
            onChange={(next) => onChange({ ...form, sets: form.sets.map((one, at) => (at === place ? next : one)) })}
            onRemove={() => onChange({ ...form, sets: form.sets.filter((_, at) => at !== place) })}
          />
        ))}
        <div>
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => onChange({ ...form, sets: [...form.sets, { id: nextId(), tier: "C", items: "", conducts: [] }] })}
            data-testid="add-set"
          >
            {t("addSet")}
          </Button>
        </div>
      </fieldset>
      <fieldset className="stack-tight">
        <legend className="form-legend">{t("money")}</legend>
        <div className="two">
          {field("gains", "text")}
          {field("profit", "text")}
        </div>
        {form.sets.some((set) => set.conducts.some((conduct) => conduct.insider === true)) ? field("insiderGains", "text") : null}
      </fieldset>
      <fieldset>
        <legend className="form-legend">{t("circumstances")}</legend>
        {THREE_VALUED.map((name) => (
          <ThreeValued
            key={name}
            label={t(name)}
            value={form.three[name] ?? null}
            onChange={(value) => onChange({ ...form, three: { ...form.three, [name]: value } })}
            testId={`fact-${name}`}
          />
        ))}
        {form.three["priorAdministrativePenalty"] === true ? (
          <div style={{ paddingTop: 8 }}>{field("priorAdministrativePenaltyDate", "date")}</div>
        ) : null}
      </fieldset>
      <fieldset className="stack-tight" id="fact-consequences" data-testid="fact-consequences">
        <legend className="form-legend">{t("consequences")}</legend>
        <Checkbox
          checked={form.consequences !== null}
          onChange={(event) => onChange({ ...form, consequences: event.target.checked ? [] : null })}
        >
          {t("consequencesKnown")}
        </Checkbox>
        {form.consequences === null ? (
          <span className="mark mark-unknown" style={{ alignSelf: "flex-start" }}>
            {t("unknown")}
          </span>
        ) : (
          <Checkbox.Group
            value={form.consequences}
            onChange={(consequences) => onChange({ ...form, consequences: consequences.map(String) })}
            options={Consequence.options.map((one) => ({ value: one, label: words(CONSEQUENCE_WORDS[one]) }))}
          />
        )}
      </fieldset>
    </div>
  );
}
