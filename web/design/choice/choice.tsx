import "#web/design/field/field.css";

/** A choice out of a short list: the browser's own control, which every keyboard and reader knows. */
export function Choice({ label, value, onChange, options, showLabel = false, testId }: Props) {
  return (
    <label className="choice">
      <span className={showLabel ? "choice-label" : "visually-hidden"}>{label}</span>
      <select className="field" value={value} title={label} onChange={(event) => onChange(event.target.value)} data-testid={testId}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
  readonly showLabel?: boolean;
  readonly testId?: string;
};
