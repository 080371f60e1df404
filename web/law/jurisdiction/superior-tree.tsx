import type { JurisdictionAnswer } from "#jurisdiction/jurisdiction.contract.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { jurisdictionText } from "#web/law/jurisdiction/jurisdiction.text.ts";
import { placeName } from "#web/law/jurisdiction/jurisdiction-mapping.ts";

/** The common superior above the divisions it joins. */
export function SuperiorTree({ answer, divisions }: { readonly answer: JurisdictionAnswer; readonly divisions: readonly string[] }) {
  const t = useText(jurisdictionText);
  const words = useWords();
  const superior = answer.commonSuperior;
  if (superior === null || divisions.length === 0) return null;
  return (
    <figure className="tree" data-testid="superior-tree">
      <figcaption className="visually-hidden">{t("superiorTree")}</figcaption>
      <div className="tree-top">
        <span className="quiet small">
          {t("commonSuperior")} · {t(superior.level)}
        </span>
        <strong className="figure">{words(placeName(superior.division))}</strong>
      </div>
      <ul className="tree-below">
        {divisions.map((division) => (
          <li key={division} className={division === answer.organ ? "tree-organ" : ""}>
            <span className="figure">{words(placeName(division))}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
