import { Button } from "antd";
import { tellTitle } from "#clues/tell-title.ts";
import type { ContactSide } from "#cross-checks/cross-checks.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { ContactPanel, Other } from "#web/cross-checks/contact.panel.tsx";
import { ContactStatusMark } from "#web/cross-checks/contact-status.tsx";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { HitTable } from "#web/cross-checks/hit-table.tsx";
import { TraitList } from "#web/cross-checks/trait-list.tsx";
import { useContacts } from "#web/cross-checks/use-cross-checks.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import "#web/clues/clues.css";
import "#web/cross-checks/cross-checks.css";

/** 串并与联系 requests received first, since somebody waits; the open contact lives in the address. */
export function ContactsPage() {
  const t = useText(crossChecksText);
  const c = useText(cluesText);
  useWhere([{ label: c("title"), to: "/clues" }, { label: t("title") }]);
  const [address, setAddress] = useAddress();
  const open = address.get("contact");
  const show = (contact: string | null) => setAddress(contact === null ? {} : { contact });
  return (
    <div className="stack">
      <h1>{t("title")}</h1>
      <p className="quiet small">{t("why")}</p>
      <ContactTable side="answering" open={open} onOpen={show} />
      <ContactTable side="asking" open={open} onOpen={show} />
      <HitTable />
      {open === null ? null : <ContactPanel key={open} id={open} onClose={() => show(null)} />}
    </div>
  );
}

function ContactTable({
  side,
  open,
  onOpen,
}: {
  readonly side: ContactSide;
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
}) {
  const t = useText(crossChecksText);
  const words = useWords();
  const contacts = useContacts(side);
  const title = t(side === "answering" ? "incoming" : "outgoing");
  return (
    <section className="panel panel-flush cross-panel" aria-label={title} data-testid={`contacts-${side}`}>
      <h2>{title}</h2>
      {contacts.isPending ? (
        <Loading lines={3} />
      ) : contacts.isError ? (
        <Problem error={contacts.error} onRetry={() => contacts.refetch()} />
      ) : contacts.data.items.length === 0 ? (
        <p className="quiet cross-empty">{t(side === "answering" ? "noIncoming" : "noOutgoing")}</p>
      ) : (
        <DataTable
          label={title}
          rows={contacts.data.items}
          rowKey={(row) => row.id}
          rowTestId="contact-row"
          isChosen={(row) => row.id === open}
          onOpen={(row) => onOpen(row.id)}
          columns={[
            {
              key: "clue",
              title: t("clue"),
              render: (row) => (
                <Button type="link" className="link-cell" onClick={() => onOpen(row.id)}>
                  {row.clue === null ? t("clueHidden") : words(tellTitle(row.clue.title))}
                </Button>
              ),
            },
            { key: "status", title: t("status"), nowrap: true, render: (row) => <ContactStatusMark status={row.status} /> },
            { key: "shared", title: t("shared"), gives: "late", render: (row) => <TraitList traits={row.traits} /> },
            { key: "other", title: t("other"), gives: "last", render: (row) => <Other contact={row} /> },
            { key: "until", title: t("until"), nowrap: true, gives: "late", render: (row) => <span className="figure">{row.until}</span> },
            {
              key: "updated",
              title: t("updated"),
              nowrap: true,
              gives: "soon",
              render: (row) => <span className="figure">{formatMoment(row.updatedAt)}</span>,
            },
          ]}
        />
      )}
    </section>
  );
}
