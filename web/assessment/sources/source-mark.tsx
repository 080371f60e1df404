import { Link } from "react-router";
import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { addressOfSource } from "#web/assessment/sources/address-of-source.ts";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";

/** The source of a known fact: a link to what stands behind it, a statement, or plainly 无出处. */
export function SourceMark({
  caseId,
  source,
  name,
}: {
  readonly caseId: string;
  readonly source: FactSource | null;
  readonly name: string;
}) {
  const t = useText(sourcesText);
  const words = useSourceWords();
  if (source === null)
    return (
      <Mark tone="warn" testId="source-none">
        {t("no-source")}
      </Mark>
    );
  const address = addressOfSource(caseId, source);
  const text = words(source, name);
  if (address === null)
    return (
      <span className="source-stated small" data-testid="fact-from-stated">
        {text}
      </span>
    );
  return (
    <Link to={address} className="source-link small tree-focus" data-testid={`fact-from-${source.kind}`}>
      {text}
    </Link>
  );
}

function useSourceWords(): (source: FactSource, name: string) => string {
  const t = useText(sourcesText);
  return (source, name) => {
    switch (source.kind) {
      case "count":
        return t("count", { tier: source.tier });
      case "deliveries":
        return t("deliveries", { name, set: source.set });
      case "gains":
        return t("gains", { name });
      case "document":
        return t("document", {
          name: source.name,
          sentence: source.sentence.length > 60 ? `${source.sentence.slice(0, 60)}…` : source.sentence,
        });
      case "stated":
        return t("stated", { note: source.note });
      case "evidence": {
        const place = (["page", "paragraph", "sheet", "row"] as const).flatMap((part) => {
          const at = source[part];
          return at === undefined ? [] : [t(part, { at })];
        });
        return t("evidence", { name, place: place.join(" ") });
      }
    }
  };
}
