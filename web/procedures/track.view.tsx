import { Button } from "antd";
import { useState } from "react";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import type { Procedure, ProcedureList } from "#procedures/procedures.contract.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { HandlerForm } from "#web/procedures/handler-form.tsx";
import { NextSteps } from "#web/procedures/next-steps.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { StepList } from "#web/procedures/step-list.tsx";

/** One track: what it is, where it stands, what was done, what may come next. */
export function TrackView({ procedure, kinds, deadlines, today }: Props) {
  const t = useText(proceduresText);
  const words = useWords();
  const { language } = useLanguage();
  const [handing, setHanding] = useState(false);
  const [said, setSaid] = useState("");
  const { kind, kindName, title, number, office, handler, state, since, openedOn, standard, can } = procedure;
  const role = kinds.find((one) => one.kind === kind)?.handlerRole;
  return (
    <section className="panel stack-tight" aria-label={`${words(kindName)} ${title}`} data-testid="track" data-kind={kind}>
      <div className="line between">
        <h2 className="break">
          {words(kindName)} · {title}
        </h2>
        <Mark tone={state.final ? "quiet" : "accent"} testId="track-state">
          {words(state.name)}
        </Mark>
      </div>
      <dl className="facts">
        <dt>{t("state")}</dt>
        <dd>
          {words(state.name)} <span className="quiet figure">{t("since", { day: formatDay(since, language) })}</span>
        </dd>
        <dt>{t("number")}</dt>
        <dd>{number ?? <span className="quiet">{t("noNumber")}</span>}</dd>
        <dt>{t("office")}</dt>
        <dd>{words(office.name)}</dd>
        <dt>{t("handler")}</dt>
        <dd className="line">
          {handler.name}
          {can.hand && !state.final && !handing ? (
            <Button size="small" type="text" className="no-print" onClick={() => setHanding(true)} data-testid="hand-over">
              {t("handOver")}
            </Button>
          ) : null}
        </dd>
        <dt>{t("openedOn")}</dt>
        <dd className="figure">{formatDay(openedOn, language)}</dd>
        <dt>{t("standard")}</dt>
        <dd>{words(standard)}</dd>
      </dl>
      {handing && role !== undefined ? <HandlerForm procedure={procedure} role={role} onDone={() => setHanding(false)} /> : null}
      <p role="status" className="good" data-testid="track-said">
        {said}
      </p>
      <div className="track-columns">
        <section className="stack-tight">
          <h3>{t("stepsTaken")}</h3>
          <StepList procedure={procedure} deadlines={deadlines} today={today} onDone={setSaid} />
        </section>
        <section className="stack-tight">
          <h3>{t("next")}</h3>
          <NextSteps procedure={procedure} today={today} onDone={setSaid} />
        </section>
      </div>
    </section>
  );
}

type Props = {
  readonly procedure: Procedure;
  readonly kinds: ProcedureList["kinds"];
  readonly deadlines: readonly Deadline[];
  readonly today: string;
};
