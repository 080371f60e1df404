import { useText } from "#web/design/text/language.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { AXIS_NAMES, type Axis } from "#web/lexicons/lexicon-words.text.ts";

/** The axis that is looked at. */
export function AxisChoice({ axis, onChange }: Props) {
  const t = useText(lexiconText);
  return (
    <span className="lexicon-axes">
      {AXIS_NAMES.map((known) => (
        <button
          key={known}
          type="button"
          aria-pressed={known === axis}
          onClick={() => onChange({ axis: known })}
          data-testid={`axis-${known}`}
        >
          {t(known)}
        </button>
      ))}
    </span>
  );
}

type Props = { readonly axis: Axis; readonly onChange: (changes: Readonly<Record<string, string>>) => void };
