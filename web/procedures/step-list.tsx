import { Button } from "antd";
import { useState } from "react";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import type { Procedure, TakenStep } from "#procedures/procedures.contract.ts";
import { formatDay, formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { CorrectForm } from "#web/procedures/correct-form.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { tellAnswers } from "#web/procedures/tell-answer.ts";

/** 已办步骤 what a person recorded, the last on top: day, answers, by whom, the clocks it started, and what was corrected. */
export function StepList({ procedure, deadlines, today, onDone }: Props) {
  const t = useText(proceduresText);
  const [correcting, setCorrecting] = useState<number | null>(null);
  if (procedure.steps.length === 0) return <p className="quiet">{t("noSteps")}</p>;
  return (
    <ol className="taken-steps">
      {procedure.steps.toReversed().map((step) => (
        <li key={step.number} className="taken-step" data-testid="taken-step" data-step={step.step}>
          <Taken step={step} deadlines={deadlines} />
          {procedure.can.correct && correcting !== step.number ? (
            <div className="no-print">
              <Button size="small" type="text" onClick={() => setCorrecting(step.number)} data-testid="step-correct">
                {t("correctStep")}
              </Button>
            </div>
          ) : null}
          {correcting === step.number ? (
            <CorrectForm
              procedure={procedure}
              step={step}
              today={today}
              onDone={(said) => {
                // The answer may come when another step is being corrected: only this one's form is closed.
                setCorrecting((now) => (now === step.number ? null : now));
                onDone(said);
              }}
              onCancel={() => setCorrecting(null)}
            />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Taken({ step, deadlines }: { readonly step: TakenStep; readonly deadlines: readonly Deadline[] }) {
  const t = useText(proceduresText);
  const words = useWords();
  const { language } = useLanguage();
  const { number, name, on, asks, fields, note, by, at, corrected, clocks } = step;
  return (
    <>
      <div className="line between">
        <strong>
          <span className="quiet figure">{number}.</span> {words(name)}
        </strong>
        <span className="figure nowrap">{formatDay(on, language)}</span>
      </div>
      <dl className="facts small">
        {tellAnswers(asks, fields, language).map((one) => (
          <div key={one.name} style={{ display: "contents" }}>
            <dt>{one.name}</dt>
            <dd>{one.answer}</dd>
          </div>
        ))}
        {note === null ? null : (
          <div style={{ display: "contents" }}>
            <dt>{t("note")}</dt>
            <dd>{note}</dd>
          </div>
        )}
        {clocks.length === 0 ? null : (
          <div style={{ display: "contents" }}>
            <dt>{t("clocksStarted")}</dt>
            <dd>
              {clocks.map(({ rule, deadlineId }) => {
                const clock = deadlines.find(({ id }) => id === deadlineId);
                return (
                  <div key={deadlineId} data-testid="step-clock" data-rule={rule}>
                    {clock === undefined ? rule : `${words(clock.act)} · ${t("due", { due: formatDay(clock.due, language) })}`}
                  </div>
                );
              })}
            </dd>
          </div>
        )}
      </dl>
      <p className="quiet small">{t("recorded", { name: by, at: formatMoment(at) })}</p>
      {corrected === null ? null : (
        <p className="small">
          <Mark tone="warn">{t("corrected", { from: corrected.from, reason: corrected.reason })}</Mark>
        </p>
      )}
    </>
  );
}

type Props = {
  readonly procedure: Procedure;
  readonly deadlines: readonly Deadline[];
  readonly today: string;
  readonly onDone: (said: string) => void;
};
