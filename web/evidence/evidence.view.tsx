import { Button } from "antd";
import { Link } from "react-router";
import type { EvidenceItem } from "#evidence/evidence.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Hash } from "#web/design/hash/hash.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatBytes, formatNumber } from "#web/design/number/number.ts";
import { Empty } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText } from "#web/design/text/language.tsx";
import { DefectMarks } from "#web/evidence/defect-marks.tsx";
import { DropZone } from "#web/evidence/drop-zone.tsx";
import type { DroppedFile } from "#web/evidence/dropped-files.ts";
import { evidenceText } from "#web/evidence/evidence.text.ts";
import { UploadList } from "#web/evidence/upload-list.tsx";
import type { Upload } from "#web/evidence/upload-queue.ts";
import "#web/evidence/evidence.css";

export function EvidenceView(props: Props) {
  const t = useText(evidenceText);
  const { items, uploads } = props;
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  return (
    <div className="stack">
      {props.mayTakeIn ? <DropZone onFiles={props.onFiles} /> : null}
      {uploads.length === 0 ? null : (
        <UploadList uploads={uploads} onCancel={props.onCancel} onRetry={props.onRetry} onClear={props.onClear} />
      )}
      <section className="panel panel-flush" aria-label={t("title")}>
        {items.length === 0 ? (
          <Empty title={t("none")} testId="evidence-empty">
            <p>{t("noneBody")}</p>
          </Empty>
        ) : (
          <>
            <div className="line between panel-head">
              <h2>
                {t("title")}{" "}
                <span className="quiet figure">{t("totalLine", { n: formatNumber(items.length), size: formatBytes(bytes) })}</span>
              </h2>
              {props.mayCount ? <Link to={`/cases/${props.caseId}/ledgers?options=1`}>{t("toLedgers")}</Link> : null}
            </div>
            <DataTable
              label={t("title")}
              rows={items}
              rowKey={(item) => item.id}
              rowTestId="evidence-row"
              onOpen={(item) => props.onOpen(item.id)}
              isChosen={(item) => item.id === props.chosen}
              columns={[
                {
                  key: "path",
                  title: t("path"),
                  render: (item) => (
                    <span className="evidence-path">
                      <Button type="link" className="link-cell" onClick={() => props.onOpen(item.id)}>
                        {item.path}
                      </Button>
                      {item.sameAs.length === 0 ? null : <Mark tone="warn">{t("same", { n: item.sameAs.length })}</Mark>}
                    </span>
                  ),
                },
                { key: "size", title: t("size"), align: "right", nowrap: true, render: (item) => formatBytes(item.bytes) },
                {
                  key: "hash",
                  title: t("hash"),
                  nowrap: true,
                  gives: "late",
                  render: (item) => <Hash value={item.sha256} name="SHA-256" />,
                },
                { key: "state", title: t("state"), nowrap: true, render: (item) => <IntegrityMark item={item} /> },
                { key: "defects", title: t("defects"), render: (item) => <DefectMarks defects={item.defects} /> },
                {
                  key: "takenIn",
                  title: t("takenIn"),
                  gives: "last",
                  nowrap: true,
                  render: (item) => (
                    <span className="quiet figure">
                      {formatMoment(item.takenInAt).slice(5)} {item.takenInBy}
                    </span>
                  ),
                },
              ]}
            />
          </>
        )}
      </section>
    </div>
  );
}

/** Whether the stored bytes still have the hash taken at intake. */
export function IntegrityMark({ item }: { readonly item: EvidenceItem }) {
  const t = useText(evidenceText);
  if (item.verification === null) return <span className="quiet small">{t("notVerified")}</span>;
  return (
    <Mark
      tone={item.verification.intact ? "good" : "bad"}
      testId="integrity"
      title={t("verifiedAt", { at: formatMoment(item.verification.at) })}
    >
      {item.verification.intact ? "✓" : "×"} {t(item.verification.intact ? "intact" : "notIntact")}
    </Mark>
  );
}

type Props = {
  readonly caseId: string;
  readonly items: readonly EvidenceItem[];
  readonly uploads: readonly Upload[];
  readonly mayTakeIn: boolean;
  readonly mayCount: boolean;
  readonly chosen: string | null;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly onCancel: (id: string) => void;
  readonly onRetry: (id: string) => void;
  readonly onClear: () => void;
  readonly onOpen: (id: string) => void;
};
