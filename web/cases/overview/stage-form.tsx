import { Button } from "antd";
import { useState } from "react";
import { type CaseAction, Stage } from "#cases/cases.contract.ts";
import { caseText } from "#web/cases/case.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import { STAGE_WORDS } from "#web/words/words.text.ts";

/** Moves the case to one of the stages the server allows next. */
export function StageForm({
  nextStages,
  pending,
  asksAboutClocks,
  onMove,
  onCancel,
}: {
  readonly nextStages: readonly Stage[];
  readonly pending: boolean;
  /** the server asked whether clocks may stay open */
  readonly asksAboutClocks: boolean;
  readonly onMove: (action: CaseAction) => void;
  readonly onCancel: () => void;
}) {
  const t = useText(caseText);
  const c = useText(commonText);
  const words = useWords();
  const [chosen, setStage] = useState<string>(nextStages[0] ?? "");
  // Somebody may have moved the case while the form stood open.
  const stage = nextStages.some((next) => next === chosen) ? chosen : (nextStages[0] ?? "");
  const [on, setOn] = useState(() => dayOf(new Date()));
  const [reason, setReason] = useState("");
  const [confirmed, setConfirmed] = useState(false);
  return (
    <form
      className="stack form-inset"
      data-testid="stage-form"
      onSubmit={(event) => {
        event.preventDefault();
        onMove({
          type: "move-stage",
          stage: Stage.parse(stage),
          on,
          reason: reason.trim() === "" ? null : reason.trim(),
          closeWithOpenClocks: confirmed,
        });
      }}
    >
      <div className="line">
        <Choice
          showLabel
          label={t("toStage")}
          value={stage}
          onChange={setStage}
          options={nextStages.map((next) => [next, words(STAGE_WORDS[next])])}
          testId="stage-to"
        />
        <Labelled label={t("on")}>
          <input className="field" type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
        </Labelled>
      </div>
      <Labelled label={t("reason")} reason={t("stageReason")}>
        <textarea
          className="field"
          value={reason}
          maxLength={400}
          onChange={(event) => setReason(event.target.value)}
          data-testid="stage-reason"
        />
      </Labelled>
      {asksAboutClocks || confirmed ? (
        <label className="line">
          <input
            type="checkbox"
            checked={confirmed}
            onChange={(event) => setConfirmed(event.target.checked)}
            data-testid="stage-confirm-clocks"
          />
          {t("confirmClocks")}
        </label>
      ) : null}
      <div className="line">
        <Button type="primary" htmlType="submit" loading={pending} disabled={asksAboutClocks && !confirmed} data-testid="stage-submit">
          {t("move")}
        </Button>
        <Button onClick={onCancel}>{c("cancel")}</Button>
      </div>
    </form>
  );
}
