import { Button } from "antd";
import { useState } from "react";
import type { MeasureCheck, Recommendation } from "#recommendations/recommendations.contract.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useSigns, useText } from "#web/design/text/language.tsx";
import { CheckForm } from "#web/recommendations/check-form.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";

const TONES = { met: "good", partly: "warn", "not-met": "bad", unchecked: "unknown" } as const satisfies Record<string, Tone>;

/** 建议事项 each measure with its problem before, its test, and what the checks found after; the check is recorded where the test stands. */
export function MeasuresView({ caseId, one }: { readonly caseId: string; readonly one: Recommendation }) {
  const t = useText(recommendationsText);
  if (one.measures.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t("measures")}</h2>
      <ol className="measure-list">
        {one.measures.map((measure) => (
          <li key={measure.id} data-testid="measure">
            <MeasureItem caseId={caseId} one={one} measure={measure} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type ItemProps = { readonly caseId: string; readonly one: Recommendation; readonly measure: Recommendation["measures"][number] };

function MeasureItem({ caseId, one, measure }: ItemProps) {
  const t = useText(recommendationsText);
  const signs = useSigns();
  const [checking, setChecking] = useState(false);
  const finding = one.content.findings.find(({ id }) => id === measure.findingId);
  const checks = [...measure.checks].sort((a, b) => (a.on === b.on ? b.at.localeCompare(a.at) : b.on.localeCompare(a.on)));
  const standing = checks[0]?.result ?? "unchecked";
  const { limit } = measure.test;
  return (
    <div className="stack-tight">
      <div className="line">
        <strong>{measure.text}</strong>
        <Mark tone={TONES[standing]} testId="measure-standing">
          {t(standing)}
        </Mark>
        {measure.nextRecheck === null ? null : (
          <span className="small">
            {t("nextRecheck")} <Day day={measure.nextRecheck} />
          </span>
        )}
      </div>
      <div className="measure-grid">
        <dl className="facts small">
          <dt>{t("before")}</dt>
          <dd>
            {finding?.problem ?? "—"}
            {(finding?.evidence ?? []).map(({ label, place }) => (
              <span key={`${label} ${place}`} className="quiet" style={{ display: "block" }}>
                {label}
                {place === "" ? "" : signs.aside(place)}
              </span>
            ))}
          </dd>
          <dt>{t("law")}</dt>
          <dd>{finding === undefined || finding.law.length === 0 ? "—" : finding.law.join("；")}</dd>
        </dl>
        <dl className="facts small">
          <dt>{t("test")}</dt>
          <dd>
            {measure.test.shows}
            {limit === null ? null : <strong style={{ display: "block" }}>{t("limitSaid", limit)}</strong>}
          </dd>
          <dt>{t("method")}</dt>
          <dd>{measure.test.method}</dd>
          <dt>{t("by")}</dt>
          <dd>
            <Day day={measure.test.by} distance={standing !== "met"} />
          </dd>
        </dl>
      </div>
      {one.status === "drafting" || one.status === "approved" ? null : (
        <div className="stack-tight">
          <span className="quiet small">{checks.length === 0 ? t("noChecks") : t("after")}</span>
          {checks.map((check) => (
            <CheckLine key={`${check.on} ${check.at}`} check={check} />
          ))}
        </div>
      )}
      {one.can.includes("check") && !checking ? (
        <div className="no-print">
          <Button size="small" onClick={() => setChecking(true)} data-testid="measure-check">
            {t("check")}
          </Button>
        </div>
      ) : null}
      {checking ? <CheckForm caseId={caseId} one={one} measure={measure} onDone={() => setChecking(false)} /> : null}
    </div>
  );
}

function CheckLine({ check }: { readonly check: MeasureCheck }) {
  const t = useText(recommendationsText);
  const signs = useSigns();
  return (
    <div className={`measure-check measure-check-${check.result} small`}>
      <span className="line">
        <strong>{t(check.result)}</strong>
        <Day day={check.on} distance={false} />
        {check.counted === null ? null : <span>{t("countedSaid", check.counted)}</span>}
        <span className="quiet">{check.by}</span>
      </span>
      <span className="break">{check.found}</span>
      {check.evidence.map(({ label, place }) => (
        <span key={`${label} ${place}`} className="quiet" style={{ display: "block" }}>
          {label}
          {place === "" ? "" : signs.aside(place)}
        </span>
      ))}
    </div>
  );
}
