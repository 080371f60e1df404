import { useMemo, useState } from "react";
import type { SourceReport } from "#scan/scan.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatBytes, formatNumber, formatShare } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { findSources } from "#web/ledgers/find-sources.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { tellReading } from "#web/ledgers/tell-reading.ts";
import { wordsOfKind } from "#web/words/words.text.ts";

const A_PAGE = 50;

/** Every source of a count, fifty a page: thousands of sheets are found by their path and state and never drawn all at once. */
export function SourcesPanel({ sources }: { readonly sources: readonly SourceReport[] }) {
  const t = useText(ledgersText);
  const words = useWords();
  const [wanted, setWanted] = useState("");
  const [status, setStatus] = useState("");
  const [page, setPage] = useState(1);
  const found = useMemo(() => findSources(sources, wanted, status), [sources, wanted, status]);
  const shown = found.slice((page - 1) * A_PAGE, page * A_PAGE);
  return (
    <section className="panel panel-flush" data-testid="sources">
      <div className="line between sources-head">
        <h2>
          {t("sources")} <span className="quiet figure">{formatNumber(sources.length)}</span>
        </h2>
        {sources.length <= 10 ? null : (
          <span className="line no-print">
            <Choice
              label={t("status")}
              value={status}
              onChange={(value) => {
                setStatus(value);
                setPage(1);
              }}
              options={[
                ["", t("allStates")],
                ...(["scanned", "partly", "unreadable"] as const).map((one): [string, string] => [one, t(one)]),
              ]}
              testId="source-status"
            />
            <input
              className="field"
              type="search"
              aria-label={t("findSource")}
              placeholder={t("findSource")}
              value={wanted}
              onChange={(event) => {
                setWanted(event.target.value);
                setPage(1);
              }}
              data-testid="source-find"
            />
          </span>
        )}
      </div>
      {found.length === 0 ? (
        <p className="sources-head quiet">{t("noSource")}</p>
      ) : (
        <DataTable
          label={t("sources")}
          rows={shown}
          rowKey={({ place }) => String(place)}
          rowTestId="source"
          tall
          columns={[
            { key: "path", title: t("path"), render: ({ source }) => <Path source={source} /> },
            {
              key: "format",
              title: t("format"),
              nowrap: true,
              render: ({ source }) => `${source.format}${source.encoding === null ? "" : ` · ${source.encoding}`}`,
            },
            { key: "size", title: t("size"), align: "right", nowrap: true, render: ({ source }) => formatBytes(source.bytes) },
            { key: "records", title: t("records"), align: "right", render: ({ source }) => formatNumber(source.records) },
            { key: "columns", title: t("columns"), render: ({ source }) => <Columns source={source} /> },
            {
              key: "status",
              title: t("status"),
              nowrap: true,
              render: ({ source }) => (
                <Mark
                  tone={source.status === "scanned" ? "quiet" : source.status === "partly" ? "warn" : "bad"}
                  {...(source.problem === null ? {} : { title: words(source.problem) })}
                >
                  {t(source.status)}
                </Mark>
              ),
            },
          ]}
        />
      )}
      <Pager page={page} size={A_PAGE} total={found.length} onPage={setPage} />
    </section>
  );
}

/** Where it is, and that it was read out of a picture or after a password. */
function Path({ source }: { readonly source: SourceReport }) {
  const words = useWords();
  return (
    <>
      <span className="mono break source-path">{source.path}</span>
      {tellReading(source).map((reading) => (
        <span key={reading.key} data-testid={`read-${reading.key}`}>
          {" "}
          <Mark tone={reading.tone}>{words(reading)}</Mark>
        </span>
      ))}
    </>
  );
}

function Columns({ source }: { readonly source: SourceReport }) {
  const words = useWords();
  return (
    <span className="column-list">
      {source.columns.map((column, place) =>
        column.kind === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table may have two columns of one name, and its columns never move
          <span key={place}>
            {column.name}{" "}
            <span className="quiet">
              → {words(wordsOfKind(column.kind))} {formatShare(column.share, 1)}
            </span>
          </span>
        ),
      )}
    </span>
  );
}
