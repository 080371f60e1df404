import { useState } from "react";
import { tellTitle } from "#clues/tell-title.ts";
import { useSettled } from "#web/app/use-settled.ts";
import type { FormProps } from "#web/clues/acts/form-props.ts";
import { ReasonField, SubmitButton } from "#web/clues/acts/reason-form.tsx";
import { ClueStatusMark } from "#web/clues/clue-status.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { useClues } from "#web/clues/use-clues.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Another open clue, found by its title; what is merged stays in its history and can be taken out again. */
export function MergeForm({ clue, pending, onSubmit }: FormProps) {
  const t = useText(cluesText);
  const [typed, setTyped] = useState("");
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (into !== null && reason.trim() !== "") onSubmit({ type: "merge", into, reason: reason.trim() });
      }}
    >
      <Labelled label={t("mergeSearch")}>
        <input
          className="field"
          type="search"
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.target.value)}
          data-testid="merge-query"
        />
      </Labelled>
      <Candidates clueId={clue.id} typed={typed} into={into} onChoose={setInto} />
      {tried && into === null ? (
        <span className="labelled-error" role="alert">
          {t("mergeMissing")}
        </span>
      ) : null}
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <SubmitButton pending={pending} />
    </form>
  );
}

function Candidates({ clueId, typed, into, onChoose }: CandidatesProps) {
  const words = useWords();
  const t = useText(cluesText);
  const found = useClues({ query: useSettled(typed.trim(), 300), size: "20" });
  if (found.isPending) return <Loading lines={3} />;
  if (found.isError) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  const open = found.data.items.filter(({ id, status }) => id !== clueId && ["queued", "held", "accepted"].includes(status));
  if (open.length === 0) return <p className="quiet">{t("mergeNone")}</p>;
  return (
    <fieldset className="clue-candidates" aria-label={t("mergeInto")}>
      {open.map((one) => (
        <label key={one.id} className="line">
          <input type="radio" name="merge-into" checked={into === one.id} onChange={() => onChoose(one.id)} data-testid="merge-candidate" />
          <span className="grow break">{words(tellTitle(one.title))}</span>
          <ClueStatusMark status={one.status} />
          <span className="figure quiet small">{formatMoment(one.registeredAt).slice(0, 10)}</span>
        </label>
      ))}
    </fieldset>
  );
}

type CandidatesProps = {
  readonly clueId: string;
  readonly typed: string;
  readonly into: string | null;
  readonly onChoose: (id: string) => void;
};
