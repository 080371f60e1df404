import { Button } from "antd";
import { useState } from "react";
import { CheckResult, type EvidenceReference, RecommendationAction } from "#recommendations/recommendation-event.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { draftText } from "#web/recommendations/draft.text.ts";
import { EvidenceFields } from "#web/recommendations/evidence-fields.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";
import { useKeepRecommendations } from "#web/recommendations/use-recommendations.ts";

type Props = {
  readonly caseId: string;
  readonly one: Recommendation;
  readonly measure: Recommendation["measures"][number];
  readonly onDone: () => void;
};

/** Records what a check of one measure found; where the test has a limit the count is asked for, and its reading is suggested. */
export function CheckForm({ caseId, one, measure, onDone }: Props) {
  const t = useText(recommendationsText);
  const d = useText(draftText);
  const [on, setOn] = useState(() => dayOf(new Date()));
  const [result, setResult] = useState<CheckResult | null>(null);
  const [found, setFound] = useState("");
  const [sample, setSample] = useState("");
  const [count, setCount] = useState("");
  const [evidence, setEvidence] = useState<readonly EvidenceReference[]>([]);
  const requestId = useRequestId();
  const { act } = useKeepRecommendations(caseId);
  const { limit } = measure.test;
  const counted = sample === "" || count === "" ? null : { sample: Number(sample), count: Number(count) };
  const reading = limit === null || counted === null ? null : counted.sample >= limit.sample && counted.count <= limit.atMost;
  const parsed = RecommendationAction.safeParse({ type: "check", measureId: measure.id, on, result, found, evidence, counted });
  return (
    <form
      className="recommendation-form stack-tight no-print"
      aria-label={t("check")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!parsed.success) return;
        const body = { id: one.id, requestId: requestId.current(), expectedVersion: one.version, action: parsed.data };
        act.mutate(body, { onSuccess: onDone, onError: () => requestId.renew() });
      }}
    >
      <Labelled label={d("checkedOn")}>
        <input className="field" type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
      </Labelled>
      {limit === null ? null : (
        <div className="field-row">
          <Labelled label={d("sampleFound")} reason={t("limitSaid", limit)}>
            <input
              className="field"
              inputMode="numeric"
              pattern="[0-9]{1,8}"
              value={sample}
              onChange={(event) => setSample(event.target.value)}
              data-testid="check-sample"
            />
          </Labelled>
          <Labelled label={d("countFound", { what: limit.what })}>
            <input
              className="field"
              inputMode="numeric"
              pattern="[0-9]{1,8}"
              value={count}
              onChange={(event) => setCount(event.target.value)}
              data-testid="check-count"
            />
          </Labelled>
          {reading === null ? null : (
            <p className="check-suggestion small" data-testid="check-suggestion">
              {d(reading ? "suggestMet" : "suggestNotMet")}
            </p>
          )}
        </div>
      )}
      <fieldset>
        <legend className="labelled-name">{d("result")}</legend>
        <div className="line">
          {CheckResult.options.map((option) => (
            <label key={option} className="check-line">
              <input
                type="radio"
                name={`result-${measure.id}`}
                required
                checked={result === option}
                onChange={() => setResult(option)}
                data-testid={`check-${option}`}
              />
              {t(option)}
            </label>
          ))}
        </div>
      </fieldset>
      <Labelled label={d("found")}>
        <textarea
          className="field"
          rows={2}
          required
          maxLength={2000}
          value={found}
          onChange={(event) => setFound(event.target.value)}
          data-testid="check-found"
        />
      </Labelled>
      <EvidenceFields caseId={caseId} label={d("evidenceAfter")} value={evidence} onChange={setEvidence} />
      <InlineProblem error={act.error} />
      <div className="line">
        <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="check-save">
          {t("check")}
        </Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
