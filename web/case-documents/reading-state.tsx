import { Button } from "antd";
import type { CaseDocument } from "#case-documents/case-documents.contract.ts";
import { STATUS_NAMES } from "#case-documents/reading.ts";
import { isMoving } from "#web/app/use-progress.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { useChangeReading, useReading } from "#web/case-documents/use-documents.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** How a state of a reading is shown. */
export const READING_TONES = {
  waiting: "plain",
  running: "accent",
  cancelling: "warn",
  cancelled: "quiet",
  failed: "bad",
  done: "good",
} as const satisfies Record<CaseDocument["reading"]["status"], Tone>;

/** Where the newest reading stands: moving with its step, failed with the sentence why, and what may be done about it. */
export function ReadingState({ document, mayRead }: { readonly document: CaseDocument; readonly mayRead: boolean }) {
  const t = useText(documentsText);
  const words = useWords();
  const reading = useReading(document);
  const change = useChangeReading(document.id, document.caseId);
  const { step, done, total } = reading.progress;
  const moving = isMoving(reading.status);
  return (
    <div className="stack-tight" data-testid="reading-state" data-status={reading.status}>
      <span className="line">
        <Mark tone={READING_TONES[reading.status]}>{words(STATUS_NAMES[reading.status])}</Mark>
        {moving ? (
          <span className="small" role="status">
            {t(`step_${step}`)} {step === "opening" && total !== null ? t("pagesDone", { done, total }) : ""}
          </span>
        ) : null}
        {mayRead && (reading.status === "waiting" || reading.status === "running") ? (
          <Button size="small" onClick={() => change.mutate("cancellation")} loading={change.isPending} data-testid="cancel-reading">
            {t("cancelReading")}
          </Button>
        ) : null}
        {mayRead && !moving ? (
          <Button size="small" onClick={() => change.mutate("readings")} loading={change.isPending} data-testid="read-again">
            {t("readAgain")}
          </Button>
        ) : null}
      </span>
      {moving && total !== null ? <Bar label={t("step_opening")} done={done} total={total} /> : null}
      {reading.problem === null ? null : (
        <span className="bad small" data-testid="reading-problem">
          {words(reading.problem)}
        </span>
      )}
      <InlineProblem error={change.error} />
    </div>
  );
}
