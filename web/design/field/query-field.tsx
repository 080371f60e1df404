import { useState } from "react";

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
  // Words that were sent come back as the value, perhaps when more has been typed: only what was set elsewhere replaces what stands here.
  const [seen, setSeen] = useState<{ readonly value: string; readonly sent: string | null }>({ value, sent: null });
  if (value !== seen.value) {
    setSeen({ value, sent: null });
    if (value !== seen.sent) setTyped(value);
  }
  const send = () => {
    const sent = typed.trim();
    if (sent === value) return;
    setSeen({ ...seen, sent });
    onChange(sent);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
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
          onBlur={send}
          data-testid={testId}
        />
      </label>
    </form>
  );
}
