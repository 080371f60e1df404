import { Button } from "antd";
import type { Finding, Measure } from "#recommendations/recommendation-event.contract.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText } from "#web/design/text/language.tsx";
import { draftText } from "#web/recommendations/draft.text.ts";
import { emptyMeasure } from "#web/recommendations/draft-mapping.ts";
import { EvidenceFields } from "#web/recommendations/evidence-fields.tsx";
import { MeasureFields } from "#web/recommendations/measure-fields.tsx";

type Props = {
  readonly caseId: string;
  readonly number: number;
  readonly all: readonly Finding[];
  readonly value: Finding;
  readonly onChange: (value: Finding) => void;
  readonly onRemove: () => void;
};

/** One finding in the order of the reasoning: the problem, its evidence, the law, what is to be done. */
export function FindingFields({ caseId, number, all, value, onChange, onRemove }: Props) {
  const t = useText(draftText);
  const change = (id: string, next: Measure) => onChange({ ...value, measures: value.measures.map((one) => (one.id === id ? next : one)) });
  return (
    <div className="finding stack-tight" data-testid="finding">
      <div className="line between">
        <strong>{t("finding", { n: number })}</strong>
        <Button type="text" size="small" onClick={onRemove}>
          {t("remove")}
        </Button>
      </div>
      <Labelled label={t("problem")}>
        <textarea
          className="field"
          rows={2}
          maxLength={2000}
          value={value.problem}
          onChange={(event) => onChange({ ...value, problem: event.target.value })}
          data-testid="finding-problem"
        />
      </Labelled>
      <EvidenceFields
        caseId={caseId}
        label={t("evidence")}
        value={value.evidence}
        onChange={(evidence) => onChange({ ...value, evidence: [...evidence] })}
      />
      <Labelled label={t("law")}>
        <textarea
          className="field"
          rows={2}
          value={value.law.join("\n")}
          onChange={(event) => onChange({ ...value, law: event.target.value === "" ? [] : event.target.value.split("\n") })}
          data-testid="finding-law"
        />
      </Labelled>
      {value.measures.map((measure, at) => (
        <MeasureFields
          key={measure.id}
          number={at + 1}
          value={measure}
          onChange={(next) => change(measure.id, next)}
          onRemove={() => onChange({ ...value, measures: value.measures.filter(({ id }) => id !== measure.id) })}
        />
      ))}
      <div>
        <Button
          size="small"
          onClick={() => onChange({ ...value, measures: [...value.measures, emptyMeasure(all, "")] })}
          data-testid="measure-add"
        >
          {t("addMeasure")}
        </Button>
      </div>
    </div>
  );
}
