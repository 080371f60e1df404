import type { DraftPreview } from "#legal-documents/legal-documents.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { APPROVER_WORDS } from "#web/legal-documents/document-words.text.ts";
import { documentsText } from "#web/legal-documents/legal-documents.text.ts";

/** Which form it is written in, the law it rests on and who approves it. */
export function DocumentAbout({
  of,
  version,
}: {
  readonly of: Pick<DraftPreview, "form" | "unconfirmed" | "law" | "approver">;
  readonly version: number | null;
}) {
  const t = useText(documentsText);
  const words = useWords();
  return (
    <div className="stack-tight">
      <div className="line">
        {of.form === "office" ? (
          <Mark tone="accent" testId="document-form">
            {version === null ? t("ownForm") : t("ownFormVersion", { n: version })}
          </Mark>
        ) : (
          <Mark tone="warn" testId="document-form">
            {t("placeholder")}
          </Mark>
        )}
        {of.unconfirmed ? <Mark tone="unknown">{t("unconfirmed")}</Mark> : null}
      </div>
      {of.form === "office" ? null : <p className="quiet small">{t("placeholderWhy")}</p>}
      <dl className="facts small">
        <dt>{t("approver")}</dt>
        <dd>{words(APPROVER_WORDS[of.approver])}</dd>
        <dt>{t("law")}</dt>
        <dd>{of.law.join("；")}</dd>
      </dl>
    </div>
  );
}
