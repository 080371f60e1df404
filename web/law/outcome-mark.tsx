import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { commonText } from "#web/words/common.text.ts";

const TONES = { met: "good", "not-met": "quiet", unknown: "unknown" } as const satisfies Record<string, Tone>;
const SIGNS = { met: "✓", "not-met": "–", unknown: "?" } as const;

/** 符合 / 不符合 / 未知: sign, word, then colour. */
export function OutcomeMark({ outcome }: { readonly outcome: keyof typeof SIGNS }) {
  const t = useText(lawText);
  const c = useText(commonText);
  return (
    <Mark tone={TONES[outcome]}>
      <span aria-hidden="true">{SIGNS[outcome]}</span> {outcome === "unknown" ? c("unknown") : t(outcome)}
    </Mark>
  );
}
