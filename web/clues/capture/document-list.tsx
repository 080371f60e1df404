import { Button } from "antd";
import { Link } from "react-router";
import { captureText } from "#web/clues/capture/capture.text.ts";
import { type CaptureFilter, useCaptureDocuments } from "#web/clues/capture/use-capture.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText } from "#web/design/text/language.tsx";

/** The documents behind a figure of the funnel, each leading to its reader. */
export function CaptureDocumentList({ step, filter, page, onPage, onClose }: Props) {
  const t = useText(captureText);
  const documents = useCaptureDocuments(filter, step, page);
  if (documents.isPending) return <Loading lines={4} />;
  if (documents.isError) return <Problem error={documents.error} onRetry={() => documents.refetch()} />;
  const { items, more } = documents.data;
  return (
    <section className="stack-tight" aria-label={t("listOf", { step: t(step) })} data-testid="capture-documents">
      <div className="line between">
        <h2>{t("listOf", { step: t(step) })}</h2>
        <Button size="small" onClick={onClose}>
          {t("closeList")}
        </Button>
      </div>
      {items.length === 0 ? (
        <p className="quiet">{t("listNone")}</p>
      ) : (
        <DataTable
          label={t("listOf", { step: t(step) })}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "document",
              title: t("document"),
              render: ({ id, case: inCase, name }) => <Link to={`/cases/${inCase.id}/case-documents?document=${id}`}>{name}</Link>,
            },
            {
              key: "case",
              title: t("case"),
              nowrap: true,
              render: ({ case: inCase }) => <Link to={`/cases/${inCase.id}`}>{inCase.number}</Link>,
            },
            {
              key: "prompts",
              title: t(step === "withheld" ? "withheld" : "prompts"),
              align: "right",
              render: ({ prompts }) => formatNumber(prompts),
            },
            {
              key: "attached",
              title: t("attached"),
              nowrap: true,
              render: ({ attachedAt }) => <span className="figure">{formatMoment(attachedAt)}</span>,
            },
          ]}
        />
      )}
      <div className="line">
        {page > 1 ? <Button onClick={() => onPage(page - 1)}>{t("earlier")}</Button> : null}
        {more ? <Button onClick={() => onPage(page + 1)}>{t("later")}</Button> : null}
      </div>
    </section>
  );
}

type Props = {
  readonly step: "documents" | "read" | "hits" | "withheld";
  readonly filter: CaptureFilter;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onClose: () => void;
};
