import type { ChargeRow } from "#charges/charges.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";
import { chargesText } from "#web/law/charges/charges.text.ts";

const TONES = { met: "good", "not-met": "quiet", unknown: "unknown" } as const;
const SIGNS = { met: "✓", "not-met": "–", unknown: "?" } as const;

/** 构成 / 不构成 / 未知: sign, word, then colour. */
export function StandingMark({ standing }: { readonly standing: ChargeRow["standing"] }) {
  const t = useText(chargesText);
  return (
    <Mark tone={TONES[standing]}>
      <span aria-hidden="true">{SIGNS[standing]}</span> {t(`standing-${standing}`)}
    </Mark>
  );
}
