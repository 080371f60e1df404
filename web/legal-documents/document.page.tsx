import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { DocumentAction, LegalDocument } from "#legal-documents/legal-documents.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { formatDay, formatMoment } from "#web/design/date/date.ts";
import { Hash } from "#web/design/hash/hash.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { DocumentAbout } from "#web/legal-documents/document-about.tsx";
import { DocumentActs } from "#web/legal-documents/document-acts.tsx";
import { DocumentFields } from "#web/legal-documents/document-fields.tsx";
import { STATUS_TONES, STATUS_WORDS, WAY_WORDS } from "#web/legal-documents/document-words.text.ts";
import { documentsText } from "#web/legal-documents/legal-documents.text.ts";
import { Paper } from "#web/legal-documents/paper.view.tsx";
import { RecommendationLink } from "#web/legal-documents/recommendation-link.tsx";
import { useActOnDocument, useDocument } from "#web/legal-documents/use-documents.ts";

/** One document: its text on paper, beside it what is missing, its fields and what may be done now. */
export function DocumentPage({ caseId, id, onBack }: { readonly caseId: string | null; readonly id: string; readonly onBack: () => void }) {
  const t = useText(documentsText);
  const document = useDocument(id);
  const act = useActOnDocument(caseId, id);
  const requestId = useRequestId();
  if (document.isPending) return <Loading lines={10} />;
  if (document.isError) return <Problem error={document.error} onRetry={() => document.refetch()} />;
  const found = document.data;
  const run = (action: DocumentAction, onDone: () => void) =>
    act.mutate(
      { requestId: requestId.current(), expectedVersion: found.version, action },
      {
        onSuccess: () => {
          requestId.renew();
          onDone();
        },
      },
    );
  const stamps = { draft: "草稿", submitted: "草稿", approved: "草稿", issued: null, served: null, withdrawn: "作废" } as const;
  return (
    <div className="stack" data-testid="document" data-status={found.status}>
      <DocumentHead document={found} onBack={onBack} />
      <div className="document-columns">
        <Paper paragraphs={found.paragraphs} label={t("paper")} stamp={stamps[found.status]} />
        <div className="stack document-side">
          <section className="panel stack-tight">
            <h2>{t("acts")}</h2>
            <DocumentActs document={found} pending={act.isPending} onAct={run} />
            <InlineProblem error={act.error} />
            {found.kind === "recommendation" && caseId !== null ? <RecommendationLink caseId={caseId} document={found} /> : null}
          </section>
          {found.issuedOn === null ? (
            <section className="panel stack-tight">
              <h2>{t("fields")}</h2>
              <DocumentFields document={found} pending={act.isPending} onAct={run} />
            </section>
          ) : null}
          <section className="panel stack-tight">
            <DocumentAbout of={found} version={found.templateVersion} />
            <h3>{t("history")}</h3>
            <History document={found} />
          </section>
        </div>
      </div>
    </div>
  );
}

function DocumentHead({ document, onBack }: { readonly document: LegalDocument; readonly onBack: () => void }) {
  const t = useText(documentsText);
  const words = useWords();
  const signs = useSigns();
  const { language } = useLanguage();
  const { service, receipt } = document;
  const file = (format: "docx" | "pdf") => `/api/legal-documents/${document.id}/file?format=${format}`;
  return (
    <section className="panel stack-tight">
      <div className="line between">
        <h2 className="break document-name">
          {words(document.kindName)}{" "}
          <span className="figure" data-testid="document-number">
            {document.number ?? ""}
          </span>
        </h2>
        <Button onClick={onBack} data-testid="document-back">
          {t("back")}
        </Button>
      </div>
      <div className="line">
        <Mark tone={STATUS_TONES[document.status]} testId="document-status">
          {words(STATUS_WORDS[document.status])}
        </Mark>
        {document.issuedOn === null ? null : (
          <span>
            <span className="quiet">{t("issuedOn")}</span> {formatDay(document.issuedOn, language)}
          </span>
        )}
        {service === null ? null : (
          <span>
            <span className="quiet">{t("service")}</span> {formatDay(service.on, language)} · {words(WAY_WORDS[service.way])} ·{" "}
            {service.receiver}
            {receipt === null ? <span className="warn">{signs.aside(t("noReceipt"))}</span> : signs.aside(receipt.receipt)}
          </span>
        )}
      </div>
      <div className="line">
        {(["docx", "pdf"] as const).map((format) => (
          <Button key={format} href={file(format)} icon={<DownloadOutlined />} data-testid={`download-${format}`}>
            {t("download")} {format.toUpperCase()}
          </Button>
        ))}
        {document.sha256 === null ? null : (
          <span className="small">
            <span className="quiet">{t("fingerprint")}</span> <Hash name="SHA-256" value={document.sha256} />
          </span>
        )}
      </div>
    </section>
  );
}

function History({ document }: { readonly document: LegalDocument }) {
  const words = useWords();
  return (
    <ol className="document-history small">
      {document.history.map(({ version, at, by, sentence }) => (
        <li key={version} className="break">
          {words(sentence)}
          <span className="quiet">
            {" "}
            {by} · {formatMoment(at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
