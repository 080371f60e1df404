import type { CaseDetail } from "#cases/cases.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { AttachForm } from "#web/case-documents/attach-form.tsx";
import { BatchList } from "#web/case-documents/batch-list.tsx";
import { DocumentTable } from "#web/case-documents/document-table.tsx";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { ReaderPage } from "#web/case-documents/reader.page.tsx";
import { useBatches } from "#web/case-documents/use-batches.ts";
import { useDocuments } from "#web/case-documents/use-documents.ts";
import { QueryField } from "#web/design/field/query-field.tsx";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import "#web/clues/clues.css";
import "#web/case-documents/documents.css";

const A_PAGE = 50;

/** 案卷文书 of a case; `?document=<id>` opens the reader, `&beside=<id>` a second document beside it; `page` and `query` are kept for the way back. */
export function DocumentsPage({ detail }: { readonly detail: CaseDetail }) {
  const [address, setAddress] = useAddress();
  const open = address.get("document");
  const go = (change: Readonly<Record<string, string | null>>) =>
    setAddress((next) => {
      for (const [key, value] of Object.entries(change)) value === null ? next.delete(key) : next.set(key, value);
      return next;
    });
  if (open === null)
    return (
      <DocumentList
        detail={detail}
        page={Math.max(1, Number(address.get("page")) || 1)}
        query={address.get("query") ?? ""}
        onPage={(page) => go({ page: page === 1 ? null : String(page) })}
        onQuery={(query) => go({ query: query === "" ? null : query, page: null })}
        onOpen={(id) => go({ document: id })}
      />
    );
  return (
    <ReaderPage
      key={open}
      caseId={detail.id}
      id={open}
      beside={address.get("beside")}
      at={address.get("at") === null ? null : Number(address.get("at"))}
      onBeside={(beside) => go({ beside })}
      onBack={() => go({ document: null, beside: null, at: null })}
    />
  );
}

function DocumentList({ detail, page, query, onPage, onQuery, onOpen }: ListProps) {
  const t = useText(documentsText);
  const list = useDocuments(detail.id, { page: String(page), size: String(A_PAGE), query });
  const batches = useBatches(detail.id);
  const mayAttach = detail.can.includes("take-in-evidence");
  if (list.isPending) return <Loading lines={6} />;
  if (list.isError) return <Problem error={list.error} onRetry={() => list.refetch()} />;
  const { items, total, attachedEvidence } = list.data;
  const isEmpty = total === 0 && query === "" && (batches.data?.items ?? []).length === 0;
  return (
    <div className="stack">
      {mayAttach ? <AttachForm caseId={detail.id} attached={attachedEvidence} /> : <p className="quiet">{t("mayNot")}</p>}
      {batches.isError ? <Problem error={batches.error} onRetry={() => batches.refetch()} /> : null}
      {batches.data && batches.data.items.length > 0 ? <BatchList batches={batches.data.items} mayRead={mayAttach} /> : null}
      {isEmpty ? (
        <Empty title={t("none")} testId="no-documents">
          <p className="quiet">{t("noneBody")}</p>
        </Empty>
      ) : (
        <>
          {total > A_PAGE || query !== "" ? (
            <div className="document-find">
              <QueryField label={t("find")} value={query} onChange={onQuery} testId="documents-query" />
            </div>
          ) : null}
          {items.length === 0 ? (
            <p className="quiet">{t("noneFound")}</p>
          ) : (
            <DocumentTable items={items} mayRead={mayAttach} onOpen={onOpen} />
          )}
          <Pager page={page} size={A_PAGE} total={total} onPage={onPage} />
        </>
      )}
    </div>
  );
}

type ListProps = {
  readonly detail: CaseDetail;
  readonly page: number;
  readonly query: string;
  readonly onPage: (page: number) => void;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (id: string) => void;
};
