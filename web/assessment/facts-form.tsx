import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { Consequence } from "#statutes/statutes.contract.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { type FactsForm as Form, FactsForm as FormShape, JUDGEMENTS, THREE_VALUED } from "#web/assessment/facts-mapping.ts";
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
  const field = (name: TypedFact, type: "date" | "text" | "money", reason?: string) => (
    <div id={`fact-${name}`}>
      <Labelled label={t(name)} {...(reason === undefined ? {} : { reason })}>
        <input
          className="field"
          type={type === "date" ? "date" : "text"}
          inputMode={type === "money" ? "decimal" : undefined}
          maxLength={name === "insiderIndustry" ? 40 : undefined}
          value={form[name]}
          placeholder={type === "date" ? undefined : t("emptyUnknown")}
          onChange={(event) => onChange({ ...form, [name]: event.target.value })}
          data-testid={`fact-${name}`}
        />
      </Labelled>
    </div>
  );
  const sets = form.sets ?? [];
  const insider = sets.some((set) => (set.conducts ?? []).some((conduct) => conduct.insider === true));
  const change = (name: string, value: boolean | null) => onChange({ ...form, three: { ...form.three, [name]: value } });
  const three = (name: (typeof THREE_VALUED)[number]) => (
    <ThreeValued
      key={name}
      label={t(name)}
      value={form.three[name] ?? null}
      onChange={(value) => change(name, value)}
      testId={`fact-${name}`}
    />
  );
  /** The date of what happened is asked where it did; a date that stands already is never hidden. */
  const dateOf = (name: "priorCriminalPunishment" | "priorAdministrativePenalty") =>
    form.three[name] === true || form[`${name}Date`] !== "" ? <div className="fact-under">{field(`${name}Date`, "date")}</div> : null;
  const nextId = () => `s${1 + Math.max(0, ...sets.map((set) => Number(/^s(\d+)$/.exec(set.id)?.[1] ?? 0)))}`;
  return (
    <div className="stack" data-testid="facts-form">
      <div className="two">
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
        {form.sets === null ? <span className="mark mark-unknown">{t("setsUnknown")}</span> : null}
        {sets.map((set, place) => (
          <SetFields
            key={set.id}
            set={set}
            onChange={(next) => onChange({ ...form, sets: sets.map((one, at) => (at === place ? next : one)) })}
            onRemove={() => onChange({ ...form, sets: sets.filter((_, at) => at !== place) })}
          />
        ))}
        <div>
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => onChange({ ...form, sets: [...sets, { id: nextId(), tier: "C", items: "", conducts: null }] })}
            data-testid="add-set"
          >
            {t("addSet")}
          </Button>
        </div>
      </fieldset>
      <fieldset className="stack-tight">
        <legend className="form-legend">{t("money")}</legend>
        <div className="two">
          {field("gains", "money")}
          {field("profit", "money")}
        </div>
        {insider || form.insiderGains !== "" ? field("insiderGains", "money", t("insiderGainsReason")) : null}
        {insider || form.insiderIndustry !== "" ? field("insiderIndustry", "text") : null}
      </fieldset>
      <fieldset>
        <legend className="form-legend">{t("circumstances")}</legend>
        {THREE_VALUED.map((name) =>
          name === "priorCriminalPunishment" || name === "priorAdministrativePenalty" ? (
            <div key={name}>
              {three(name)}
              {dateOf(name)}
            </div>
          ) : (
            three(name)
          ),
        )}
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
      <fieldset className="stack-tight">
        <legend className="form-legend">{t("judgement")}</legend>
        <p className="quiet small">{t("judgementReason")}</p>
        {JUDGEMENTS.map((name) => (
          <div key={name} id={`fact-${name}`}>
            <Checkbox
              checked={form.three[name] === true}
              onChange={(event) => change(name, event.target.checked ? true : null)}
              data-testid={`fact-${name}`}
            >
              {t(name)}
            </Checkbox>
          </div>
        ))}
      </fieldset>
    </div>
  );
}

type TypedFact =
  | "actDate"
  | "decisionDate"
  | "gains"
  | "insiderGains"
  | "profit"
  | "priorCriminalPunishmentDate"
  | "priorAdministrativePenaltyDate"
  | "insiderIndustry";
