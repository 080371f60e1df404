import { Link } from "react-router";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";

/** 检察建议书 by the items its type asks for: dashed while it is a draft, solid with name and day when it was approved; then the history. */
export function DocumentView({ one }: { readonly one: Recommendation }) {
  const t = useText(recommendationsText);
  const words = useWords();
  const { approved } = one;
  return (
    <>
      <section className="panel stack-tight">
        <div className="line">
          <h2>{t("document")}</h2>
          {approved === null ? (
            <span className="quiet small">{t("suggestion")}</span>
          ) : (
            <span className="small" data-testid="recommendation-approved">
              {t("approvedBy", { on: approved.on, by: t(approved.by), person: approved.person })}
            </span>
          )}
        </div>
        {approved === null ? null : (
          <p className="quiet small no-print">
            <Link to={`/cases/${one.case.id}/documents?document=${approved.documentId}`}>{t("draftedDocument")}</Link>
          </p>
        )}
        <dl className={`recommendation-document ${approved === null ? "" : "recommendation-document-approved"}`} lang="zh">
          {one.sections.map(({ name, lines, required, unconfirmed }) => (
            <div key={name.zh}>
              <dt>
                {words(name)} {required ? null : <span className="quiet small">{t("optional")}</span>}{" "}
                {unconfirmed ? <Mark tone="unknown">{t("unconfirmed")}</Mark> : null}
              </dt>
              <dd>{lines.length === 0 ? <span className="quiet">{t("documentEmpty")}</span> : lines.join("\n")}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel stack-tight">
        <h2>{t("history")}</h2>
        <ol className="stack-tight small">
          {one.history.map(({ version, at, by, sentence }) => (
            <li key={version}>
              <span className="figure quiet">{formatMoment(at)}</span> {by} <span className="break">{words(sentence)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
