import { useQuery } from "@tanstack/react-query";
import { STATUS_NAMES } from "#legal-documents/legal-document.ts";
import { LegalDocument } from "#legal-documents/legal-documents.contract.ts";
import { request } from "#web/app/request.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";

/** The numbered document of a transfer with its files; the receiving side reads it once it is issued. */
export function DocumentLine({ id, upward }: { readonly id: string; readonly upward: boolean }) {
  const t = useText(transfersText);
  const words = useWords();
  const document = useQuery({
    queryKey: ["legal-document", id],
    retry: false,
    queryFn: ({ signal }) => request(LegalDocument, `/legal-documents/${id}`, { signal }),
  });
  const name = t(upward ? "documentRequest" : "documentNotice");
  if (document.isPending) return name;
  if (document.isError)
    return (
      <span>
        {name} <span className="quiet small">{t("documentHidden")}</span>
      </span>
    );
  const file = (format: string) => `/api/legal-documents/${id}/file?format=${format}`;
  return (
    <span className="line" data-testid="transfer-document">
      <span>
        {name} <span className="quiet">{document.data.number ?? t("documentNoNumber")}</span>
      </span>
      <Mark tone="quiet">{words(STATUS_NAMES[document.data.status])}</Mark>
      <a href={file("docx")}>DOCX</a>
      <a href={file("pdf")}>PDF</a>
    </span>
  );
}
