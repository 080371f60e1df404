import { FACT_WORDS } from "#jurisdiction/fact-words.data.ts";
import {
  CourtLevel,
  DESIGNATION_FLAGS,
  DesignationKind,
  JOINDER_FLAGS,
  PIL_FLAGS,
  PublicInterestKind,
  SpecialOrgan,
} from "#jurisdiction/jurisdiction.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import type { Words } from "#web/design/text/text.ts";
import { CHOICE_WORDS, jurisdictionText } from "#web/law/jurisdiction/jurisdiction.text.ts";
import { type JurisdictionForm, placeName } from "#web/law/jurisdiction/jurisdiction-mapping.ts";

/** Asked only of an administrative organ. */
const OF_AN_ORGAN: ReadonlySet<string> = new Set(["organIsGovernment", "higherMoreSuitable"]);

/** Facts most cases do not need, folded away until asked: trial court, designation, joinder, public interest. */
export function MoreFacts({ form, onChange }: { readonly form: JurisdictionForm; readonly onChange: (form: JurisdictionForm) => void }) {
  const t = useText(jurisdictionText);
  const words = useWords();
  const { court, designation, pil } = form;
  const code = (label: string, value: string, set: (value: string) => void, testId: string) => {
    const whole = /^\d{6}$/.test(value);
    const name = whole ? words(placeName(value)) : value;
    return (
      <Labelled label={label} error={value !== "" && !whole ? t("wrongCode") : null} {...(name === value ? {} : { reason: name })}>
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
  };
  const questions = (section: string, names: readonly string[]) =>
    names.map((name) => {
      const fact = `${section}.${name}`;
      return (
        <ThreeValued
          key={fact}
          label={words(FACT_WORDS[fact] ?? { zh: fact, en: fact })}
          value={form.flags[fact] ?? null}
          onChange={(value) => onChange({ ...form, flags: { ...form.flags, [fact]: value } })}
          testId={fact}
        />
      );
    });
  const options = (table: Readonly<Record<string, Words>>) => Object.entries(table).map(([key, one]) => [key, words(one)] as const);
  return (
    <div className="stack-tight">
      <details>
        <summary data-testid="more-trial">{t("moreTrial")}</summary>
        <div className="stack-tight more-facts">
          {code(t("courtDivision"), court.division, (division) => onChange({ ...form, court: { ...court, division } }), "court-division")}
          <Choice
            showLabel
            label={t("courtLevel")}
            value={court.level}
            options={options(CHOICE_WORDS.court)}
            onChange={(level) => onChange({ ...form, court: { ...court, level: CourtLevel.parse(level) } })}
            testId="court-level"
          />
          <Labelled label={t("misplacedFoundOn")}>
            <input
              className="field"
              type="date"
              value={form.misplacedFoundOn}
              onChange={(event) => onChange({ ...form, misplacedFoundOn: event.target.value })}
              data-testid="misplaced-on"
            />
          </Labelled>
          <Choice
            showLabel
            label={t("special")}
            value={form.special}
            options={options(CHOICE_WORDS.special)}
            onChange={(value) => onChange({ ...form, special: SpecialOrgan.safeParse(value).data ?? "" })}
            testId="special"
          />
        </div>
      </details>
      <details>
        <summary data-testid="more-designation">{t("moreDesignation")}</summary>
        <div className="stack-tight more-facts">
          <Choice
            showLabel
            label={t("kindOfDesignation")}
            value={designation.kind}
            options={options(CHOICE_WORDS.designation)}
            onChange={(kind) => onChange({ ...form, designation: { ...designation, kind: DesignationKind.safeParse(kind).data ?? "" } })}
            testId="designation-kind"
          />
          <Labelled label={t("documentNumber")}>
            <input
              className="field"
              value={designation.documentNumber}
              onChange={(event) => onChange({ ...form, designation: { ...designation, documentNumber: event.target.value } })}
            />
          </Labelled>
          {questions("designation", DESIGNATION_FLAGS)}
        </div>
      </details>
      <details>
        <summary data-testid="more-joinder">{t("moreJoinder")}</summary>
        <div className="stack-tight more-facts">{questions("joinder", JOINDER_FLAGS)}</div>
      </details>
      <details>
        <summary data-testid="more-pil">{t("morePil")}</summary>
        <div className="stack-tight more-facts">
          <Choice
            showLabel
            label={t("kindOfPil")}
            value={pil.kind}
            options={options(CHOICE_WORDS.pil)}
            onChange={(kind) => onChange({ ...form, pil: { ...pil, kind: PublicInterestKind.safeParse(kind).data ?? "" } })}
            testId="pil-kind"
          />
          {pil.kind === "administrative"
            ? code(t("pilOrgan"), pil.organ, (organ) => onChange({ ...form, pil: { ...pil, organ } }), "pil-organ")
            : null}
          {pil.kind === "civil"
            ? code(t("violation"), pil.violation, (violation) => onChange({ ...form, pil: { ...pil, violation } }), "pil-violation")
            : null}
          {pil.kind === "civil" ? code(t("harm"), pil.harm, (harm) => onChange({ ...form, pil: { ...pil, harm } }), "pil-harm") : null}
          {pil.kind === "civil"
            ? code(t("domicile"), pil.domicile, (domicile) => onChange({ ...form, pil: { ...pil, domicile } }), "pil-domicile")
            : null}
          {pil.kind === ""
            ? null
            : code(
                t("recommendationTo"),
                pil.recommendationTo,
                (recommendationTo) => onChange({ ...form, pil: { ...pil, recommendationTo } }),
                "pil-recommendation",
              )}
          {form.flags["pil.superiorTakesUp"] === true || form.flags["pil.superiorHandsDown"] === true
            ? code(t("pilSuperior"), pil.superior, (superior) => onChange({ ...form, pil: { ...pil, superior } }), "pil-superior")
            : null}
          {pil.kind === ""
            ? null
            : questions("pil", pil.kind === "administrative" ? PIL_FLAGS : PIL_FLAGS.filter((name) => !OF_AN_ORGAN.has(name)))}
        </div>
      </details>
    </div>
  );
}
