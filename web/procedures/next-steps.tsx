import { Button } from "antd";
import { useId, useState } from "react";
import type { NextStep, Procedure } from "#procedures/procedures.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DECIDER_WORDS, proceduresText } from "#web/procedures/procedures.text.ts";
import { StepElsewhere } from "#web/procedures/step-elsewhere.tsx";
import { StepForm } from "#web/procedures/step-form.tsx";

/** What may come next by the table: first what this reader may take now, then what a condition keeps back, then what is for others. Nothing is hidden. */
export function NextSteps({ procedure, today, onDone }: Props) {
  const t = useText(proceduresText);
  const [chosen, setChosen] = useState<string | null>(null);
  const { next } = procedure;
  if (next.length === 0) return <p className="quiet">{t("nothingNext")}</p>;
  const groups = [
    ["nextNow", next.filter(({ may, open }) => may && open.length === 0)],
    ["nextWaits", next.filter(({ may, open }) => may && open.length > 0)],
    ["nextOthers", next.filter(({ may }) => !may)],
  ] as const;
  return groups
    .filter(([, steps]) => steps.length > 0)
    .map(([title, steps]) => (
      <section key={title} className="stack-tight">
        <h4 className="track-group">{t(title)}</h4>
        <ul className="next-steps">
          {steps.map((step) => (
            <Step
              key={step.id}
              procedure={procedure}
              step={step}
              isOpen={chosen === step.id}
              onOpen={() => setChosen(chosen === step.id ? null : step.id)}
              form={
                <StepForm
                  procedure={procedure}
                  step={step}
                  today={today}
                  onDone={(said) => {
                    // The answer may come when the next step's form is already open: only this one's is closed.
                    setChosen((now) => (now === step.id ? null : now));
                    onDone(said);
                  }}
                  onCancel={() => setChosen(null)}
                />
              }
            />
          ))}
        </ul>
      </section>
    ));
}

function Step({ procedure, step, isOpen, onOpen, form }: StepProps) {
  const t = useText(proceduresText);
  const words = useWords();
  const id = useId();
  const { name, meaning, decidedBy, by, cite, unconfirmed, may, open } = step;
  const isFree = may && open.length === 0;
  return (
    <li className="next-step" data-testid="next-step" data-step={step.id}>
      <div className="line between">
        <strong>{words(name)}</strong>
        <Button
          size="small"
          disabled={!isFree}
          aria-expanded={isOpen}
          aria-label={t("takeStep", { step: words(name) })}
          aria-describedby={isFree ? undefined : `${id}-why`}
          onClick={onOpen}
          data-testid="step-take"
        >
          {t("take")}
        </Button>
      </div>
      <p className="small">{words(meaning)}</p>
      {isFree ? null : (
        <div id={`${id}-why`} className="step-open small">
          {open.map(({ sentence, cite: source }) => (
            <p key={sentence.zh}>
              {words(sentence)} <span className="quiet">{source}</span>
            </p>
          ))}
          {may ? null : <p>{t("notYours", { who: words(by) })}</p>}
        </div>
      )}
      <p className="quiet small line">
        <span>{t("decides", { who: words(DECIDER_WORDS[decidedBy]) })}</span>
        {may ? <span>{t("takes", { who: words(by) })}</span> : null}
        <span>{cite.join("；")}</span>
        {unconfirmed ? <Mark tone="warn">{t("unconfirmed")}</Mark> : null}
      </p>
      {may ? <StepElsewhere procedure={procedure} step={step.id} /> : null}
      {isOpen && isFree ? form : null}
    </li>
  );
}

type Props = { readonly procedure: Procedure; readonly today: string; readonly onDone: (said: string) => void };
type StepProps = {
  readonly procedure: Procedure;
  readonly step: NextStep;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly form: React.ReactNode;
};
