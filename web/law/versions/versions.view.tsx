import type { LawFacts, VersionColumn } from "#law/law.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { offencesText } from "#web/law/offences/offences.text.ts";
import { useVersions } from "#web/law/use-law.ts";
import { versionsText } from "#web/law/versions/versions.text.ts";
import { BAND_WORDS } from "#web/words/words.text.ts";
import "#web/law/flip-map/flip-map.css";

/** 法律时光机 one card a time, oldest first; the one that applies is marked by word and frame, and says why. */
export function VersionsView({ facts }: { readonly facts: LawFacts }) {
  const t = useText(versionsText);
  const words = useWords();
  const versions = useVersions(facts);
  if (versions.isPending) return <Loading lines={8} />;
  if (versions.isError) return <Problem error={versions.error} onRetry={() => versions.refetch()} />;
  const { columns, noCrimeThen, band, because } = versions.data;
  return (
    <div className={versions.isBehind ? "stack law-behind" : "stack"} data-testid="versions" aria-busy={versions.isBehind}>
      <p className="quiet small">{t("lead")}</p>
      <p>{noCrimeThen ? t("noCrime") : t("finding", { band: words(BAND_WORDS[band]), why: words(because) })}</p>
      {facts.actDate === null || facts.actDate === undefined ? <Mark tone="unknown">{t("unknownAct")}</Mark> : null}
      <ol className="versions">
        {columns.map((column) => (
          <Version key={`${column.statute.id}-${column.interpretation?.id ?? ""}`} column={column} />
        ))}
      </ol>
    </div>
  );
}

function Version({ column }: { readonly column: VersionColumn }) {
  const t = useText(versionsText);
  const o = useText(offencesText);
  const words = useWords();
  const signs = useSigns();
  const { consequence, band } = column;
  return (
    <li className={column.applies ? "version version-applies" : "version"} data-testid="version" data-applies={column.applies}>
      <div className="line between">
        <h3 className="figure">
          {column.joined
            ? t("joined")
            : column.until === null
              ? t("since", { from: column.from })
              : t("between", { from: column.from, until: column.until })}
        </h3>
        <span className="line">
          {column.ofTheAct ? <Mark>{t("ofTheAct")}</Mark> : null}
          {column.ofTheDecision ? <Mark>{t("ofTheDecision")}</Mark> : null}
          {column.applies ? <Mark tone="accent">◆ {t("applies")}</Mark> : null}
        </span>
      </div>
      {column.joined ? <p className="small">{t("joinedBecause")}</p> : null}
      <dl className="facts">
        <dt>{t("band")}</dt>
        <dd>
          {band === null ? (
            <span className="mark mark-unknown law-wrap">{t("notMeasured")}</span>
          ) : (
            <span className={`flip-band flip-${band}`}>{words(BAND_WORDS[band])}</span>
          )}
          {column.bandAtMost === undefined ? null : (
            <span className="warn small"> {t("atMost", { band: words(BAND_WORDS[column.bandAtMost]) })}</span>
          )}
        </dd>
        <dt>{t("consequence")}</dt>
        <dd>
          {consequence === null
            ? t("noPenalty")
            : consequence.imprisonment.minYears === undefined
              ? o("consequenceUpTo", { max: consequence.imprisonment.maxYears })
              : o("consequenceFromTo", { min: consequence.imprisonment.minYears, max: consequence.imprisonment.maxYears })}
        </dd>
        <dt>{t("interpretation")}</dt>
        <dd>{column.interpretation === null ? t("noMeasure") : words(column.interpretation.title)}</dd>
        <dt>{t("met")}</dt>
        <dd>
          {band === null || column.met.length === 0 ? (
            <span className="quiet">{t("noneMet")}</span>
          ) : (
            <ul>
              {column.met.map((limb) => (
                <li key={limb.id}>
                  ✓ {words(limb.meaning)} <span className="quiet small">{limb.provision}</span>
                </li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{t("statute")}</dt>
        <dd className="small">{signs.pair(column.statute.cite, words(column.statute.meaning))}</dd>
      </dl>
    </li>
  );
}
