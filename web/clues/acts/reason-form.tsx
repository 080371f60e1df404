import { Button } from "antd";
import { useState } from "react";
import { cluesText } from "#web/clues/clues.text.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText } from "#web/design/text/language.tsx";

/** An act that needs nothing but its reason. */
export function ReasonForm({ pending, onSubmit }: { readonly pending: boolean; readonly onSubmit: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() !== "") onSubmit(reason.trim());
      }}
    >
      <ReasonField value={reason} tried={tried} onChange={setReason} autoFocus />
      <SubmitButton pending={pending} />
    </form>
  );
}

export function ReasonField({ value, tried, onChange, autoFocus = false }: ReasonProps) {
  const t = useText(cluesText);
  return (
    <Labelled label={t("reason")} error={tried && value.trim() === "" ? t("reasonMissing") : null}>
      <textarea
        className="field"
        rows={2}
        maxLength={1000}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: the form opens because the act was chosen, and this is its first field
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        data-testid="clue-reason"
      />
    </Labelled>
  );
}

export function SubmitButton({ pending }: { readonly pending: boolean }) {
  const t = useText(cluesText);
  return (
    <div>
      <Button type="primary" htmlType="submit" loading={pending} data-testid="clue-submit">
        {t("do")}
      </Button>
    </div>
  );
}

type ReasonProps = {
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
};
