import { useId } from "react";
import { useText } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import "#web/design/field/field.css";

const ANSWERS = [
  ["yes", true],
  ["no", false],
  ["unknown", null],
] as const;

/**
 * 是 / 否 / 未知: unknown is an answer of its own, never blank and never "no". Tab leads from one question to the next, the arrow keys
 * change the answer, `y` `n` `u` give it at once.
 */
export function ThreeValued({
  label,
  value,
  onChange,
  testId,
  disabled = false,
}: {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
  readonly testId?: string;
  readonly disabled?: boolean;
}) {
  const t = useText(commonText);
  const name = useId();
  return (
    <div
      className="three-field"
      role="radiogroup"
      aria-label={label}
      id={testId}
      data-testid={testId}
      onKeyDown={(event) => {
        const answered = ANSWERS.find(([key]) => key[0] === event.key);
        if (answered === undefined || disabled || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        onChange(answered[1]);
        const chosen = event.currentTarget.querySelector(`input[value="${answered[0]}"]`);
        if (chosen instanceof HTMLElement) chosen.focus();
      }}
    >
      <span className="labelled-name" aria-hidden="true">
        {label}
      </span>
      <span className="three">
        {ANSWERS.map(([key, answer]) => (
          <label key={key}>
            <input type="radio" name={name} value={key} checked={value === answer} disabled={disabled} onChange={() => onChange(answer)} />
            <span>{t(key)}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
