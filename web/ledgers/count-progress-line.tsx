import { Button } from "antd";
import { Link } from "react-router";
import type { Count } from "#counts/counts.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatBytes, formatNumber, formatShare } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { SpeedGauge } from "#web/ledgers/speed-gauge.tsx";
import { useChangeCount } from "#web/ledgers/use-change-count.ts";
import { useCountProgress } from "#web/ledgers/use-count-progress.ts";
import { COUNT_STATUS_WORDS } from "#web/words/words.text.ts";

/** A running count: what is being read, how much, how fast, and the way to stop it. */
export function CountProgressLine({
  count,
  withCase = false,
  mayCancel = false,
}: {
  readonly count: Count;
  readonly withCase?: boolean;
  readonly mayCancel?: boolean;
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const progress = useCountProgress(count);
  const cancel = useChangeCount(count.id, "cancellation");
  const requestId = useRequestId();
  return (
    <div className="stack-tight" data-testid="count-progress" data-status={progress.status}>
      <div className="line between">
        <span className="line">
          <Mark tone="accent">{words(COUNT_STATUS_WORDS[progress.status])}</Mark>
          {withCase ? (
            <Link to={`/cases/${count.caseId}/ledgers?count=${count.id}`}>
              {count.caseNumber} {count.caseTitle}
            </Link>
          ) : null}
          {progress.attempt > 1 ? <span className="quiet small">{t("attempt", { n: progress.attempt })}</span> : null}
        </span>
        {mayCancel && progress.status !== "cancelling" ? (
          <Button
            size="small"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ requestId: requestId.current() }, { onSuccess: requestId.renew })}
            data-testid="count-cancel"
          >
            {t("cancelCount")}
          </Button>
        ) : null}
      </div>
      <Bar label={t("counts")} done={progress.bytesDone} total={Math.max(progress.bytesTotal, 1)} />
      <div className="line between quiet small figure">
        <span className="break grow">{progress.reading === null ? "" : `${t("reading")} ${progress.reading}`}</span>
        <span>
          {t("progress", {
            bytes: formatBytes(progress.bytesDone),
            total: formatBytes(progress.bytesTotal),
            rows: formatNumber(progress.rowsDone),
          })}
        </span>
        <SpeedGauge history={progress.history ?? []} now={[progress.bytesPerSecond, progress.rowsPerSecond]} />
      </div>
      {/* read out in tenths only, so that a reader is not talked over every second */}
      <span className="visually-hidden" aria-live="polite">
        {words(COUNT_STATUS_WORDS[progress.status])}{" "}
        {formatShare(Math.floor((progress.bytesDone / Math.max(1, progress.bytesTotal)) * 10), 10)}
      </span>
      <InlineProblem error={cancel.error} />
    </div>
  );
}
