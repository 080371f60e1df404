import type { AdviceSection, JurisdictionAdvice } from "#jurisdiction/jurisdiction.contract.ts";
import { SECTION_WORDS } from "#jurisdiction/tell-advice.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { jurisdictionText, PAPER_WORDS, RULE_WORDS, STATE_WORDS, TRANSFER_WORDS } from "#web/law/jurisdiction/jurisdiction.text.ts";
import { placeName } from "#web/law/jurisdiction/jurisdiction-mapping.ts";
import { lawText } from "#web/law/law.text.ts";

/** What hangs on the organ: its procuratorate and, beside it, the public-interest side; transfers, paperwork, further rules, alternatives. */
export function AdviceView({ advice }: { readonly advice: JurisdictionAdvice }) {
  const t = useText(jurisdictionText);
  const words = useWords();
  const { procuratorate, publicInterest, transfers, alternatives } = advice;
  const places = (divisions: readonly string[]) =>
    divisions.length === 0 ? t("cannotTell") : divisions.map((division) => words(placeName(division))).join(" · ");
  const sections = [...new Set(advice.rules.map(({ section }) => section))];
  return (
    <div className="stack">
      <div className="two" data-testid="two-sides">
        <section className="panel stack-tight band-draft">
          <h3>{t("criminal")}</h3>
          <strong className="figure">{procuratorate === null ? t("noOrgan") : words(placeName(procuratorate.division))}</strong>
        </section>
        {publicInterest === null ? null : (
          <section className="panel stack-tight band-draft" data-testid="pil-side">
            <h3>{t("pilSide")}</h3>
            <strong className="figure">
              {places(publicInterest.filing)} → {places(publicInterest.litigation ?? [])}
            </strong>
            <div>
              <Mark tone={publicInterest.differs === false ? "quiet" : "warn"}>
                {publicInterest.differs === null ? t("openDiffers") : publicInterest.differs ? t("differs") : t("same")}
              </Mark>
            </div>
          </section>
        )}
      </div>
      {transfers.length === 0 ? null : (
        <section className="panel stack-tight">
          <h3>{t("transfers")}</h3>
          <ul className="stack-tight">
            {transfers.map(({ what, from, to, document, period, due, finding }) => (
              <li key={`${what} ${from}`} className="rule-step" data-testid="transfer">
                <strong>
                  {words(TRANSFER_WORDS[what])}: {words(placeName(from))} → {places(to)}
                </strong>
                {document === null ? null : <span>{document}</span>}
                {period === null ? null : (
                  <span className="small">
                    {t("period")} <span className="figure">{period}</span> {due === null ? t("dueOpen") : <Day day={due} />}
                  </span>
                )}
                <span className="small">{finding}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel stack">
        <h2>{t("furtherRules")}</h2>
        {sections.map((section) => (
          <Section key={section} section={section} advice={advice} />
        ))}
      </section>
      {alternatives.length === 0 ? null : (
        <section className="panel stack-tight">
          <h3>{t("alternatives")}</h3>
          <ul className="stack-tight">
            {alternatives.map(({ rule, organ, needs }) => (
              <li key={`${rule} ${organ}`} className="small" data-testid="alternative">
                <strong className="figure">
                  {organ === null ? words(RULE_WORDS[rule]) : `${words(placeName(organ))} · ${words(RULE_WORDS[rule])}`}
                </strong>
                {" — "}
                {needs}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Section({ section, advice }: { readonly section: AdviceSection; readonly advice: JurisdictionAdvice }) {
  const t = useText(jurisdictionText);
  const l = useText(lawText);
  const words = useWords();
  const signs = useSigns();
  const rules = advice.rules.filter((rule) => rule.section === section);
  const hidden = rules.filter(({ state }) => state === "not-applicable");
  const shown = rules.filter(({ state }) => state !== "not-applicable");
  const papers = advice.documents.filter((paper) => paper.section === section);
  return (
    <div className="stack-tight" data-testid={`section-${section}`}>
      <h3>{words(SECTION_WORDS[section])}</h3>
      {shown.map(({ id, title, state, effect, needs, cite, unconfirmed }) => (
        <div key={id} className={state === "applied" ? "rule-step rule-applies" : "rule-step"} data-testid="advice-rule" data-state={state}>
          <span className="line between">
            <strong>{title}</strong>
            <Mark tone={state === "applied" ? "accent" : "warn"}>{words(STATE_WORDS[state])}</Mark>
          </span>
          <span className="small">{state === "applied" ? effect : t("unknownFacts", { list: needs.join(" · ") })}</span>
          <span className="quiet small">
            {cite.join("；")}
            {unconfirmed ? signs.aside(l("unconfirmed")) : ""}
          </span>
        </div>
      ))}
      {papers.map(({ id, name, state, unconfirmed }) => (
        <div key={id} className="line between" data-testid="paper" data-state={state}>
          <span>
            {name}
            {unconfirmed ? <span className="quiet small">{signs.aside(l("unconfirmed"))}</span> : null}
          </span>
          <Mark tone={state === "done" ? "quiet" : "warn"}>{words(PAPER_WORDS[state])}</Mark>
        </div>
      ))}
      {hidden.length === 0 ? null : (
        <details>
          <summary className="quiet small">{t("hiddenRules", { n: hidden.length })}</summary>
          <ul className="small">
            {hidden.map(({ id, title, cite }) => (
              <li key={id}>
                {title} <span className="quiet">{cite.join("；")}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
