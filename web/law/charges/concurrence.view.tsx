import type { ConcurrenceSuggestion } from "#charges/charges.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { chargesText } from "#web/law/charges/charges.text.ts";
import { lawText } from "#web/law/law.text.ts";

/** 罪数建议 a card a rule: what it says, when, its source, and where the heavier is asked the comparison. Dashed: suggested, decided by nobody. */
export function ConcurrenceView({ suggestions }: { readonly suggestions: readonly ConcurrenceSuggestion[] }) {
  return (
    <ul className="charges-rules">
      {suggestions.map((suggestion) => (
        <Rule
          key={`${suggestion.rule} ${suggestion.offences.map(({ offence }) => offence).join(" ")}`}
          suggestion={suggestion}
          all={suggestions}
        />
      ))}
    </ul>
  );
}

function Rule({ suggestion, all }: { readonly suggestion: ConcurrenceSuggestion; readonly all: readonly ConcurrenceSuggestion[] }) {
  const t = useText(chargesText);
  const l = useText(lawText);
  const words = useWords();
  const { comparison, prevails, offences, alternatives, yieldsTo } = suggestion;
  const heavier = offences.find(({ offence }) => offence === comparison?.heavier);
  const special = all.filter(({ rule }) => yieldsTo.includes(rule)).map(({ title }) => words(title));
  return (
    <li className="charges-rule" data-testid="concurrence-rule" data-rule={suggestion.rule}>
      <div className="line between">
        <strong>{offences.map(({ title }) => words(title)).join(" + ")}</strong>
        <span className="line">
          <Mark tone="accent">{t(suggestion.effect)}</Mark>
          <Mark tone={suggestion.state === "both-made-out" ? "good" : "unknown"}>{t(suggestion.state)}</Mark>
        </span>
      </div>
      <p className="small">
        {t("when")}
        {words(suggestion.when)}
      </p>
      <p className="small">
        {words(suggestion.meaning)} <span className="quiet">{suggestion.cite}</span>{" "}
        {suggestion.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
      </p>
      {prevails === null ? null : <p className="small">→ {t("prevails", { title: words(prevails.title) })}</p>}
      {alternatives.length === 0 ? null : (
        <ul className="charges-ways">
          {alternatives.map(({ effect, under, when }) => (
            <li key={`${effect}${under?.offence ?? ""}${when.en}`} className="small">
              {words(when)} → <strong>{t(effect)}</strong> {under === null ? null : words(under.title)}
            </li>
          ))}
        </ul>
      )}
      {comparison === null ? null : (
        <p className="small">
          {heavier === undefined ? null : <strong>{t("heavierIs", { title: words(heavier.title) })} </strong>}
          {words(comparison.because)}
        </p>
      )}
      {special.length === 0 ? null : <p className="quiet small">{t("yields", { rules: special.join("、") })}</p>}
    </li>
  );
}
