import { Button } from "antd";
import { useState } from "react";
import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import { AnswerView } from "#web/assessment/answer.view.tsx";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { ProofNotice } from "#web/assessment/sources/proof-notice.tsx";
import { SourceTallyLine } from "#web/assessment/sources/source-tally.tsx";
import { TreeLink } from "#web/assessment/tree/tree-link.tsx";
import { useAssessmentTree } from "#web/assessment/tree/use-assessment-tree.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { BAND_WORDS } from "#web/words/words.text.ts";

/** What was signed stands open, with name and time; earlier drafts are listed and never overwritten. */
export function AssessmentList({
  items,
  mayBegin,
  onBegin,
}: {
  readonly items: readonly CaseAssessment[];
  readonly mayBegin: boolean;
  readonly onBegin: () => void;
}) {
  const t = useText(assessmentText);
  const words = useWords();
  const signed = items.filter((item) => item.status === "signed");
  const [openId, setOpenId] = useState<string | null>(null);
  const opened = items.find((item) => item.id === openId) ?? (mayBegin ? signed[0] : undefined);
  const tree = useAssessmentTree(items[0]?.caseId ?? "", opened?.id ?? null);
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-label={t("earlier")}>
      <div className="line between panel-head">
        <h2>{t(signed.length > 0 ? "signed" : "earlier")}</h2>
        {mayBegin ? (
          <Button onClick={onBegin} data-testid="new-assessment">
            {t("newOne")}
          </Button>
        ) : null}
      </div>
      <ul className="signed-list">
        {items.map((item) => (
          <li key={item.id} className="line between" data-testid={item.status === "signed" ? "signature" : "earlier-draft"}>
            <span className="line">
              {item.status === "signed" ? (
                <Mark tone="accent">{words(BAND_WORDS[item.answer.band])}</Mark>
              ) : (
                <Mark tone="unknown">{t("suggested", { band: words(BAND_WORDS[item.answer.band]) })}</Mark>
              )}
              {item.status === "signed" ? (
                <span>
                  <strong>{item.signature.name}</strong> <span className="figure quiet">{formatMoment(item.signature.at)}</span>{" "}
                  {item.signature.note}
                </span>
              ) : (
                <span className="quiet figure">{t("drafted", { name: item.draftedBy, at: formatMoment(item.draftedAt) })}</span>
              )}
            </span>
            <span className="line">
              <TreeLink assessmentId={item.id} />
              {opened?.id === item.id ? null : (
                <Button size="small" onClick={() => setOpenId(item.id)}>
                  {t("open")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {opened === undefined ? null : (
        <div className="form-inset">
          {tree.data?.counts.map(({ countId, proof }) => (
            <ProofNotice key={countId} proof={proof} />
          ))}
          <SourceTallyLine facts={opened.facts} sources={opened.sources} />
          <AnswerView answer={opened.answer} linkMissing={false} {...(opened.status === "signed" ? { signature: opened.signature } : {})} />
        </div>
      )}
    </section>
  );
}
