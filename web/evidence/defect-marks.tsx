import type { CustodyDefect } from "#evidence/evidence.contract.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { countDefects } from "#web/evidence/defect-counts.ts";
import { evidenceText } from "#web/evidence/evidence.text.ts";
import { EFFECT_WORDS } from "#web/words/words.text.ts";

export const EFFECT_TONES = { exclude: "bad", blocking: "bad", curable: "warn", warning: "quiet" } as const satisfies Record<
  CustodyDefect["effect"],
  Tone
>;

/** How many defects stand, by what follows from them. */
export function DefectMarks({ defects }: { readonly defects: readonly CustodyDefect[] }) {
  const t = useText(evidenceText);
  const words = useWords();
  const counts = countDefects(defects);
  if (counts.length === 0) return <Mark tone="good">{t("noDefects")}</Mark>;
  return (
    <span style={{ display: "inline-flex", gap: 4 }}>
      {counts.map(({ effect, count }) => (
        <Mark key={effect} tone={EFFECT_TONES[effect]}>
          {words(EFFECT_WORDS[effect])} {count}
        </Mark>
      ))}
    </span>
  );
}
