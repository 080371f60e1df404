import { useEffect, useState } from "react";

/** Words to search a list by: asked for when they are sent or left, not at every key. */
export function QueryField({
  label,
  value,
  onChange,
  testId,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (query: string) => void;
  readonly testId: string;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <label className="choice">
        <span className="visually-hidden">{label}</span>
        <input
          className="field"
          type="search"
          value={typed}
          maxLength={80}
          placeholder={label}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== value && onChange(typed.trim())}
          data-testid={testId}
        />
      </label>
    </form>
  );
}
