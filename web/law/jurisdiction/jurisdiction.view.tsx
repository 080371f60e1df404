import { Button } from "antd";
import type { JurisdictionAdvice } from "#jurisdiction/jurisdiction.contract.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { AdviceView } from "#web/law/jurisdiction/advice.view.tsx";
import { BASIS_WORDS, jurisdictionText, RULE_WORDS } from "#web/law/jurisdiction/jurisdiction.text.ts";
import { JurisdictionFields } from "#web/law/jurisdiction/jurisdiction-form.tsx";
import { EMPTY_FORM, JurisdictionForm, placeName, writeJurisdiction } from "#web/law/jurisdiction/jurisdiction-mapping.ts";
import { MoreFacts } from "#web/law/jurisdiction/more-facts.tsx";
import { SuperiorTree } from "#web/law/jurisdiction/superior-tree.tsx";
import { useJurisdiction } from "#web/law/use-law.ts";

/** 管辖 the points, the rules in the order in which they are asked, and what they come to: a draft; the organs decide. */
export function JurisdictionView() {
  const t = useText(jurisdictionText);
  const { form, change, forget } = useDraft(
    "draft-law-jurisdiction",
    EMPTY_FORM,
    (stored) => JurisdictionForm.safeParse(stored).data ?? null,
  );
  const answer = useJurisdiction(writeJurisdiction(form));
  return (
    <div className="law-board law-board-slim">
      <section className="panel" aria-label={t("facts")}>
        <div className="line between panel-head">
          <h2>{t("facts")}</h2>
          <Button
            size="small"
            onClick={() => {
              change(EMPTY_FORM);
              forget();
            }}
          >
            {t("clear")}
          </Button>
        </div>
        <a className="law-jump" href="#law-answer">
          {t("toAnswer")}
        </a>
        <JurisdictionFields form={form} onChange={change} />
        <MoreFacts form={form} onChange={change} />
      </section>
      <section className="law-answer law-sticky" id="law-answer" tabIndex={-1}>
        {answer.isPending ? (
          <Loading lines={8} />
        ) : answer.isError ? (
          <Problem error={answer.error} onRetry={() => answer.refetch()} />
        ) : (
          <div className={answer.isBehind ? "law-behind" : ""} aria-busy={answer.isBehind}>
            <Diagram answer={answer.data} form={form} />
          </div>
        )}
      </section>
    </div>
  );
}

function Diagram({ answer, form }: { readonly answer: JurisdictionAdvice; readonly form: JurisdictionForm }) {
  const t = useText(jurisdictionText);
  const words = useWords();
  const deciding = answer.order.findIndex(({ applies }) => applies);
  const filedOn = (division: string) => form.filings.find(({ organ, acceptedOn }) => organ === division && acceptedOn !== "")?.acceptedOn;
  const divisions = [
    ...new Set([
      ...answer.candidates.map(({ division }) => division),
      ...(answer.order.length === 0 ? [] : form.filings.map(({ organ }) => organ)),
    ]),
  ].filter((division) => /^\d{6}$/.test(division));
  return (
    <div className="stack" data-testid="jurisdiction-answer">
      <div className="flow">
        <section className="panel stack-tight">
          <h2>{t("points")}</h2>
          {answer.candidates.length === 0 ? <span className="mark mark-unknown">{t("noPoints")}</span> : null}
          <ul className="stack-tight">
            {answer.candidates.map(({ division, basis }) => {
              const on = filedOn(division);
              return (
                <li key={division} className={division === answer.organ ? "point point-organ" : "point"} data-testid="candidate">
                  <strong className="figure">{words(placeName(division))}</strong>
                  <span className="small">{basis.map((one) => words(BASIS_WORDS[one])).join(" · ")}</span>
                  {on === undefined ? null : <span className="quiet small figure">{t("filed", { on })}</span>}
                </li>
              );
            })}
          </ul>
          {answer.unconnected.map((organ) => (
            <p key={organ} className="small">
              <Mark tone="warn">{t("unconnected")}</Mark> <span className="figure">{organ}</span>
            </p>
          ))}
        </section>
        <section className="panel stack-tight">
          <h2>{t("rules")}</h2>
          <ol className="rules">
            {answer.order.map((step, at) => (
              <li
                key={step.rule}
                className={step.applies ? "rule-step rule-applies" : "rule-step"}
                data-testid="rule-step"
                data-applies={step.applies}
              >
                <span className="line between">
                  <strong>
                    {at + 1}. {words(RULE_WORDS[step.rule])}
                  </strong>
                  {step.applies ? (
                    <Mark tone="accent">◆ {t("decides")}</Mark>
                  ) : (
                    <span className="quiet small">{at > deciding && deciding >= 0 ? t("notReached") : t("askedBefore")}</span>
                  )}
                </span>
                <span className="small">{step.finding}</span>
              </li>
            ))}
          </ol>
        </section>
        <section className="panel stack-tight">
          <h2>{t("result")}</h2>
          <div className="band band-draft law-organ" data-testid="organ">
            <span>
              <small>{t("organ")}</small>
              <br />
              {answer.organ === null ? (
                <span className="law-plain">{t("noOrgan")}</span>
              ) : (
                <span className="figure">{words(placeName(answer.organ))}</span>
              )}
            </span>
          </div>
          {answer.superiorCertain ? null : <Mark tone="warn">{t("uncertain")}</Mark>}
          <SuperiorTree answer={answer} divisions={divisions} />
          <h3>{t("next")}</h3>
          <ol className="law-steps">
            {answer.next.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="quiet small">
            {t("cite")} {answer.cite.join("；")}
          </p>
          <p className="quiet small">{t("specials")}</p>
        </section>
      </div>
      <AdviceView advice={answer} />
    </div>
  );
}
