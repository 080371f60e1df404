import { Button } from "antd";
import type { Measure } from "#recommendations/recommendation-event.contract.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText } from "#web/design/text/language.tsx";
import { draftText } from "#web/recommendations/draft.text.ts";

type Props = {
  readonly number: number;
  readonly value: Measure;
  readonly onChange: (value: Measure) => void;
  readonly onRemove: () => void;
};

/** One measure with its acceptance test and the days it is looked at again. */
export function MeasureFields({ number, value, onChange, onRemove }: Props) {
  const t = useText(draftText);
  const { test } = value;
  const setTest = (change: Partial<Measure["test"]>) => onChange({ ...value, test: { ...test, ...change } });
  const setLimit = (change: object) => setTest({ limit: { what: "", sample: 1, atMost: 0, ...test.limit, ...change } });
  const setRecheck = (at: number, day: string) =>
    onChange({ ...value, rechecks: value.rechecks.map((one, other) => (other === at ? day : one)) });
  return (
    <div className="finding-measure stack-tight">
      <div className="line between">
        <strong className="small">{t("measure", { n: number })}</strong>
        <Button type="text" size="small" onClick={onRemove}>
          {t("remove")}
        </Button>
      </div>
      <Labelled label={t("measureText")}>
        <textarea
          className="field"
          rows={1}
          maxLength={2000}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
          data-testid="measure-text"
        />
      </Labelled>
      <Labelled label={t("shows")}>
        <input
          className="field"
          maxLength={2000}
          value={test.shows}
          onChange={(event) => setTest({ shows: event.target.value })}
          data-testid="measure-shows"
        />
      </Labelled>
      <div className="field-row">
        <Labelled label={t("method")}>
          <input
            className="field"
            maxLength={2000}
            value={test.method}
            onChange={(event) => setTest({ method: event.target.value })}
            data-testid="measure-method"
          />
        </Labelled>
        <Labelled label={t("by")}>
          <input
            className="field"
            type="date"
            value={test.by}
            onChange={(event) => setTest({ by: event.target.value })}
            data-testid="measure-by"
          />
        </Labelled>
      </div>
      <label className="check-line">
        <input
          type="checkbox"
          checked={test.limit !== null}
          onChange={(event) => (event.target.checked ? setLimit({}) : setTest({ limit: null }))}
          data-testid="measure-limit"
        />
        {t("limit")}
      </label>
      {test.limit === null ? null : (
        <div className="field-row">
          <Labelled label={t("limitWhat")}>
            <input
              className="field"
              maxLength={200}
              value={test.limit.what}
              onChange={(event) => setLimit({ what: event.target.value })}
              data-testid="measure-what"
            />
          </Labelled>
          <Labelled label={t("limitSample")}>
            <input
              className="field"
              type="number"
              min={1}
              value={test.limit.sample}
              onChange={(event) => setLimit({ sample: Number(event.target.value) })}
              data-testid="measure-sample"
            />
          </Labelled>
          <Labelled label={t("limitAtMost")}>
            <input
              className="field"
              type="number"
              min={0}
              value={test.limit.atMost}
              onChange={(event) => setLimit({ atMost: Number(event.target.value) })}
              data-testid="measure-at-most"
            />
          </Labelled>
        </div>
      )}
      <fieldset>
        <legend className="labelled-name">{t("rechecks")}</legend>
        <div className="line">
          {value.rechecks.map((day, at) => (
            <input
              // biome-ignore lint/suspicious/noArrayIndexKey: days are edited in place
              key={at}
              className="field"
              type="date"
              aria-label={`${t("rechecks")} ${at + 1}`}
              value={day}
              onChange={(event) => setRecheck(at, event.target.value)}
              data-testid="measure-recheck"
            />
          ))}
          <Button size="small" onClick={() => onChange({ ...value, rechecks: [...value.rechecks, ""] })} data-testid="recheck-add">
            {t("addRecheck")}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
