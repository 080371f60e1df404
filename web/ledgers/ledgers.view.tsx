import { Link } from "react-router";
import type { CountDetail } from "#counts/counts.contract.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Figure } from "#web/design/number/figure.tsx";
import { formatBytes, formatNumber, formatShare } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { maskSmall } from "#web/ledgers/small-cells.ts";
import { WaterfallPanel } from "#web/ledgers/waterfall-panel.tsx";
import { wordsOfKind } from "#web/words/words.text.ts";
import "#web/ledgers/ledgers.css";

/** A finished count: the three ledgers, then what they rest on. */
export function LedgersView({ count, result }: { readonly count: CountDetail; readonly result: CountResult }) {
  const t = useText(ledgersText);
  const words = useWords();
  const { coverage, persons, groups, kinds, sources } = result;
  const notRead = sources.filter((source) => source.status !== "scanned");
  const to = (figure: string) => addressOf(count.id, { figure });
  const small = (value: number) => maskSmall(value) ?? t("small");
  return (
    <div className="stack" data-testid="ledgers">
      <WaterfallPanel countId={count.id} result={result} />
      <div className="line between">
        <span className="quiet small figure">
          {t("madeBy", {
            name: count.requestedBy,
            at: formatMoment(count.requestedAt),
            seconds: formatNumber(Math.round(result.speed.seconds * 10) / 10),
            rate: formatBytes(result.speed.bytesPerSecond),
          })}
        </span>
        <Link to={`/cases/${count.caseId}/assessment?count=${count.id}`} data-testid="to-assessment">
          {t("assess")}
        </Link>
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
                {notRead.map((source) => (
                  <li key={`${sources.indexOf(source)} ${source.path}`}>
                    <span className="mono break">{source.path}</span>{" "}
                    <Mark tone={source.status === "unreadable" ? "bad" : "warn"}>{t(source.status)}</Mark>
                    <div className="quiet small">
                      {formatBytes(source.bytes)} · {source.problem === null ? "" : words(source.problem)}
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section className="panel stack-tight">
          <h2>{t("persons")}</h2>
          <dl className="facts figure" data-testid="persons">
            <dt>{t("atLeast")}</dt>
            <dd>
              <Figure plain value={persons.atLeast} to={to("persons.atLeast")} testId="persons-at-least" />
            </dd>
            <dt>{t("atMost")}</dt>
            <dd>
              <Figure plain value={persons.atMost} to={to("persons.atMost")} testId="persons-at-most" />
            </dd>
          </dl>
          <p className="quiet small">{t("personsWhy")}</p>
          <h3>{t("groups", { day: groups.asOf })}</h3>
          <dl className="facts figure" data-testid="groups">
            {(["under14", "under18", "over60", "women"] as const).map((group) => (
              <div key={group} style={{ display: "contents" }}>
                <dt>{t(group)}</dt>
                <dd>
                  <Link className="figure-link" to={to(`groups.${group}`)} data-testid={`group-${group}`}>
                    {small(groups[group])}
                  </Link>
                </dd>
              </div>
            ))}
          </dl>
        </section>
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
      <section className="panel panel-flush">
        <h2 className="panel-head">{t("sources")}</h2>
        <DataTable
          label={t("sources")}
          rows={sources}
          rowKey={(source) => `${sources.indexOf(source)} ${source.path}`}
          tall
          columns={[
            { key: "path", title: t("path"), render: (source) => <span className="mono break">{source.path}</span> },
            {
              key: "format",
              title: t("format"),
              nowrap: true,
              render: (source) => `${source.format}${source.encoding === null ? "" : ` · ${source.encoding}`}`,
            },
            { key: "size", title: t("size"), align: "right", nowrap: true, render: (source) => formatBytes(source.bytes) },
            { key: "records", title: t("records"), align: "right", render: (source) => formatNumber(source.records) },
            {
              key: "columns",
              title: t("columns"),
              render: (source) => (
                <span className="column-list">
                  {source.columns
                    .filter((column) => column.kind !== null)
                    .map((column) => (
                      <span key={column.name}>
                        {column.name}{" "}
                        <span className="quiet">
                          → {words(wordsOfKind(column.kind ?? ""))} {formatShare(column.share, 1)}
                        </span>
                      </span>
                    ))}
                </span>
              ),
            },
            {
              key: "status",
              title: t("status"),
              nowrap: true,
              render: (source) => (
                <Mark tone={source.status === "scanned" ? "quiet" : source.status === "partly" ? "warn" : "bad"}>{t(source.status)}</Mark>
              ),
            },
          ]}
        />
      </section>
    </div>
  );
}
