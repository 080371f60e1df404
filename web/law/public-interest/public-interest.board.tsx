import { Button } from "antd";
import type { ReactNode } from "react";
import { z } from "zod";
import type { FactName, FactQuestion, PublicInterestQuestions } from "#public-interest/public-interest.contract.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { FactQuestions } from "#web/law/public-interest/fact-questions.tsx";
import { type FactForm, writeFacts } from "#web/law/public-interest/fact-values.ts";
import { FocusView } from "#web/law/public-interest/focus.view.tsx";
import { GatesView } from "#web/law/public-interest/gates.view.tsx";
import { NoticeView } from "#web/law/public-interest/notice.view.tsx";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";
import { TracksView } from "#web/law/public-interest/tracks.view.tsx";
import { usePublicInterest, usePublicInterestQuestions } from "#web/law/public-interest/use-public-interest.ts";
import "#web/assessment/assessment.css";
import "#web/law/law.css";
import "#web/law/public-interest/public-interest.css";

type Props = {
  /** where the form is kept in this window */
  readonly draftKey: string;
  /** what the form begins with */
  readonly initial: FactForm;
  /** what a case knows, shown above the questions */
  readonly known?: ReactNode;
};

/** 公益诉讼 the facts at the left; standing, notice, tracks and focus at the right. */
export function PublicInterestBoard(props: Props) {
  const questions = usePublicInterestQuestions();
  if (questions.isPending) return <Loading lines={8} />;
  if (questions.isError) return <Problem error={questions.error} onRetry={() => questions.refetch()} />;
  return <Board {...props} sections={questions.data.sections} />;
}

function Board({ draftKey, initial, known, sections }: Props & { readonly sections: PublicInterestQuestions["sections"] }) {
  const t = useText(publicInterestText);
  const { form, change, forget } = useDraft<FactForm>(
    draftKey,
    initial,
    (stored) => z.record(z.string(), z.unknown()).safeParse(stored).data ?? null,
  );
  const begin = (next: FactForm) => {
    change(next);
    forget();
  };
  return (
    <div className="law-board">
      <section className="panel" aria-label={t("facts")} data-testid="pil-facts">
        <div className="line between panel-head">
          <h2>{t("facts")}</h2>
          <span className="line">
            {known === undefined ? null : (
              <Button size="small" onClick={() => begin(initial)} data-testid="pil-refill">
                {t("refill")}
              </Button>
            )}
            <Button size="small" onClick={() => begin({})} data-testid="pil-clear">
              {t("clear")}
            </Button>
          </span>
        </div>
        <a className="law-jump" href="#law-answer">
          {t("toAnswer")}
        </a>
        <p className="quiet small law-after">{t("factsReason")}</p>
        {known}
        <FactQuestions sections={sections} form={form} onChange={change} />
      </section>
      <Answer form={form} questions={new Map(sections.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact])))} />
    </div>
  );
}

function Answer({ form, questions }: { readonly form: FactForm; readonly questions: ReadonlyMap<FactName, FactQuestion> }) {
  const t = useText(publicInterestText);
  const words = useWords();
  const facts = writeFacts(form);
  const answer = usePublicInterest(facts, dayOf(new Date()));
  if (answer.isPending) return <Loading lines={10} />;
  if (answer.isError) return <Problem error={answer.error} onRetry={() => answer.refetch()} />;
  const places = { questions, form };
  const { data } = answer;
  return (
    <section
      className={answer.isBehind ? "stack law-answer law-behind" : "stack law-answer"}
      id="law-answer"
      tabIndex={-1}
      aria-busy={answer.isBehind}
      data-testid="pil-answer"
    >
      <p className="line between quiet small">
        <span aria-live="polite">{answer.isBehind ? t("answering") : t("asOf", { on: data.asOf })}</span>
        <Button size="small" className="no-print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      </p>
      <GatesView answer={data} places={places} />
      <NoticeView notice={data.notice} facts={facts} asOf={data.asOf} />
      <TracksView tracks={data.tracks} places={places} />
      <FocusView focus={data.focus} places={places} />
      <details className="panel" data-testid="pil-unconfirmed">
        <summary>{t("unconfirmedList", { n: data.unconfirmed.length })}</summary>
        <ul className="notes small">
          {data.unconfirmed.map((one) => (
            <li key={`${one.cite}${one.en}`}>
              {words(one)} <span className="quiet">{one.cite}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
