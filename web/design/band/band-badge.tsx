import type { Band } from "#statutes/statutes.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { BAND_WORDS } from "#web/words/words.text.ts";

const text = {
  suggestion: { zh: "建议 · 未签署", en: "suggested · not signed" },
  atMost: { zh: "补足未知事实后最高可至 {band}", en: "could reach {band} once the unknown facts are known" },
  signedBy: { zh: "{name} 于 {at} 签署", en: "signed by {name}, {at}" },
} as const;

/** What the machine suggests has a dashed outline; what a named person decided is solid, with name and time. */
export function BandBadge({
  band,
  atMost,
  signature,
}: {
  readonly band: Band;
  readonly atMost?: Band | undefined;
  readonly signature?: { readonly name: string; readonly at: string };
}) {
  const t = useText(text);
  const words = useWords();
  return (
    <div className="stack-tight">
      <div
        className={signature === undefined ? "band band-draft" : `band band-signed band-${band}`}
        data-testid={signature === undefined ? "band-draft" : "band-signed"}
        data-band={band}
      >
        {words(BAND_WORDS[band])}
        <small>{signature === undefined ? t("suggestion") : t("signedBy", { name: signature.name, at: formatMoment(signature.at) })}</small>
      </div>
      {atMost === undefined || atMost === band ? null : <p className="small warn">{t("atMost", { band: words(BAND_WORDS[atMost]) })}</p>}
    </div>
  );
}
