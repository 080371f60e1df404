import { Button } from "antd";
import type { CaseDocument } from "#case-documents/case-documents.contract.ts";
import { DOCUMENT_KIND_WORDS } from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { ReadingState } from "#web/case-documents/reading-state.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { type Column, DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

export function DocumentTable({ items, mayRead, onOpen }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  const columns: readonly Column<CaseDocument>[] = [
    {
      key: "name",
      title: t("name"),
      render: ({ id, name, part }) => (
        <>
          <Button type="link" className="link-cell" onClick={() => onOpen(id)} data-testid="open-document">
            {name}
          </Button>
          {part === null ? null : (
            <div className="quiet small break">
              {t(part.isLine ? "partLine" : "partFile", { of: part.of, n: formatNumber(part.number) })}
            </div>
          )}
        </>
      ),
    },
    { key: "kind", title: t("kind"), render: ({ kind }) => words(DOCUMENT_KIND_WORDS[kind]), gives: "last" },
    { key: "status", title: t("status"), render: (document) => <ReadingState document={document} mayRead={mayRead} /> },
    { key: "facts", title: t("facts"), align: "right", render: ({ facts }) => (facts === null ? "—" : formatNumber(facts)) },
    {
      key: "prompts",
      title: t("prompts"),
      nowrap: true,
      render: ({ prompts }) =>
        prompts.open > 0 ? (
          <span className="clue-suggested">
            <Mark>{t("openPrompts", { n: prompts.open })}</Mark>
          </span>
        ) : prompts.all === 0 ? (
          <span className="quiet">{t("noPrompts")}</span>
        ) : (
          formatNumber(prompts.all)
        ),
    },
    {
      key: "attached",
      title: t("attached"),
      gives: "soon",
      render: ({ attachedAt, attachedBy }) => (
        <span className="quiet small figure">
          {formatMoment(attachedAt)} · {attachedBy}
        </span>
      ),
    },
  ];
  return (
    <section className="panel panel-flush">
      <DataTable
        label={t("title")}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        rowTestId="document-row"
      />
    </section>
  );
}

type Props = { readonly items: readonly CaseDocument[]; readonly mayRead: boolean; readonly onOpen: (id: string) => void };
