import { Button } from "antd";
import { useState } from "react";
import type { NextStep, Procedure } from "#procedures/procedures.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { beginDraft, readDraft, StepDraft } from "#web/procedures/step-draft.ts";
import { StepFields } from "#web/procedures/step-fields.tsx";
import { useActOnProcedure } from "#web/procedures/use-procedures.ts";
import { commonText } from "#web/words/common.text.ts";

/** The form of one step: its day, what the table asks, a note. The draft stays in this window; clocks that still run are asked about once. */
export function StepForm({ procedure, step, today, onDone, onCancel }: Props) {
  const t = useText(proceduresText);
  const c = useText(commonText);
  const words = useWords();
  const requestId = useRequestId();
  const act = useActOnProcedure(procedure.caseId);
  const { form, change, forget, kept } = useDraft(
    `draft-step-${procedure.id}-${step.id}`,
    beginDraft(step.fields, today),
    (stored) => StepDraft.safeParse(stored).data ?? null,
  );
  const [shown, setShown] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const { values, problems } = readDraft(step.fields, form);
  const range = { since: procedure.since, today };
  const dayProblem = form.on < procedure.since || form.on > today ? t("dayWrong", range) : null;
  const kind = act.error === null ? null : failureOf(act.error).kind;
  const submit = () => {
    setShown(true);
    if (problems.size > 0 || dayProblem !== null) return;
    const note = form.note.trim() === "" ? null : form.note.trim();
    // The step may be gone from the page when the answer is here: what follows hangs on the answer, not on this form.
    const answer = act.mutateAsync({
      id: procedure.id,
      requestId: requestId.current(),
      expectedVersion: procedure.version,
      action: { type: "take-step", step: step.id, on: form.on, fields: values, note, closeWithOpenClocks: confirmed },
    });
    void answer.then(
      () => {
        forget();
        onDone(t("done", { step: words(step.name), on: form.on }));
      },
      // the refusal stands in the form, from `act.error`
      () => undefined,
    );
  };
  return (
    <form
      className="stack-tight track-form"
      aria-label={t("takeStep", { step: words(step.name) })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      data-testid="step-form"
    >
      <Labelled label={t("on")} reason={t("onReason", range)} error={shown ? dayProblem : null}>
        <input
          className="field"
          type="date"
          min={procedure.since}
          max={today}
          value={form.on}
          onChange={(event) => change({ ...form, on: event.target.value })}
          data-testid="step-on"
        />
      </Labelled>
      <StepFields fields={step.fields} draft={form} problems={problems} shown={shown} onChange={change} caseId={procedure.caseId} />
      <Labelled label={t("note")}>
        <textarea
          className="field step-text"
          rows={1}
          maxLength={2000}
          value={form.note}
          onChange={(event) => change({ ...form, note: event.target.value })}
          data-testid="step-note"
        />
      </Labelled>
      <InlineProblem error={act.error} testId="step-problem" />
      {kind === "stale-version" ? <p className="small">{t("stale")}</p> : null}
      {kind === "needs-confirmation" || confirmed ? (
        <label className="line">
          <input
            type="checkbox"
            checked={confirmed}
            onChange={(event) => setConfirmed(event.target.checked)}
            data-testid="step-confirm-clocks"
          />
          {t("confirmClocks")}
        </label>
      ) : null}
      <div className="line">
        <Button
          type="primary"
          htmlType="submit"
          loading={act.isPending}
          disabled={kind === "needs-confirmation" && !confirmed}
          data-testid="step-submit"
        >
          {t("record")}
        </Button>
        <Button onClick={onCancel}>{c("cancel")}</Button>
        {kept ? <span className="quiet small">{t("draftKept")}</span> : null}
      </div>
    </form>
  );
}

type Props = {
  readonly procedure: Procedure;
  readonly step: NextStep;
  readonly today: string;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
};
