import { useSearchParams } from "react-router";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { AttachForm } from "#web/case-documents/attach-form.tsx";
import { DocumentTable } from "#web/case-documents/document-table.tsx";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { ReaderPage } from "#web/case-documents/reader.page.tsx";
import { useDocuments } from "#web/case-documents/use-documents.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import "#web/clues/clues.css";
import "#web/case-documents/documents.css";

/** 案卷文书 of a case; `?document=<id>` opens the reader, `&beside=<id>` a second document beside it. */
export function DocumentsPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(documentsText);
  const [address, setAddress] = useSearchParams();
  const list = useDocuments(detail.id);
  const open = address.get("document");
  if (list.isPending) return <Loading lines={6} />;
  if (list.isError) return <Problem error={list.error} onRetry={() => list.refetch()} />;
  const { items } = list.data;
  if (open !== null)
    return (
      <ReaderPage
        key={open}
        id={open}
        beside={address.get("beside")}
        others={items.filter(({ id }) => id !== open)}
        at={address.get("at") === null ? null : Number(address.get("at"))}
        onBeside={(beside) => setAddress({ document: open, ...(beside === null ? {} : { beside }) })}
        onBack={() => setAddress({})}
      />
    );
  const mayAttach = detail.can.includes("take-in-evidence");
  return (
    <div className="stack">
      {mayAttach ? <AttachForm caseId={detail.id} attached={items} /> : <p className="quiet">{t("mayNot")}</p>}
      {items.length === 0 ? (
        <Empty title={t("none")} testId="no-documents">
          <p className="quiet">{t("noneBody")}</p>
        </Empty>
      ) : (
        <DocumentTable items={items} mayRead={mayAttach} onOpen={(id) => setAddress({ document: id })} />
      )}
    </div>
  );
}
