import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { OFFERABLE, type OfferableFact } from "#assessments/offer-facts.ts";
import { Consequence } from "#statutes/statutes.contract.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { type FactsForm as Form, FactsForm as FormShape, JUDGEMENTS, THREE_VALUED } from "#web/assessment/facts-mapping.ts";
import { OfferRows } from "#web/assessment/offers/offer-rows.tsx";
import { offersText } from "#web/assessment/offers/offers.text.ts";
import { nextSetId, type OfferedRows } from "#web/assessment/offers/use-offers.ts";
import { SetFields } from "#web/assessment/set-fields.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { CONSEQUENCE_WORDS } from "#web/words/words.text.ts";

/** The facts, one column; every answer may be unknown. What documents say stands under its field. */
export function FactsForm({ form, offers = NO_OFFERS, onChange }: Props) {
  const t = useText(assessmentText);
  const o = useText(offersText);
  const words = useWords();
  const said = (name: OfferableFact) => <OfferRows caseId={offers.caseId} rows={offers.of(name)} testId={`offers-${name}`} />;
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
      {isOfferable(name) ? said(name) : null}
    </div>
  );
  const sets = form.sets ?? [];
  const insider = sets.some((set) => (set.conducts ?? []).some((conduct) => conduct.insider === true));
  const change = (name: string, value: boolean | null) => onChange({ ...form, three: { ...form.three, [name]: value } });
  const three = (name: (typeof THREE_VALUED)[number]) => (
    <div key={name}>
      <ThreeValued label={t(name)} value={form.three[name] ?? null} onChange={(value) => change(name, value)} testId={`fact-${name}`} />
      {isOfferable(name) ? said(name) : null}
    </div>
  );
  /** The date of what happened is asked where it did; a date that stands already is never hidden. */
  const dateOf = (name: "priorCriminalPunishment" | "priorAdministrativePenalty") =>
    form.three[name] === true || form[`${name}Date`] !== "" ? <div className="fact-under">{field(`${name}Date`, "date")}</div> : null;
  const industries = offers.of("insiderIndustry");
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
        <OfferRows
          caseId={offers.caseId}
          title={o("ofItems")}
          {...(sets.length === 0 ? {} : { note: o("adds") })}
          rows={offers.items()}
          testId="offers-items"
        />
        {sets.map((set, place) => (
          <SetFields
            key={set.id}
            set={set}
            offers={<OfferRows caseId={offers.caseId} rows={offers.conductsOf(set)} testId="offers-conducts" />}
            onChange={(next) => onChange({ ...form, sets: sets.map((one, at) => (at === place ? next : one)) })}
            onRemove={() => onChange({ ...form, sets: sets.filter((_, at) => at !== place) })}
          />
        ))}
        <div>
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => onChange({ ...form, sets: [...sets, { id: nextSetId(sets), tier: "C", items: "", conducts: null }] })}
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
        {insider || form.insiderIndustry !== "" || industries.length > 0 ? field("insiderIndustry", "text") : null}
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

function isOfferable(name: string): name is OfferableFact {
  return OFFERABLE.some((one) => one === name);
}

/** Without a case no document says anything. */
const NO_OFFERS: OfferedRows = { caseId: "", of: () => [], items: () => [], conductsOf: () => [] };

type Props = { readonly form: Form; readonly offers?: OfferedRows; readonly onChange: (form: Form) => void };

type TypedFact =
  | "actDate"
  | "decisionDate"
  | "gains"
  | "insiderGains"
  | "profit"
  | "priorCriminalPunishmentDate"
  | "priorAdministrativePenaltyDate"
  | "insiderIndustry";
