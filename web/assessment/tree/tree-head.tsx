import type { AssessmentTree } from "#assessments/assessments.contract.ts";
import { SourceTallyLine } from "#web/assessment/sources/source-tally.tsx";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { treeText } from "#web/assessment/tree/tree.text.ts";
import { BandBadge } from "#web/design/band/band-badge.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { wordsOfKind } from "#web/words/words.text.ts";

/** What the sheet is: of which case, draft or signed and by whom, the conclusion, the law and the counts it rests on. */
export function TreeHead({ tree }: { readonly tree: AssessmentTree }) {
  const t = useText(treeText);
  const s = useText(sourcesText);
  const words = useWords();
  const { assessment, answer, counts } = tree;
  const signature = assessment.status === "signed" ? assessment.signature : null;
  const unconfirmed = [...answer.limbs, ...answer.elements].filter((node) => node.unconfirmed).length;
  const keyName = (key: string) => (key === "auto" || key === "row" ? t(key) : words(wordsOfKind(key)));
  return (
    <header className="stack-tight">
      <div className="line between">
        <h2 tabIndex={-1}>{t("title")}</h2>
        {signature === null ? <Mark tone="unknown">{t("draft")}</Mark> : <Mark tone="accent">{t("signed")}</Mark>}
      </div>
      <div className="line">
        <BandBadge band={answer.band} atMost={answer.bandAtMost} {...(signature === null ? {} : { signature })} />
        <span>{words(answer.title)}</span>
      </div>
      <ul className="small tree-head-lines">
        <li data-testid="tree-status">
          {signature === null
            ? t("draftBody")
            : t("signedBy", { name: signature.name, at: formatMoment(signature.at), note: signature.note })}
        </li>
        <li>
          {t("draftedBy", { name: assessment.draftedBy, at: formatMoment(assessment.draftedAt) })}
          {assessment.facts.decisionDate ? ` · ${t("decisionDate", { day: assessment.facts.decisionDate })}` : ""}
        </li>
        <li>{t("version", { id: answer.version.id, from: answer.version.inForceFrom, why: words(answer.version.because) })}</li>
        {counts.map(({ countId, requestedBy, requestedAt, definition, proof }) => (
          <li key={countId}>
            {t("count", {
              by: requestedBy,
              at: formatMoment(requestedAt),
              item: t(definition.item === "person" ? "person" : "record"),
              key: keyName(definition.key),
            })}
            {proof?.proved ? ` · ${s("proved")}` : ""}
          </li>
        ))}
        {unconfirmed === 0 ? null : <li>{t("unconfirmedHere", { n: unconfirmed })}</li>}
        <li className="quiet">{t("versionNumber", { id: assessment.id, version: assessment.version })}</li>
      </ul>
      <SourceTallyLine facts={assessment.facts} sources={assessment.sources} />
    </header>
  );
}
