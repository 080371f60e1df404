import { useId } from "react";
import { useOffices } from "#web/cases/use-offices.ts";
import { useWords } from "#web/design/text/language.tsx";

/** An office by its code, found by typing code or name; the name stands beside what was typed. There are thousands of them, so no list to scroll. */
export function OfficeField({ value, onChange, testId, ...described }: Props) {
  const offices = useOffices();
  const words = useWords();
  const list = useId();
  const items = offices.data?.items ?? [];
  const chosen = items.find(({ code }) => code === value);
  return (
    <span className="line">
      <input
        {...described}
        className="field office-field"
        inputMode="numeric"
        list={list}
        maxLength={6}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-testid={testId}
      />
      <datalist id={list}>
        {items.map((office) => (
          <option key={office.code} value={office.code}>
            {words(office.name)}
          </option>
        ))}
      </datalist>
      {chosen === undefined ? null : <span className="small">{words(chosen.name)}</span>}
    </span>
  );
}

type Props = {
  readonly id?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId?: string;
};
