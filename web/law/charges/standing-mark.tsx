import type { ChargeRow } from "#charges/charges.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText } from "#web/design/text/language.tsx";
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

const ORDINALS = ["一", "二", "三", "四"];

/** 条文号 as the reader's language writes it: 287之一, 287-1. */
export function Article({ article }: { readonly article: string }) {
  const { language } = useLanguage();
  const shown = language === "zh" ? article : article.replace(/之(.)$/, (_, ordinal: string) => `-${ORDINALS.indexOf(ordinal) + 1}`);
  return <span className="quiet small figure nowrap">{shown}</span>;
}
