import { Link } from "react-router";
import type { CountDetail, CountFigures } from "#counts/counts.contract.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Figure } from "#web/design/number/figure.tsx";
import { formatBytes, formatNumber, formatShare } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { AuthenticityPanel } from "#web/ledgers/authenticity.panel.tsx";
import { DefinitionsPanel } from "#web/ledgers/definitions.panel.tsx";
import { FlowPanel } from "#web/ledgers/flow.panel.tsx";
import { GroupsPanel } from "#web/ledgers/groups.panel.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { ShapesPanel } from "#web/ledgers/shapes.panel.tsx";
import { SourcesPanel } from "#web/ledgers/sources.panel.tsx";
import { SpeedGauge } from "#web/ledgers/speed-gauge.tsx";
import { WaterfallPanel } from "#web/ledgers/waterfall-panel.tsx";
import { wordsOfKind } from "#web/words/words.text.ts";
import "#web/ledgers/ledgers.css";

/** What was not read in full stands first in the table of sources; here are the first of them. */
const NOT_READ_SHOWN = 12;

/** A finished count: the three ledgers, then what they rest on. */
export function LedgersView({
  count,
  result,
  mayCorrect,
}: {
  readonly count: CountDetail;
  readonly result: CountFigures;
  readonly mayCorrect: boolean;
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const { language } = useLanguage();
  const { coverage, persons, kinds, sources } = result;
  const openItems = (result.workList?.open.A ?? 0) + (result.workList?.open.B ?? 0);
  const notRead = sources.filter((source) => source.status !== "scanned");
  const to = (figure: string) => addressOf(count.id, { figure });
  return (
    <div className="stack" data-testid="ledgers">
      <WaterfallPanel countId={count.id} result={result} />
      {openItems === 0 ? null : (
        <p className="panel" data-testid="open-items">
          <Link to={`/cases/${count.caseId}/work-list?count=${count.id}`}>{t("toWorkList", { n: formatNumber(openItems) })}</Link>
        </p>
      )}
      <FlowPanel result={result} />
      <div className="line between">
        <span className="quiet small figure">
          {t("madeBy", {
            name: count.requestedBy,
            at: formatMoment(count.requestedAt),
            seconds: formatNumber(Math.round(result.speed.seconds * 10) / 10),
            rate: formatBytes(result.speed.bytesPerSecond),
          })}
        </span>
        {(count.progress.history ?? []).length < 2 ? null : (
          <span className="quiet small">
            <SpeedGauge history={count.progress.history ?? []} now={null} />
          </span>
        )}
        <span className="line no-print">
          <a href={`/api/counts/${count.id}/report.pdf?lang=${language}`}>{t("report")}</a>
          <a href={`/api/counts/${count.id}/manifest.json`}>{t("bundle")}</a>
          <Link to={`/cases/${count.caseId}/assessment?count=${count.id}`} data-testid="to-assessment">
            {t("assess")}
          </Link>
        </span>
      </div>
      <div className="columns">
        <section className="panel stack-tight">
          <h2>{t("coverage")}</h2>
          <p className="figure" data-testid="coverage">
            {t("coverageLine", {
              share: formatShare(coverage.bytesScanned, coverage.bytes),
              scanned: formatNumber(coverage.scanned),
              partly: coverage.partly,
              unreadable: coverage.unreadable,
            })}
          </p>
          <Bar label={t("coverage")} done={coverage.bytesScanned} total={coverage.bytes} />
          {notRead.length === 0 ? null : (
            <>
              <h3>{t("notRead")}</h3>
              <ul className="stack-tight" data-testid="not-read">
                {notRead.slice(0, NOT_READ_SHOWN).map((source, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two pieces of evidence may have one path, and the list never moves
                  <li key={place}>
                    <span className="mono break">{source.path}</span>{" "}
                    <Mark tone={source.status === "unreadable" ? "bad" : "warn"}>{t(source.status)}</Mark>
                    <div className="quiet small">
                      {formatBytes(source.bytes)} · {source.problem === null ? "" : words(source.problem)}
                    </div>
                  </li>
                ))}
              </ul>
              {notRead.length > NOT_READ_SHOWN ? (
                <p className="quiet small">{t("sourcesMore", { n: formatNumber(notRead.length - NOT_READ_SHOWN) })}</p>
              ) : null}
            </>
          )}
        </section>
        <GroupsPanel countId={count.id} persons={persons} />
      </div>
      <section className="panel panel-flush">
        <h2 className="panel-head">{t("kinds")}</h2>
        <DataTable
          label={t("kinds")}
          cards={false}
          rows={kinds}
          rowKey={(kind) => kind.kind}
          columns={[
            { key: "kind", title: t("kind"), render: (kind) => words(wordsOfKind(kind.kind)) },
            ...(["found", "valid", "damaged", "invalid", "distinct"] as const).map((name) => ({
              key: name,
              title: t(name),
              align: "right" as const,
              render: (kind: (typeof kinds)[number]) => (
                <Figure plain value={kind[name]} to={kind[name] === 0 ? undefined : to(`kinds.${kind.kind}.${name}`)} />
              ),
            })),
          ]}
        />
      </section>
      {result.definitions === undefined ? null : <DefinitionsPanel definitions={result.definitions} effects={result.effects ?? []} />}
      {result.authenticity === undefined ? null : <AuthenticityPanel countId={count.id} found={result.authenticity} />}
      {result.shapes === undefined || result.shapes.length === 0 ? null : (
        <ShapesPanel caseId={count.caseId} countId={count.id} shapes={result.shapes} mayCorrect={mayCorrect} />
      )}
      <SourcesPanel sources={sources} />
    </div>
  );
}
