import { Button } from "antd";
import { useState } from "react";
import type { Party } from "#cases/cases.contract.ts";
import { MEASURE_WORDS } from "#measures/measure-words.data.ts";
import { type Measure, MeasureChange, MeasureKind } from "#measures/measures.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { measuresText } from "#web/measures/measures.text.ts";
import { useKeepMeasures } from "#web/measures/use-measures.ts";

type Kind = MeasureChange["type"];
const HOW = ["released", "changed", "lifted"] as const;

/** Ends a measure by its document, corrects its record or declares it void with the reason. */
export function MeasureChangeForm({ caseId, measure, suspects }: Props) {
  const t = useText(measuresText);
  const words = useWords();
  const requestId = useRequestId();
  const { change } = useKeepMeasures(caseId);
  const { state, id, version } = measure;
  const [kind, setKind] = useState<Kind | null>(null);
  const [partyId, setPartyId] = useState(state.partyId);
  const [measureKind, setMeasureKind] = useState<string>(state.kind);
  const [day, setDay] = useState(state.from);
  const [document, setDocument] = useState(state.document);
  const [how, setHow] = useState<string>("changed");
  const [reason, setReason] = useState("");
  const choose = (one: Kind) => {
    setKind(kind === one ? null : one);
    setDay(one === "end" ? dayOf(new Date()) : state.from);
    setDocument(one === "end" ? "" : state.document);
    change.reset();
  };
  return (
    <div className="stack-tight no-print">
      <div className="line">
        {(state.until === null ? (["end", "correct", "void"] as const) : (["correct", "void"] as const)).map((one) => (
          <Button key={one} size="small" aria-pressed={kind === one} onClick={() => choose(one)} data-testid={`measure-${one}`}>
            {t(one)}
          </Button>
        ))}
      </div>
      {kind === null ? null : (
        <form
          className="stack-tight deadline-form"
          onSubmit={(event) => {
            event.preventDefault();
            const { place, until } = state;
            const what = MeasureChange.parse(
              kind === "end"
                ? { type: kind, until: day, how, document }
                : kind === "void"
                  ? { type: kind, reason }
                  : { type: kind, partyId, kind: measureKind, from: day, document, place, until, reason },
            );
            change.mutate(
              { id, requestId: requestId.current(), expectedVersion: version, change: what },
              {
                onSuccess: () => {
                  requestId.renew();
                  setKind(null);
                },
              },
            );
          }}
        >
          {kind === "correct" ? (
            <>
              <Choice
                showLabel
                label={t("person")}
                value={partyId}
                onChange={setPartyId}
                options={suspects.map((one) => [one.id, one.name])}
              />
              <Choice
                showLabel
                label={t("kind")}
                value={measureKind}
                onChange={setMeasureKind}
                options={MeasureKind.options.map((one) => [one, words(MEASURE_WORDS[one])])}
              />
            </>
          ) : null}
          {kind === "end" ? (
            <Choice
              showLabel
              label={t("how")}
              value={how}
              onChange={setHow}
              options={HOW.map((one) => [one, t(one)])}
              testId="measure-how"
            />
          ) : null}
          {kind === "void" ? null : (
            <>
              <Labelled label={kind === "end" ? t("until") : t("from")}>
                <input
                  className="field"
                  type="date"
                  required
                  value={day}
                  onChange={(event) => setDay(event.target.value)}
                  data-testid="measure-day"
                />
              </Labelled>
              <Labelled label={t("document")} reason={t("documentWhy")}>
                <input
                  className="field"
                  required
                  maxLength={200}
                  value={document}
                  onChange={(event) => setDocument(event.target.value)}
                  data-testid="measure-end-document"
                />
              </Labelled>
            </>
          )}
          {kind === "end" ? null : (
            <Labelled label={t("reason")}>
              <input
                className="field"
                required
                maxLength={400}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                data-testid="measure-reason"
              />
            </Labelled>
          )}
          <InlineProblem error={change.error} />
          <div>
            <Button type="primary" size="small" htmlType="submit" loading={change.isPending} data-testid="measure-change">
              {t("save")}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

type Props = { readonly caseId: string; readonly measure: Measure; readonly suspects: readonly Party[] };
