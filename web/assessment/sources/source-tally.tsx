import type { FactSources } from "#assessments/fact-sources.contract.ts";
import { tallySources } from "#assessments/list-facts.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { useText } from "#web/design/text/language.tsx";

/** How many facts rest on a source, on a word alone, on nothing, and are unknown: numbers, no score. */
export function SourceTallyLine({ facts, sources }: { readonly facts: InfringingFacts; readonly sources: FactSources }) {
  const t = useText(sourcesText);
  const { sourced, stated, withoutSource, unknown } = tallySources(facts, sources);
  return (
    <p className="small figure" data-testid="source-tally">
      {t("tally", { sourced, stated, without: withoutSource, unknown })}
    </p>
  );
}
