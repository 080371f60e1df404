import { Button } from "antd";
import { useState } from "react";
import type { FactSource, FactSources } from "#assessments/fact-sources.contract.ts";
import { keepSources, listFacts } from "#assessments/list-facts.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { nameOfFact, valueOfFact } from "#web/assessment/sources/show-fact.ts";
import { SourceForm } from "#web/assessment/sources/source-form.tsx";
import { SourceMark } from "#web/assessment/sources/source-mark.tsx";
import { SourceTallyLine } from "#web/assessment/sources/source-tally.tsx";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { useSourceNames } from "#web/assessment/sources/use-source-names.ts";
import { useLanguage, useText } from "#web/design/text/language.tsx";
import "#web/assessment/sources/sources.css";

/** Every known fact with its source; what has none says so. `base` is what the draft began with, whose sources hold while its values stand. */
export function SourcesList({ caseId, facts, sources, base, onChange }: Props) {
  const t = useText(sourcesText);
  const { language } = useLanguage();
  const nameOf = useSourceNames(caseId, sources);
  const [editing, setEditing] = useState<string | null>(null);
  const all = listFacts(facts);
  const known = all.filter(({ value }) => value !== null);
  const unknown = all.filter(({ value }) => value === null);
  const offered = keepSources(base.sources, base.facts, facts);
  const set = (path: string, source: FactSource | null) => {
    const { [path]: _, ...others } = sources;
    onChange(source === null ? others : { ...others, [path]: source });
    setEditing(null);
  };
  return (
    <fieldset className="stack-tight source-part" data-testid="fact-source-list">
      <legend className="form-legend">{t("title")}</legend>
      <p className="quiet small">{t("why")}</p>
      <SourceTallyLine facts={facts} sources={sources} />
      {known.length === 0 ? <p className="quiet small">{t("none")}</p> : null}
      <ul className="source-rows">
        {known.map(({ path, value }) => {
          const source = sources[path] ?? null;
          const fact = nameOfFact(path, language);
          return (
            <li key={path} data-testid="fact-source-row">
              <div className="line between">
                <span className="break">
                  {fact}
                  {language === "zh" ? "：" : ": "}
                  <strong className="figure">{valueOfFact(facts, path, language)}</strong>
                </span>
                <span className="line source-side">
                  <SourceMark caseId={caseId} source={source} name={source === null ? "" : nameOf(source)} />
                  <Button
                    size="small"
                    aria-expanded={editing === path}
                    aria-label={t(source === null ? "nameOf" : "changeOf", { fact })}
                    onClick={() => setEditing(editing === path ? null : path)}
                    data-testid={`source-edit-${path}`}
                  >
                    {t(source === null ? "name" : "change")}
                  </Button>
                </span>
              </div>
              {editing === path ? (
                <SourceForm
                  caseId={caseId}
                  fact={{ path, value }}
                  source={source}
                  kept={isOwn(offered[path]) ? (offered[path] ?? null) : null}
                  onSet={(next) => set(path, next)}
                  onClose={() => setEditing(null)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {unknown.length === 0 ? null : (
        <p className="quiet small">
          {t("unknownFacts", { facts: unknown.map(({ path }) => nameOfFact(path, language)).join(language === "zh" ? "、" : ", ") })}
        </p>
      )}
    </fieldset>
  );
}

/** One that a record gave, not one that a person typed. */
function isOwn(source: FactSource | undefined): boolean {
  return source !== undefined && source.kind !== "evidence" && source.kind !== "document" && source.kind !== "stated";
}

type Props = {
  readonly caseId: string;
  readonly facts: InfringingFacts;
  readonly sources: FactSources;
  readonly base: { readonly facts: InfringingFacts; readonly sources: FactSources };
  readonly onChange: (sources: FactSources) => void;
};
