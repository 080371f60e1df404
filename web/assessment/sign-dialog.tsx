import { Button, Modal } from "antd";
import { useState } from "react";
import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { ProofNotice } from "#web/assessment/sources/proof-notice.tsx";
import { SourceTallyLine } from "#web/assessment/sources/source-tally.tsx";
import { useAssessmentTree } from "#web/assessment/tree/use-assessment-tree.ts";
import { useSignAssessment } from "#web/assessment/use-sign-assessment.ts";
import { BandBadge } from "#web/design/band/band-badge.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

/** The band is read once more before a person signs it with a note. */
export function SignDialog({
  caseId,
  assessment,
  onClose,
  onSigned,
}: {
  readonly caseId: string;
  readonly assessment: CaseAssessment;
  readonly onClose: () => void;
  readonly onSigned: () => void;
}) {
  const t = useText(assessmentText);
  const c = useText(commonText);
  const sign = useSignAssessment(caseId);
  const tree = useAssessmentTree(caseId, assessment.id);
  const requestId = useRequestId();
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const late = sign.isError && failureOf(sign.error).kind === "already-signed";
  return (
    <Modal open title={t("signTitle")} onCancel={onClose} footer={null} width={520}>
      <form
        className="stack"
        data-testid="sign-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (note.trim() === "") return;
          sign.mutate(
            {
              assessmentId: assessment.id,
              body: { requestId: requestId.current(), expectedVersion: assessment.version, note: note.trim() },
            },
            { onSuccess: onSigned },
          );
        }}
      >
        <p>{t("signBody")}</p>
        <BandBadge band={assessment.answer.band} atMost={assessment.answer.bandAtMost} />
        {tree.data?.counts.map(({ countId, proof }) => (
          <ProofNotice key={countId} proof={proof} />
        ))}
        <SourceTallyLine facts={assessment.facts} sources={assessment.sources} />
        <Labelled label={t("note")} reason={t("noteReason")} error={tried && note.trim() === "" ? t("noteMissing") : null}>
          <textarea
            className="field"
            rows={4}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            data-testid="sign-note"
          />
        </Labelled>
        <InlineProblem error={sign.error} testId="sign-problem" />
        {late ? <p className="quiet">{t("alreadySigned")}</p> : null}
        <div className="line">
          {late ? null : (
            <Button type="primary" htmlType="submit" loading={sign.isPending} data-testid="sign-submit">
              {t("sign")}
            </Button>
          )}
          <Button onClick={onClose}>{late ? c("close") : c("cancel")}</Button>
        </div>
      </form>
    </Modal>
  );
}
