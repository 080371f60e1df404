import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { CaseDocument } from "#case-documents/case-documents.contract.ts";
import { DocumentPane } from "#web/case-documents/document-pane.tsx";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { useDocument } from "#web/case-documents/use-documents.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

/** 阅卷 a document with its notes in the margin, or two side by side. The keys walk through the facts of the first. */
export function ReaderPage({ id, beside, others, at, onBeside, onBack }: Props) {
  const t = useText(documentsText);
  const choices = others.map((one) => [one.id, one.name] as const);
  return (
    <div className="stack">
      <div className="line between no-print">
        <Button icon={<ArrowLeftOutlined />} onClick={onBack} data-testid="all-documents">
          {t("back")}
        </Button>
        {choices.length === 0 ? null : (
          <Choice
            label={t("beside")}
            showLabel
            value={beside ?? ""}
            onChange={(value) => onBeside(value === "" ? null : value)}
            options={[["", t("besideNone")], ...choices]}
            testId="document-beside"
          />
        )}
      </div>
      <div className={beside === null ? "reader" : "reader reader-two"}>
        <Loaded id={id} keys at={at} narrow={beside !== null} />
        {beside === null ? null : <Loaded key={beside} id={beside} keys={false} at={null} narrow />}
      </div>
    </div>
  );
}

function Loaded({
  id,
  keys,
  at,
  narrow,
}: {
  readonly id: string;
  readonly keys: boolean;
  readonly at: number | null;
  readonly narrow: boolean;
}) {
  const document = useDocument(id);
  if (document.isPending) return <Loading lines={12} />;
  if (document.isError) return <Problem error={document.error} onRetry={() => document.refetch()} />;
  return <DocumentPane detail={document.data} keys={keys} at={at} narrow={narrow} />;
}

type Props = {
  readonly id: string;
  readonly beside: string | null;
  readonly others: readonly CaseDocument[];
  /** a place in the text to begin at */
  readonly at: number | null;
  readonly onBeside: (id: string | null) => void;
  readonly onBack: () => void;
};
