import type { InsiderBasis } from "#clues/clues.contract.ts";
import { wordsOfIndustry } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Which words told the machine of an insider, and by which word the industry was known; nothing where no insider was read. */
export function InsiderExplained({ basis }: { readonly basis: InsiderBasis | null }) {
  const t = useText(cluesText);
  const words = useWords();
  if (basis === null) return null;
  const quote = (found: string | null) => (found === null ? <span className="quiet">{t("notTold")}</span> : `“${found}”`);
  return (
    <section data-testid="insider-explained">
      <h3>
        {t("insiderWhy")} <span className="quiet small">{t("suggestion")}</span>
      </h3>
      <dl className="facts">
        <dt>{t("insiderWords")}</dt>
        <dd className="break">{quote(basis.words)}</dd>
        <dt>{t("insiderRole")}</dt>
        <dd className="break">{quote(basis.role)}</dd>
        <dt>{t("insiderPost")}</dt>
        <dd className="break">{quote(basis.post)}</dd>
        <dt>{t("insiderDuty")}</dt>
        <dd className="break">{quote(basis.duty)}</dd>
        <dt>{t("insiderIndustry")}</dt>
        <dd className="break">
          {basis.industry === null ? <span className="quiet">{t("notTold")}</span> : words(wordsOfIndustry(basis.industry))}
          {basis.industry === null ? null : (
            <span className="quiet small">
              {" "}
              {basis.industryTerm === null ? t("noListTerm") : t("listTerm", { term: basis.industryTerm })}
            </span>
          )}
        </dd>
      </dl>
    </section>
  );
}
