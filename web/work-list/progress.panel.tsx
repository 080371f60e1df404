import { Button } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { WorkListProgress } from "#counts/work-list.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useDecideItems } from "#web/work-list/use-work-list.ts";
import { workListText } from "#web/work-list/work-list.text.ts";

type Progress = z.infer<typeof WorkListProgress>;

/** How far the items of both tiers are decided, and whether the number may be printed as proved. */
export function ProgressPanel({
  countId,
  progress,
  mayOverride,
}: {
  readonly countId: string;
  readonly progress: Progress;
  readonly mayOverride: boolean;
}) {
  const t = useText(workListText);
  const { override, beyond } = progress;
  return (
    <section className="panel stack-tight" data-testid="work-list-progress">
      <div className="line between">
        <h2>{t("title")}</h2>
        <span className="line">
          <Mark tone={progress.proved ? "good" : override === null ? "bad" : "warn"} testId="work-list-proved">
            {t(progress.proved ? "proved" : "notProved")}
          </Mark>
          <a href={`/api/counts/${countId}/report.pdf`} target="_blank" rel="noreferrer" data-testid="count-report">
            {t("report")}
          </a>
        </span>
      </div>
      <p className="quiet small">{t("why")}</p>
      {(["A", "B"] as const).map((tier) => {
        const { open, confirmed, rejected, anonymised, restored } = progress.tiers[tier];
        const decided = confirmed + rejected + anonymised + restored;
        return (
          <div key={tier} className="work-list-tier">
            <span className="figure">
              {open + decided === 0
                ? t("none", { tier })
                : t("progress", { tier, decided: formatNumber(decided), open: formatNumber(open) })}
            </span>
            {open + decided === 0 ? null : <Bar label={t("progress", { tier, decided, open })} done={decided} total={open + decided} />}
          </div>
        );
      })}
      {beyond.A + beyond.B === 0 ? null : <p className="small">{t("beyond", { n: formatNumber(beyond.A + beyond.B) })}</p>}
      {progress.recount ? <p className="small">{t("recount")}</p> : null}
      {override === null ? null : (
        <p className="small" data-testid="work-list-override">
          {t("overridden", { by: override.by, at: formatMoment(override.at), reason: override.reason })}
        </p>
      )}
      {mayOverride && !progress.printable ? <OverrideForm countId={countId} /> : null}
    </section>
  );
}

function OverrideForm({ countId }: { readonly countId: string }) {
  const t = useText(workListText);
  const [reason, setReason] = useState("");
  const requestId = useRequestId();
  const { override } = useDecideItems(countId);
  return (
    <details>
      <summary>{t("override")}</summary>
      <form
        className="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          override.mutate({ requestId: requestId.current(), reason }, { onSuccess: requestId.renew });
        }}
      >
        <Labelled label={t("reason")} reason={t("overrideWhy")}>
          <textarea
            className="field"
            required
            maxLength={1000}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        <InlineProblem error={override.error} />
        <div>
          <Button htmlType="submit" disabled={reason.trim() === ""} loading={override.isPending} data-testid="override-do">
            {t("overrideDo")}
          </Button>
        </div>
      </form>
    </details>
  );
}
