import { Button } from "antd";
import { useState } from "react";
import { DismissReason } from "#clues/clues.contract.ts";
import { DISMISS_REASONS } from "#clues/tell-clue.ts";
import type { FormProps } from "#web/clues/acts/form-props.ts";
import { ReasonForm } from "#web/clues/acts/reason-form.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

const CODES = DismissReason.options.filter((code) => code !== "other");

/** One click on a reason dismisses; "other" says nothing by itself and asks for words. */
export function DismissForm({ pending, onSubmit }: FormProps) {
  const t = useText(cluesText);
  const words = useWords();
  const [other, setOther] = useState(false);
  return (
    <div className="stack-tight">
      <p className="quiet small">{t("dismissWhy")}</p>
      <div className="line">
        {CODES.map((code, place) => (
          <Button
            key={code}
            autoFocus={place === 0}
            disabled={pending}
            onClick={() => onSubmit({ type: "dismiss", code, reason: "" })}
            data-testid={`dismiss-${code}`}
          >
            {words(DISMISS_REASONS[code])}
          </Button>
        ))}
        <Button aria-expanded={other} disabled={pending} onClick={() => setOther(!other)} data-testid="dismiss-other">
          {t("other")}
        </Button>
      </div>
      {other ? <ReasonForm pending={pending} onSubmit={(reason) => onSubmit({ type: "dismiss", code: "other", reason })} /> : null}
    </div>
  );
}
