import { Button } from "antd";
import { useState } from "react";
import type { Procedure, TakenStep } from "#procedures/procedures.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { beginDraft, readDraft } from "#web/procedures/step-draft.ts";
import { StepFields } from "#web/procedures/step-fields.tsx";
import { useActOnProcedure } from "#web/procedures/use-procedures.ts";
import { commonText } from "#web/words/common.text.ts";

/** Corrects the day or the answers of a step that was recorded, with the reason; it stays between its neighbours. */
export function CorrectForm({ procedure, step, today, onDone, onCancel }: Props) {
  const t = useText(proceduresText);
  const c = useText(commonText);
  const words = useWords();
  const requestId = useRequestId();
  const act = useActOnProcedure(procedure.caseId);
  const [draft, setDraft] = useState(() => beginDraft(step.asks, step.on, step.fields));
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const range = {
    since: procedure.steps[step.number - 2]?.on ?? procedure.openedOn,
    today: procedure.steps[step.number]?.on ?? today,
  };
  const { values, problems } = readDraft(step.asks, draft);
  const dayProblem = draft.on < range.since || draft.on > range.today ? t("dayWrong", range) : null;
  const reasonProblem = reason.trim() === "" ? t("fieldMissing", { name: t("correctReason") }) : null;
  const submit = () => {
    setShown(true);
    if (problems.size > 0 || dayProblem !== null || reasonProblem !== null) return;
    const answer = act.mutateAsync({
      id: procedure.id,
      requestId: requestId.current(),
      expectedVersion: procedure.version,
      action: { type: "correct-step", step: step.number, on: draft.on, fields: values, reason: reason.trim() },
    });
    // as in the form of a step: what follows hangs on the answer, and the refusal stands in the form
    void answer.then(
      () => onDone(t("done", { step: `${t("correctStep")} ${words(step.name)}`, on: draft.on })),
      () => undefined,
    );
  };
  return (
    <form
      className="stack-tight track-form"
      aria-label={t("correctTitle", { n: step.number, step: words(step.name) })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      data-testid="correct-form"
    >
      <p className="quiet small">{t("correctHelp")}</p>
      <Labelled label={t("on")} reason={t("onReason", range)} error={shown ? dayProblem : null}>
        <input
          className="field"
          type="date"
          min={range.since}
          max={range.today}
          value={draft.on}
          onChange={(event) => setDraft({ ...draft, on: event.target.value })}
          data-testid="correct-on"
        />
      </Labelled>
      <StepFields fields={step.asks} draft={draft} problems={problems} shown={shown} onChange={setDraft} />
      <Labelled label={`${t("correctReason")} (${c("required")})`} error={shown ? reasonProblem : null}>
        <input
          className="field"
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          data-testid="correct-reason"
        />
      </Labelled>
      <InlineProblem error={act.error} />
      {act.error !== null && failureOf(act.error).kind === "stale-version" ? <p className="small">{t("stale")}</p> : null}
      <div className="line">
        <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="correct-submit">
          {t("saveCorrection")}
        </Button>
        <Button onClick={onCancel}>{c("cancel")}</Button>
      </div>
    </form>
  );
}

type Props = {
  readonly procedure: Procedure;
  readonly step: TakenStep;
  readonly today: string;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
};
