import type { ElementAnswer, FactName, FactQuestion } from "#public-interest/public-interest.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { focusFact } from "#web/law/offences/fact-values.ts";
import { OutcomeMark } from "#web/law/outcome-mark.tsx";
import { type FactForm, showFact } from "#web/law/public-interest/fact-values.ts";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";

/** Where a heading above already says the state in words. */
const SIGNS = { met: "✓", "not-met": "–", unknown: "?" } as const;

/** What the views need to lead an element back to its facts. */
export type FactPlaces = { readonly questions: ReadonlyMap<FactName, FactQuestion>; readonly form: FactForm };

/** One element: state, meaning, citation; below it the facts it reads, or (`withFacts` false) its meaning leads to the first missing one. */
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
  const wordsOf = (name: FactName) => {
    const ask = places.questions.get(name)?.ask;
    return ask === undefined ? name : words(ask);
  };
  const [toFact] = withFacts ? [] : element.missing;
  return (
    <li className={`why-node why-${element.outcome}`} data-testid="pil-element" data-element={element.id} data-outcome={element.outcome}>
      <div className="why-line">
        {withFacts ? (
          <OutcomeMark outcome={element.outcome} />
        ) : (
          <span className="quiet" aria-hidden="true">
            {SIGNS[element.outcome]}
          </span>
        )}
        <span className="why-meaning">
          {toFact === undefined ? (
            words(element.meaning)
          ) : (
            <button
              type="button"
              className="pil-to-fact"
              title={t("goTo", { fact: element.missing.map((name) => wordsOf(name)).join("; ") })}
              onClick={() => focusFact(toFact)}
            >
              {words(element.meaning)}
            </button>
          )}{" "}
          <span className="quiet small">{element.cite}</span> {element.burden === undefined ? null : <Mark>{t("burden")}</Mark>}{" "}
          {element.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
          {element.remark === undefined ? null : (
            <span className="small quiet pil-block">
              {words(element.remark)} {element.remark.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
            </span>
          )}
        </span>
      </div>
      {!withFacts || element.facts.length === 0 ? null : (
        <div className="why-facts">
          {element.facts.map((name) => (
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
