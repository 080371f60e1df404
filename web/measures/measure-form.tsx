import { Button } from "antd";
import { useState } from "react";
import type { Party } from "#cases/cases.contract.ts";
import { MEASURE_WORDS } from "#measures/measure-words.data.ts";
import { MeasureKind } from "#measures/measures.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { measuresText } from "#web/measures/measures.text.ts";
import { useKeepMeasures } from "#web/measures/use-measures.ts";

/** Records that a suspect is held or bound: whom, how, since when, by which document. */
export function MeasureForm({ caseId, suspects, onDone }: Props) {
  const t = useText(measuresText);
  const words = useWords();
  const requestId = useRequestId();
  const { record } = useKeepMeasures(caseId);
  const today = dayOf(new Date());
  const [partyId, setPartyId] = useState(suspects[0]?.id ?? "");
  const [kind, setKind] = useState<MeasureKind>("detention");
  const [from, setFrom] = useState(today);
  const [document, setDocument] = useState("");
  const [place, setPlace] = useState("");
  return (
    <form
      className="stack-tight deadline-form"
      onSubmit={(event) => {
        event.preventDefault();
        const state = { partyId, kind, from, document, place: place.trim() === "" ? null : place };
        record.mutate({ requestId: requestId.current(), state }, { onSuccess: onDone });
      }}
    >
      <Choice
        showLabel
        label={t("person")}
        value={partyId}
        onChange={setPartyId}
        options={suspects.map(({ id, name }) => [id, name])}
        testId="measure-person"
      />
      <Choice
        showLabel
        label={t("kind")}
        value={kind}
        onChange={(chosen) => setKind(MeasureKind.parse(chosen))}
        options={MeasureKind.options.map((one) => [one, words(MEASURE_WORDS[one])])}
        testId="measure-kind"
      />
      <Labelled label={t("from")}>
        <input
          className="field"
          type="date"
          required
          max={today}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          data-testid="measure-from"
        />
      </Labelled>
      <Labelled label={t("document")} reason={t("documentWhy")}>
        <input
          className="field"
          required
          maxLength={200}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
          data-testid="measure-document"
        />
      </Labelled>
      <Labelled label={t("place")}>
        <input className="field" maxLength={120} value={place} onChange={(event) => setPlace(event.target.value)} />
      </Labelled>
      <InlineProblem error={record.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={record.isPending} data-testid="measure-save">
          {t("record")}
        </Button>
      </div>
    </form>
  );
}

type Props = { readonly caseId: string; readonly suspects: readonly Party[]; readonly onDone: () => void };
