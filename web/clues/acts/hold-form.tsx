import { useState } from "react";
import type { FormProps } from "#web/clues/acts/form-props.ts";
import { ReasonField, SubmitButton } from "#web/clues/acts/reason-form.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText } from "#web/design/text/language.tsx";

export function HoldForm({ pending, onSubmit }: FormProps) {
  const t = useText(cluesText);
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const today = dayOf(new Date());
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (until > today && reason.trim() !== "") onSubmit({ type: "hold", until, reason: reason.trim() });
      }}
    >
      <Labelled label={t("until")} error={tried && until <= today ? t("untilWrong") : null}>
        <input className="field" type="date" value={until} onChange={(event) => setUntil(event.target.value)} data-testid="hold-until" />
      </Labelled>
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <SubmitButton pending={pending} />
    </form>
  );
}
