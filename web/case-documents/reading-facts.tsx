import type { CaseDocumentDetail } from "#case-documents/case-documents.contract.ts";
import { KINDS } from "#scan/kinds.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { tellLexicon } from "#web/lexicons/lexicon-words.text.ts";

const MASKED_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...KINDS,
  birthday: { zh: "出生月日", en: "birthday" },
};

/** How it was read: the version, the rules, what is masked, and what could not be read. */
export function ReadingFacts({ read }: { readonly read: NonNullable<CaseDocumentDetail["read"]> }) {
  const t = useText(documentsText);
  const words = useWords();
  const { language } = useLanguage();
  const hidden = Object.entries(read.masked).map(([kind, many]) => {
    const name = words(MASKED_WORDS[kind] ?? { zh: kind, en: kind });
    return language === "zh" ? `${name}${formatNumber(many)}处` : `${name} ${formatNumber(many)}`;
  });
  return (
    <div className="stack-tight small">
      <p className="reader-masked" data-testid="masked">
        {hidden.length === 0
          ? t("maskedNone")
          : `${t("masked", { what: hidden.join(language === "zh" ? "、" : ", ") })}${language === "zh" ? "" : " "}${t("maskedCare")}`}
      </p>
      {read.gaps.map((gap) => (
        <p key={gap.zh} className="warn" data-testid="reading-gap">
          {t("gap")}
          {language === "zh" ? "：" : ": "}
          {words(gap)}
        </p>
      ))}
      <p className="quiet line figure">
        <span>
          {t("version", { n: read.number })} · {formatMoment(read.finishedAt)}
        </span>
        <span>
          {read.ownPages
            ? t("lengthPages", { n: formatNumber(read.length), pages: formatNumber(read.pages) })
            : t("length", { n: formatNumber(read.length) })}
        </span>
        <span>{t("rules", { ...read.rules, lexicon: words(tellLexicon(read.rules.lexicon)) })}</span>
        <span className="mono" title={read.textSha256}>
          {t("textHash", { hash: `${read.textSha256.slice(0, 12)}…` })}
        </span>
      </p>
    </div>
  );
}
