import { Button } from "antd";
import { useState } from "react";
import { KINDS, LOOKALIKES } from "#scan/kinds.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { useCorrect } from "#web/ledgers/use-corrections.ts";
import { wordsOfKind } from "#web/words/words.text.ts";

/** Says what a column of a shape holds, with the reason; it serves all tables of the shape with the next count. */
export function CorrectionForm({
  caseId,
  countId,
  shape,
  column,
  kind,
  onDone,
}: {
  readonly caseId: string;
  readonly countId: string;
  readonly shape: string;
  readonly column: number;
  readonly kind: string | null;
  readonly onDone: () => void;
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const [chosen, setChosen] = useState(kind ?? "");
  const [reason, setReason] = useState("");
  const requestId = useRequestId();
  const { add } = useCorrect(caseId);
  const kinds = [...Object.keys(KINDS), ...Object.keys(LOOKALIKES)];
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        const correction = { type: "column", shape, column, kind: chosen === "" ? null : chosen, reason };
        add.mutate({ requestId: requestId.current(), countId, correction }, { onSuccess: onDone });
      }}
    >
      <Choice
        showLabel
        label={t("meaning")}
        value={chosen}
        onChange={setChosen}
        options={[["", t("noMeaning")], ...kinds.map((one): [string, string] => [one, words(wordsOfKind(one))])]}
        testId="correction-kind"
      />
      <Labelled label={t("correctionReason")} reason={t("correctionWhy")}>
        <input className="field" required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Labelled>
      <InlineProblem error={add.error} />
      <div>
        <Button
          htmlType="submit"
          type="primary"
          size="small"
          loading={add.isPending}
          disabled={chosen === (kind ?? "") || reason.trim() === ""}
          data-testid="correction-save"
        >
          {t("correct")}
        </Button>
      </div>
    </form>
  );
}
