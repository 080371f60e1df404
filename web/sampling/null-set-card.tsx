import { Button } from "antd";
import { useState } from "react";
import type { CaseNullSet } from "#sampling/sampling.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { NullLinesPanel } from "#web/sampling/null-lines.panel.tsx";
import { nullSetText } from "#web/sampling/null-set.text.ts";

/** Cut, never rounded up: a recall of 99.999 % may not read as 100 %. */
const percentAtLeast = (share: number) => `${(Math.floor(share * 1e4) / 100).toFixed(2)} %`;
const percentAtMost = (share: number) => `${(Math.ceil(share * 1e4) / 100).toFixed(2)} %`;

/** One drawn sample: being drawn, failed, or its lines to look at and what follows from them. */
export function NullSetCard({
  caseId,
  nullSet,
  mayCheck,
}: {
  readonly caseId: string;
  readonly nullSet: CaseNullSet;
  readonly mayCheck: boolean;
}) {
  const t = useText(nullSetText);
  const words = useWords();
  const [checking, setChecking] = useState(false);
  const { sample, recall, status, problem } = nullSet;
  return (
    <article className="null-set stack-tight" data-testid="null-set" data-status={status}>
      <div className="line between">
        <h3 className="figure">
          {sample === null
            ? t(status === "failed" ? "failed" : "title")
            : t("card", { drawn: formatNumber(sample.lines.length), population: formatNumber(sample.population) })}
        </h3>
        <span className="quiet small">
          {t("by", { by: nullSet.requestedBy, at: formatMoment(nullSet.requestedAt), seed: nullSet.seed })}
        </span>
      </div>
      {status === "waiting" ? <p role="status">{t("waiting")}</p> : null}
      {problem === null ? null : (
        <p className="line">
          <Mark tone="bad">{t("failed")}</Mark> {words(problem)}
        </p>
      )}
      {sample === null || recall === null ? null : (
        <>
          <p className="quiet small figure">
            {t("withFindings", { n: formatNumber(sample.withFindings) })}
            {sample.ifNoneMissed === null || recall.missedInAll !== null
              ? null
              : ` · ${t("ifNone", { most: formatNumber(sample.ifNoneMissed.most), share: percentAtMost(sample.ifNoneMissed.share) })}`}
          </p>
          {sample.lines.length === 0 ? <p>{t("empty")}</p> : null}
          <p className="figure">
            {t("tally", {
              missed: formatNumber(recall.missed),
              clear: formatNumber(recall.clear),
              unclear: formatNumber(recall.unclear),
              unchecked: formatNumber(recall.unchecked),
            })}
            {nullSet.checkedBy === null ? null : <span className="quiet small"> · {t("checkedBy", { by: nullSet.checkedBy })}</span>}
          </p>
          {recall.missedInAll === null ? null : (
            <div className="null-set-figures" data-testid="null-set-recall">
              <div>
                <span className="quiet small">{t("recall")}</span>
                <strong className="figure">{recall.recallAtLeast === null ? "—" : percentAtLeast(recall.recallAtLeast)}</strong>
              </div>
              <div>
                <span className="quiet small">{t("missedInAll")}</span>
                <strong className="figure">
                  {t("range", { least: formatNumber(recall.missedInAll.least), most: formatNumber(recall.missedInAll.most) })}
                </strong>
              </div>
            </div>
          )}
          <p className="small">{words(recall.sentence)}</p>
          {sample.notSampled.length === 0 ? null : (
            <details>
              <summary className="small">{t("notSampled", { n: formatNumber(sample.notSampled.length) })}</summary>
              <ul className="small">
                {sample.notSampled.slice(0, 200).map(({ path, sentence }) => (
                  <li key={path}>
                    <span className="mono break">{path}</span> <span className="quiet">{words(sentence)}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {mayCheck && sample.lines.length > 0 ? (
            <div>
              <Button onClick={() => setChecking(!checking)} aria-expanded={checking} data-testid="null-set-check">
                {t(checking ? "hide" : "check")}
              </Button>
            </div>
          ) : null}
          {checking ? <NullLinesPanel key={nullSet.version} caseId={caseId} nullSet={nullSet} lines={sample.lines} /> : null}
        </>
      )}
    </article>
  );
}
