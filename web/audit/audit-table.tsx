import { Button } from "antd";
import type { z } from "zod";
import type { AuditEntry, AuditEntryList } from "#audit/audit.contract.ts";
import { auditText } from "#web/audit/audit.text.ts";
import { wordsOfAuditKind } from "#web/audit/audit-kind.text.ts";
import { tellEvent } from "#web/audit/tell-event.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Hash } from "#web/design/hash/hash.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Entries of the chain, each with the hash before and its own. */
export function AuditTable({
  list,
  onPage,
  onPerson,
  onCase,
}: {
  readonly list: z.infer<typeof AuditEntryList>;
  readonly onPage: (page: number) => void;
  readonly onPerson?: (personId: string) => void;
  readonly onCase?: (caseId: string) => void;
}) {
  const t = useText(auditText);
  const words = useWords();
  return (
    <section className="panel panel-flush" aria-label={t("title")}>
      <div className="line between panel-head">
        <h2 className="figure">{t("found", { n: formatNumber(list.total) })}</h2>
        <span className="quiet small">{t("ribbon")}</span>
      </div>
      {list.items.length === 0 ? (
        <Empty title={t("none")} />
      ) : (
        <DataTable
          label={t("title")}
          rows={list.items}
          rowKey={(entry) => String(entry.seq)}
          rowTestId="audit-row"
          columns={[
            { key: "seq", title: t("seq"), render: (entry) => <span className="figure">{formatNumber(entry.seq)}</span> },
            { key: "at", title: t("at"), nowrap: true, render: (entry) => <span className="figure">{formatMoment(entry.at, true)}</span> },
            {
              key: "person",
              title: t("person"),
              nowrap: true,
              render: (entry) => {
                const { person } = entry;
                if (person === null) return <span className="quiet">{t("system")}</span>;
                return onPerson === undefined ? (
                  person.name
                ) : (
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onPerson(person.id)}>
                    {person.name}
                  </Button>
                );
              },
            },
            { key: "kind", title: t("kind"), nowrap: true, render: (entry) => words(wordsOfAuditKind(entry.event.kind)) },
            { key: "detail", title: t("detail"), render: (entry) => <Content entry={entry} onCase={onCase} /> },
            {
              key: "hash",
              title: t("hash"),
              nowrap: true,
              render: (entry) => (
                <span className="chain">
                  <span className="chain-chip mono" title={entry.previousHash}>
                    {entry.previousHash.slice(0, 6)}
                  </span>
                  <span aria-hidden="true">→</span>
                  <span className="chain-chip chain-own mono" title={entry.hash}>
                    {entry.hash.slice(0, 6)}
                  </span>
                </span>
              ),
            },
          ]}
        />
      )}
      <Pager page={list.page} size={list.size} total={list.total} onPage={onPage} />
    </section>
  );
}

/** What was searched, read or changed; ids short, copied whole; the case leads to its entries (or, in its own tab, is known). */
function Content({ entry, onCase }: { readonly entry: AuditEntry; readonly onCase: ((caseId: string) => void) | undefined }) {
  const t = useText(auditText);
  const words = useWords();
  const told = tellEvent(entry.event);
  const { caseId } = entry;
  return (
    <span className="audit-content">
      {told.words === null ? null : <span>{words(told.words)}</span>}
      {told.ids.map(({ of, value }) => (
        <span key={value} className="quiet small nowrap">
          {words(of)} <Hash value={value} name={words(of)} short={8} />
        </span>
      ))}
      {caseId === null || onCase === undefined ? null : (
        <span className="quiet small nowrap">
          {t("ofCase")}{" "}
          <Button type="link" size="small" className="link-cell mono" title={`${t("onlyCase")} ${caseId}`} onClick={() => onCase(caseId)}>
            {caseId.slice(0, 8)}…
          </Button>
        </span>
      )}
    </span>
  );
}
