import { Button } from "antd";
import type { DocumentBatch } from "#case-documents/batches.contract.ts";
import { isMoving } from "#web/app/use-progress.ts";
import { BATCH_STATUS_WORDS } from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { READING_TONES } from "#web/case-documents/reading-state.tsx";
import { useChangeBatch } from "#web/case-documents/use-batches.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** 成批文书 what was attached in bulk: how far it is, how many were entered, and each part that is no document with the sentence why. */
export function BatchList({ batches, mayRead }: { readonly batches: readonly DocumentBatch[]; readonly mayRead: boolean }) {
  const t = useText(documentsText);
  return (
    <section className="panel stack-tight" aria-label={t("batches")} data-testid="batches">
      <h2>{t("batches")}</h2>
      {batches.map((batch) => (
        <OneBatch key={batch.id} batch={batch} mayRead={mayRead} />
      ))}
    </section>
  );
}

function OneBatch({ batch, mayRead }: { readonly batch: DocumentBatch; readonly mayRead: boolean }) {
  const t = useText(documentsText);
  const words = useWords();
  const change = useChangeBatch(batch.id, batch.caseId);
  const { status, done, total, entered, refused, problems } = batch;
  return (
    <article className="stack-tight batch" data-testid="batch" data-status={status}>
      <div className="line">
        <strong className="break">{batch.name}</strong>
        <Mark tone={READING_TONES[status]}>{words(BATCH_STATUS_WORDS[status])}</Mark>
        <span className="figure">{t("batchEntered", { n: formatNumber(entered) })}</span>
        {refused === 0 ? null : <span className="figure warn">{t("batchRefused", { n: formatNumber(refused) })}</span>}
        {mayRead && (status === "waiting" || status === "running") ? (
          <Button size="small" onClick={() => change.mutate("cancellation")} loading={change.isPending} data-testid="batch-cancel">
            {t("cancelReading")}
          </Button>
        ) : null}
        {mayRead && (status === "cancelled" || status === "failed") ? (
          <Button size="small" onClick={() => change.mutate("continuation")} loading={change.isPending} data-testid="batch-resume">
            {t("batchResume")}
          </Button>
        ) : null}
        <span className="quiet small figure">
          {batch.askedBy} {formatMoment(batch.askedAt)}
        </span>
      </div>
      {isMoving(status) && total !== null ? <Bar label={t("batches")} done={done} total={total} /> : null}
      {batch.problem === null ? null : (
        <p className="bad small" data-testid="batch-problem">
          {words(batch.problem)}
        </p>
      )}
      {problems.length === 0 ? null : (
        <details className="small">
          <summary>{t("batchProblems", { n: formatNumber(refused) })}</summary>
          <ul className="batch-problems" data-testid="batch-problems">
            {problems.map(({ part, name, problem }) => (
              <li key={part}>
                <span className="quiet">{name === null ? t("batchLine", { n: formatNumber(part) }) : name}</span> {words(problem)}
              </li>
            ))}
            {refused > problems.length ? <li className="quiet">{t("batchMore", { n: formatNumber(refused - problems.length) })}</li> : null}
          </ul>
        </details>
      )}
      <InlineProblem error={change.error} />
    </article>
  );
}
