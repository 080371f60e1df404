import { Button, Checkbox } from "antd";
import { PlaceBasis } from "#jurisdiction/jurisdiction.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { BASIS_WORDS, jurisdictionText } from "#web/law/jurisdiction/jurisdiction.text.ts";
import { type JurisdictionForm, placeName } from "#web/law/jurisdiction/jurisdiction-mapping.ts";
import { commonText } from "#web/words/common.text.ts";

/** What connects places with the crime, who has filed, and what the organs or the superior have found. */
export function JurisdictionFields({
  form,
  onChange,
}: {
  readonly form: JurisdictionForm;
  readonly onChange: (form: JurisdictionForm) => void;
}) {
  const t = useText(jurisdictionText);
  const words = useWords();
  const c = useText(commonText);
  const code = (label: string, value: string, set: (value: string) => void, testId: string, reason?: string) => (
    <Labelled label={label} error={wrong(value) ? t("wrongCode") : null} {...hint(value, words, reason)}>
      <input
        className="field figure"
        inputMode="numeric"
        maxLength={6}
        value={value}
        onChange={(event) => set(event.target.value.trim())}
        data-testid={testId}
      />
    </Labelled>
  );
  const remove = (n: number, act: () => void) => (
    <Button size="small" type="text" aria-label={t("removeOne", { n })} onClick={act}>
      {c("remove")}
    </Button>
  );
  return (
    <div className="stack">
      <p className="quiet small">{t("codes")}</p>
      <fieldset className="stack-tight">
        <legend className="form-legend">{t("placesOfCrime")}</legend>
        {form.places.map((place, at) => {
          const change = (part: Partial<typeof place>) =>
            onChange({ ...form, places: form.places.map((one, index) => (index === at ? { ...one, ...part } : one)) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity of their own
            <div key={at} className="law-entry">
              <div className="two">
                <Choice
                  showLabel
                  label={t("basis")}
                  value={place.basis}
                  onChange={(basis) => change({ basis: PlaceBasis.parse(basis) })}
                  options={PlaceBasis.options.map((basis) => [basis, words(BASIS_WORDS[basis])])}
                  testId="place-basis"
                />
                {code(t("division"), place.division, (division) => change({ division }), "place-division")}
              </div>
              {remove(at + 1, () => onChange({ ...form, places: form.places.filter((_, index) => index !== at) }))}
            </div>
          );
        })}
        <div>
          <Button
            size="small"
            onClick={() => onChange({ ...form, places: [...form.places, { basis: "act", division: "" }] })}
            data-testid="add-place"
          >
            {t("addPlace")}
          </Button>
        </div>
      </fieldset>
      <fieldset className="stack-tight">
        <legend className="form-legend">{t("filings")}</legend>
        {form.filings.map((filing, at) => {
          const change = (part: Partial<typeof filing>) =>
            onChange({ ...form, filings: form.filings.map((one, index) => (index === at ? { ...one, ...part } : one)) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: filings have no identity of their own
            <div key={at} className="law-entry">
              <div className="two">
                {code(t("division"), filing.organ, (organ) => change({ organ }), "filing-organ")}
                <Labelled label={t("acceptedOn")}>
                  <input
                    className="field"
                    type="date"
                    value={filing.acceptedOn}
                    onChange={(event) => change({ acceptedOn: event.target.value })}
                    data-testid="filing-on"
                  />
                </Labelled>
              </div>
              {remove(at + 1, () => onChange({ ...form, filings: form.filings.filter((_, index) => index !== at) }))}
            </div>
          );
        })}
        <div>
          <Button
            size="small"
            onClick={() => onChange({ ...form, filings: [...form.filings, { organ: "", acceptedOn: "" }] })}
            data-testid="add-filing"
          >
            {t("addFiling")}
          </Button>
        </div>
      </fieldset>
      <div className="two">
        {code(t("residence"), form.residence, (residence) => onChange({ ...form, residence }), "residence")}
        {code(t("helperOf"), form.helperOf, (helperOf) => onChange({ ...form, helperOf }), "helper-of", t("helperReason"))}
        {code(t("mainPlace"), form.mainPlace, (mainPlace) => onChange({ ...form, mainPlace }), "main-place")}
        {code(t("designated"), form.designated, (designated) => onChange({ ...form, designated }), "designated")}
      </div>
      <Checkbox checked={form.disputed} onChange={(event) => onChange({ ...form, disputed: event.target.checked })} data-testid="disputed">
        {t("disputed")}
      </Checkbox>
    </div>
  );
}

function wrong(value: string): boolean {
  return value !== "" && !/^\d{6}$/.test(value);
}

function hint(value: string, words: ReturnType<typeof useWords>, reason?: string): { reason?: string } {
  const name = /^\d{6}$/.test(value) ? words(placeName(value)) : "";
  if (name !== "" && name !== value) return { reason: name };
  return reason === undefined ? {} : { reason };
}
