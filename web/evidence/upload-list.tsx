import { Button } from "antd";
import { failureOf } from "#web/app/request.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { formatBytes } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { evidenceText } from "#web/evidence/evidence.text.ts";
import type { Upload } from "#web/evidence/upload-queue.ts";
import { formatSeconds, rateOf, secondsLeft } from "#web/evidence/upload-rate.ts";

/** The queue: each file with its progress, rate and what went wrong with it. */
export function UploadList({
  uploads,
  onCancel,
  onRetry,
  onClear,
}: {
  readonly uploads: readonly Upload[];
  readonly onCancel: (id: string) => void;
  readonly onRetry: (id: string) => void;
  readonly onClear: () => void;
}) {
  const t = useText(evidenceText);
  const stored = uploads.filter((upload) => upload.status === "stored").length;
  // the failed and the moving ones first: what needs a hand must not hide below what is done
  const order = { failed: 0, sending: 1, waiting: 2, cancelled: 3, stored: 4 } as const;
  const rows = uploads.toSorted((one, other) => order[one.status] - order[other.status]);
  return (
    <section className="panel" aria-label={t("queue")}>
      <div className="line between panel-head">
        <h2>{t("queue")}</h2>
        <span className="line">
          <span className="quiet figure" aria-live="polite" data-testid="upload-summary">
            {t("queueDone", { done: stored, total: uploads.length })}
          </span>
          {stored > 0 ? (
            <Button size="small" onClick={onClear}>
              {t("clearDone")}
            </Button>
          ) : null}
        </span>
      </div>
      <ul className="upload-list">
        {rows.slice(0, 100).map((upload) => (
          <UploadRow key={upload.id} upload={upload} onCancel={onCancel} onRetry={onRetry} />
        ))}
      </ul>
    </section>
  );
}

function UploadRow({
  upload,
  onCancel,
  onRetry,
}: {
  readonly upload: Upload;
  readonly onCancel: (id: string) => void;
  readonly onRetry: (id: string) => void;
}) {
  const t = useText(evidenceText);
  const words = useWords();
  const rate = rateOf(upload.samples);
  const left = secondsLeft(upload.bytes - upload.sent, rate);
  return (
    <li data-testid="upload-row" data-status={upload.status}>
      <div className="line between">
        <span className="break grow">{upload.path}</span>
        <span className={upload.status === "failed" ? "bad small" : upload.status === "stored" ? "good small" : "quiet small"}>
          {t(upload.status)}
          <span className="figure">
            {" "}
            {upload.status === "sending" ? `${formatBytes(upload.sent)} / ` : ""}
            {formatBytes(upload.bytes)}
            {rate === null ? "" : ` · ${formatBytes(rate)}/s`}
            {left === null ? "" : ` · ${t("left", { time: formatSeconds(left) })}`}
          </span>
        </span>
        {upload.status === "sending" || upload.status === "waiting" ? (
          <Button size="small" type="text" onClick={() => onCancel(upload.id)} aria-label={`${t("cancel")} ${upload.path}`}>
            {t("cancel")}
          </Button>
        ) : null}
        {upload.status === "failed" || upload.status === "cancelled" ? (
          <Button size="small" onClick={() => onRetry(upload.id)} aria-label={`${t("retry")} ${upload.path}`} data-testid="upload-retry">
            {t("retry")}
          </Button>
        ) : null}
      </div>
      {upload.status === "sending" ? <Bar label={upload.path} done={upload.sent} total={upload.bytes} /> : null}
      {upload.error === null ? null : (
        <p className="bad small" role="alert">
          {words(failureOf(upload.error).sentence)}
        </p>
      )}
    </li>
  );
}
