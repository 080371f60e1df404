import { Button } from "antd";
import { useState } from "react";
import type { Party } from "#cases/cases.contract.ts";
import { MEASURE_WORDS } from "#measures/measure-words.data.ts";
import type { Measure } from "#measures/measures.contract.ts";
import { formatDay, formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem, Loading } from "#web/design/state/state.tsx";
import { useLanguage, useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { MeasureChangeForm } from "#web/measures/measure-change-form.tsx";
import { MeasureForm } from "#web/measures/measure-form.tsx";
import { measuresText } from "#web/measures/measures.text.ts";
import { useMeasures } from "#web/measures/use-measures.ts";
import "#web/deadlines/deadlines.css";

/** The measures of a case: who is held since when by which document; ended, corrected and void ones stay readable. */
export function MeasuresPanel({ caseId, suspects, mayKeep }: Props) {
  const t = useText(measuresText);
  const measures = useMeasures(caseId);
  const [recording, setRecording] = useState(false);
  return (
    <section className="panel stack-tight" data-testid="case-measures">
      <div className="line between">
        <h2>{t("title")}</h2>
        {mayKeep ? (
          <Button
            size="small"
            className="no-print"
            disabled={suspects.length === 0}
            aria-expanded={recording}
            onClick={() => setRecording(!recording)}
            data-testid="measure-record"
          >
            {t("record")}
          </Button>
        ) : null}
      </div>
      <p className="quiet small">{suspects.length === 0 ? t("noSuspect") : t("why")}</p>
      {measures.isPending ? <Loading /> : null}
      <InlineProblem error={measures.error} />
      {recording ? <MeasureForm caseId={caseId} suspects={suspects} onDone={() => setRecording(false)} /> : null}
      {measures.data?.items.length === 0 ? <p className="quiet">{t("none")}</p> : null}
      <ul className="deadline-list">
        {measures.data?.items.map((measure) => (
          <li key={measure.id} data-testid="case-measure">
            <MeasureLine measure={measure} />
            {mayKeep && !measure.state.isVoid ? <MeasureChangeForm caseId={caseId} measure={measure} suspects={suspects} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function MeasureLine({ measure }: { readonly measure: Measure }) {
  const t = useText(measuresText);
  const signs = useSigns();
  const words = useWords();
  const { language } = useLanguage();
  const { state, person, inForce, limit, reason, changedBy, changedAt, version } = measure;
  return (
    <div className="deadline-line">
      <strong className="figure nowrap">{formatDay(state.from, language)}</strong>
      <span className="line">
        <Mark tone={state.isVoid ? "quiet" : inForce ? "bad" : "good"}>
          {state.isVoid ? t("isVoid") : inForce ? t("inForce") : t("ended")}
        </Mark>
      </span>
      <span>
        {words(MEASURE_WORDS[state.kind])} · {person ?? t("unknownPerson")}
        <span className="small quiet deadline-follows">
          {state.document}
          {state.place === null || state.place === "" ? null : ` · ${state.place}`}
          {inForce ? ` · ${limit === null ? t("byClock") : t("limit", { day: limit })}` : null}
          {state.ended === null || state.until === null
            ? null
            : ` · ${t("until")} ${formatDay(state.until, language)}${signs.aside(signs.list([t(state.ended.how), state.ended.document]))}`}
        </span>
        <span className="small quiet deadline-follows">
          {t("recordedBy", { name: changedBy, at: formatMoment(changedAt) })}
          {version === 1 ? null : ` · ${t("version", { n: version })}`}
          {reason === null ? null : ` · ${reason}`}
        </span>
      </span>
    </div>
  );
}

type Props = { readonly caseId: string; readonly suspects: readonly Party[]; readonly mayKeep: boolean };
