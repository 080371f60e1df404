import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { DocumentPane } from "#web/case-documents/document-pane.tsx";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { TwoDocuments } from "#web/case-documents/two-documents.view.tsx";
import { useDocument, useDocuments } from "#web/case-documents/use-documents.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { QueryField } from "#web/design/field/query-field.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

/** Names offered at once; of more a part of the name is asked for. */
const OFFERED = 100;

/** 阅卷 a document with its notes in the margin, or two side by side. The keys walk through the facts of the first. */
export function ReaderPage({ caseId, id, beside, at, onBeside, onBack }: Props) {
  const t = useText(documentsText);
  const [query, setQuery] = useState("");
  const offered = useDocuments(caseId, { size: String(OFFERED), query });
  const second = useDocument(beside);
  const others = (offered.data?.items ?? []).filter((one) => one.id !== id);
  const choices = others.map((one) => [one.id, one.name] as const);
  // the one that is open stays offered, whatever is asked for
  const open = second.data && !others.some((one) => one.id === beside) ? [[second.data.id, second.data.name] as const] : [];
  const many = (offered.data?.total ?? 0) > OFFERED || query !== "";
  return (
    <div className="stack">
      <div className="line between no-print">
        <Button icon={<ArrowLeftOutlined />} onClick={onBack} data-testid="all-documents">
          {t("back")}
        </Button>
        <span className="line">
          {many ? <QueryField label={t("findBeside")} value={query} onChange={setQuery} testId="beside-query" /> : null}
          {choices.length + open.length === 0 && !many ? null : (
            <span className="reader-choose">
              <Choice
                label={t("beside")}
                showLabel
                value={beside ?? ""}
                onChange={(value) => onBeside(value === "" ? null : value)}
                options={[["", t("besideNone")], ...open, ...choices]}
                testId="document-beside"
              />
            </span>
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t("print")}
          </Button>
        </span>
      </div>
      {beside === null ? <One id={id} at={at} /> : <Two id={id} beside={beside} at={at} />}
    </div>
  );
}

function One({ id, at }: { readonly id: string; readonly at: number | null }) {
  const document = useDocument(id);
  if (document.isPending) return <Loading lines={12} />;
  if (document.isError) return <Problem error={document.error} onRetry={() => document.refetch()} />;
  return (
    <div className="reader">
      <DocumentPane detail={document.data} keys at={at} narrow={false} />
    </div>
  );
}

function Two({ id, beside, at }: { readonly id: string; readonly beside: string; readonly at: number | null }) {
  const [left, right] = [useDocument(id), useDocument(beside)];
  if (left.isPending || right.isPending) return <Loading lines={12} />;
  if (left.isError) return <Problem error={left.error} onRetry={() => left.refetch()} />;
  if (right.isError) return <Problem error={right.error} onRetry={() => right.refetch()} />;
  return <TwoDocuments left={left.data} right={right.data} at={at} />;
}

type Props = {
  readonly caseId: string;
  readonly id: string;
  readonly beside: string | null;
  /** a place in the text to begin at */
  readonly at: number | null;
  readonly onBeside: (id: string | null) => void;
  readonly onBack: () => void;
};
