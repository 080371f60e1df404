import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { LegalDocumentSummary } from "#legal-documents/legal-documents.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DocumentPage } from "#web/legal-documents/document.page.tsx";
import { STATUS_TONES, STATUS_WORDS } from "#web/legal-documents/document-words.text.ts";
import { DraftPage } from "#web/legal-documents/draft.page.tsx";
import { documentsText } from "#web/legal-documents/legal-documents.text.ts";
import { useDocuments } from "#web/legal-documents/use-documents.ts";
import "#web/legal-documents/legal-documents.css";

/** 文书 of a case: the list, a new draft (`?document=new`), or one document (`?document=<id>`); what is open stands in the address. */
export function CaseDocumentsPage({ detail }: { readonly detail: CaseDetail }) {
  const documents = useDocuments(detail.id);
  const [address, setAddress] = useAddress();
  const chosen = address.get("document");
  const open = (document: string) => setAddress({ document });
  if (chosen === "new") return <DraftPage detail={detail} onDrafted={open} onBack={() => setAddress({})} />;
  if (chosen !== null) return <DocumentPage key={chosen} caseId={detail.id} id={chosen} onBack={() => setAddress({})} />;
  if (documents.isPending) return <Loading lines={6} />;
  if (documents.isError) return <Problem error={documents.error} onRetry={() => documents.refetch()} />;
  return <DocumentList items={documents.data.items} mayDraft={documents.data.mayDraft} onOpen={open} />;
}

function DocumentList({
  items,
  mayDraft,
  onOpen,
}: {
  readonly items: readonly LegalDocumentSummary[];
  readonly mayDraft: boolean;
  readonly onOpen: (id: string) => void;
}) {
  const t = useText(documentsText);
  const words = useWords();
  return (
    <section className="panel panel-flush" data-testid="documents">
      <div className="line between panel-head">
        <h2>{t("title")}</h2>
        {mayDraft ? (
          <Button
            type={items.length === 0 ? "primary" : "default"}
            icon={<PlusOutlined />}
            onClick={() => onOpen("new")}
            data-testid="document-new"
          >
            {t("draft")}
          </Button>
        ) : null}
      </div>
      {items.length === 0 ? (
        <Empty title={t("none")} testId="documents-empty">
          <p>{mayDraft ? t("noneHelp") : t("mayNotDraft")}</p>
        </Empty>
      ) : (
        <DataTable
          label={t("title")}
          rows={items}
          rowKey={({ id }) => id}
          rowTestId="document-row"
          onOpen={({ id }) => onOpen(id)}
          columns={[
            {
              key: "kind",
              title: t("kind"),
              render: ({ id, kindName }) => (
                <Button
                  type="link"
                  style={{ padding: 0, height: "auto", whiteSpace: "normal", textAlign: "left" }}
                  onClick={() => onOpen(id)}
                >
                  {words(kindName)}
                </Button>
              ),
            },
            {
              key: "number",
              title: t("number"),
              nowrap: true,
              render: ({ number, status }) =>
                number ?? <span className="quiet">{status === "issued" || status === "served" ? t("noNumber") : t("numberAtIssue")}</span>,
            },
            {
              key: "status",
              title: t("status"),
              nowrap: true,
              render: ({ status, missing }) => (
                <span className="line" style={{ gap: 6 }}>
                  <Mark tone={STATUS_TONES[status]}>{words(STATUS_WORDS[status])}</Mark>
                  {status === "draft" && missing > 0 ? <span className="warn small">{t("missingCount", { n: missing })}</span> : null}
                </span>
              ),
            },
            { key: "addressee", title: t("addressee"), gives: "soon", render: ({ addressee }) => addressee ?? "" },
            {
              key: "updated",
              title: t("updated"),
              nowrap: true,
              gives: "last",
              render: ({ updatedAt, draftedBy }) => (
                <span className="quiet">
                  {formatMoment(updatedAt)} · {draftedBy}
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
