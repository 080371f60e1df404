import { Button } from "antd";
import { Link } from "react-router";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { CountDetail } from "#counts/counts.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useAddress } from "#web/app/use-address.ts";
import { isMoving } from "#web/app/use-progress.ts";
import { useSteady } from "#web/app/use-steady.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Empty, InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { CountOptionsPanel } from "#web/ledgers/count-options.panel.tsx";
import { CountProgressLine } from "#web/ledgers/count-progress-line.tsx";
import { DerivationPanel } from "#web/ledgers/derivation.panel.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { LedgersView } from "#web/ledgers/ledgers.view.tsx";
import { RowsPanel } from "#web/ledgers/rows.panel.tsx";
import { useChangeCount } from "#web/ledgers/use-change-count.ts";
import { useCount } from "#web/ledgers/use-count.ts";
import { useCounts } from "#web/ledgers/use-counts.ts";
import { COUNT_STATUS_WORDS } from "#web/words/words.text.ts";

/** The ledgers of one count; count, step and page are in the address. */
export function LedgersPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(ledgersText);
  const words = useWords();
  const [address, setAddress] = useAddress();
  const counts = useCounts({ caseId: detail.id });
  const all = counts.data?.items ?? [];
  const newest = all.toSorted((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  const [shown] = useSteady(newest.map(({ id }) => id));
  const countId = address.get("count") ?? shown;
  const count = useCount(countId);
  const go = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) value === null ? next.delete(name) : next.set(name, value);
      return next;
    });
  const mayCount = detail.can.includes("count");
  const closed = { tier: null, step: null, reason: null, figure: null, page: null, options: null };
  const [tier, step, figure] = [address.get("tier"), address.get("step"), address.get("figure")];
  if (counts.isPending) return <Loading lines={6} />;
  if (counts.isError) return <Problem error={counts.error} onRetry={() => counts.refetch()} />;
  return (
    <>
      <div className="stack">
        <div className="line between no-print">
          {newest.length === 0 ? (
            <span />
          ) : (
            <Choice
              label={t("chosenCount")}
              value={countId ?? ""}
              onChange={(id) => go({ ...closed, count: id })}
              options={newest.map((one) => [
                one.id,
                `${formatMoment(one.requestedAt)} · ${one.requestedBy} · ${words(COUNT_STATUS_WORDS[one.status])}`,
              ])}
              testId="count-choice"
            />
          )}
          {mayCount ? (
            <Button
              type="primary"
              disabled={detail.evidence === 0}
              onClick={() => go({ ...closed, options: "1" })}
              data-testid="count-button"
            >
              {t("count")}
            </Button>
          ) : null}
        </div>
        {newest.length === 0 ? (
          <section className="panel panel-flush">
            <Empty title={t("noneTitle")} testId="ledgers-empty">
              <p>{t("noneBody")}</p>
              {detail.evidence === 0 ? (
                <p>
                  {t("noEvidence")} <Link to={`/cases/${detail.id}/evidence`}>{t("toEvidence")}</Link>
                </p>
              ) : null}
            </Empty>
          </section>
        ) : count.isPending ? (
          <Loading lines={8} />
        ) : count.isError ? (
          <Problem error={count.error} onRetry={() => count.refetch()} />
        ) : (
          <CountContent key={count.data.id} count={count.data} mayCount={mayCount} mayCorrect={detail.can.includes("correct-count")} />
        )}
      </div>
      {address.get("options") === "1" && mayCount ? (
        <CountOptionsPanel
          caseId={detail.id}
          evidence={detail.evidence}
          onClose={() => go(closed)}
          onStarted={(id) => go({ ...closed, count: id })}
        />
      ) : null}
      {figure !== null && count.data?.result != null ? (
        <DerivationPanel key={figure} countId={count.data.id} result={count.data.result} figure={figure} onClose={() => go(closed)} />
      ) : null}
      {countId !== null && (tier === "A" || tier === "B" || tier === "C") && step !== null ? (
        <RowsPanel
          key={`${tier}${step}${address.get("reason")}`}
          countId={countId}
          tier={tier}
          step={step}
          reason={address.get("reason")}
          page={address.get("page") ?? "1"}
          onPage={(page) => go({ page: String(page) })}
          onClose={() => go(closed)}
        />
      ) : null}
    </>
  );
}

function CountContent({
  count,
  mayCount,
  mayCorrect,
}: {
  readonly count: CountDetail;
  readonly mayCount: boolean;
  readonly mayCorrect: boolean;
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const retry = useChangeCount(count.id, "retry");
  const requestId = useRequestId();
  if (isMoving(count.status)) {
    return (
      <section className="panel">
        <CountProgressLine count={count} mayCancel={mayCount} />
      </section>
    );
  }
  if (count.result !== null) return <LedgersView count={count} result={count.result} mayCorrect={mayCorrect} />;
  return (
    <section className="panel stack-tight" data-testid="count-problem">
      <h2>{t("failed")}</h2>
      <p>{count.problem === null ? t("cancelled") : words(count.problem)}</p>
      <InlineProblem error={retry.error} />
      {mayCount ? (
        <div>
          <Button
            loading={retry.isPending}
            onClick={() => retry.mutate({ requestId: requestId.current() }, { onSuccess: requestId.renew })}
            data-testid="count-retry"
          >
            {t("again")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
