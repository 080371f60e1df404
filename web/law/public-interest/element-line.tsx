import type { ElementAnswer, FactName, FactQuestion } from "#public-interest/public-interest.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { focusFact } from "#web/law/offences/fact-values.ts";
import { OutcomeMark } from "#web/law/outcome-mark.tsx";
import { type FactForm, showFact } from "#web/law/public-interest/fact-values.ts";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";

/** What the views need to lead an element back to its facts. */
export type FactPlaces = { readonly questions: ReadonlyMap<FactName, FactQuestion>; readonly form: FactForm };

/** One element: state, meaning, citation, and the facts it reads, each leading to its field. */
export function ElementLine({
  element,
  places,
  withFacts,
}: {
  readonly element: ElementAnswer;
  readonly places: FactPlaces;
  readonly withFacts: boolean;
}) {
  const t = useText(publicInterestText);
  const l = useText(lawText);
  const words = useWords();
  const facts = withFacts ? element.facts : element.missing;
  return (
    <li className={`why-node why-${element.outcome}`} data-testid="pil-element" data-element={element.id} data-outcome={element.outcome}>
      <div className="why-line">
        <OutcomeMark outcome={element.outcome} />
        <span className="why-meaning">
          {words(element.meaning)} <span className="quiet small">{element.cite}</span>{" "}
          {element.burden === undefined ? null : <Mark>{t("burden")}</Mark>}{" "}
          {element.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
          {element.remark === undefined ? null : (
            <span className="small quiet pil-block">
              {words(element.remark)} {element.remark.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
            </span>
          )}
        </span>
      </div>
      {facts.length === 0 ? null : (
        <div className="why-facts">
          {facts.map((name) => (
            <FactLink key={name} name={name} places={places} />
          ))}
        </div>
      )}
    </li>
  );
}

/** A fact with its present value; a click leads to its field. */
export function FactLink({ name, places }: { readonly name: FactName; readonly places: FactPlaces }) {
  const t = useText(publicInterestText);
  const words = useWords();
  const { language } = useLanguage();
  const question = places.questions.get(name);
  const shown = showFact(places.form, question, language);
  const label = question === undefined ? name : words(question.ask);
  return (
    <button
      type="button"
      className={`law-fact mark ${shown.unknown ? "mark-unknown" : ""}`}
      title={t("goTo", { fact: label })}
      onClick={() => focusFact(name)}
    >
      {label}
      {language === "zh" ? "：" : ": "}
      <strong>{shown.text}</strong>
    </button>
  );
}
