import { Link } from "react-router";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { ItemState } from "#counts/work-list.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { useSteady } from "#web/app/use-steady.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useCounts } from "#web/ledgers/use-counts.ts";
import { ItemsView } from "#web/work-list/items.view.tsx";
import { ProgressPanel } from "#web/work-list/progress.panel.tsx";
import { RulesPanel } from "#web/work-list/rules.panel.tsx";
import { useWorkList } from "#web/work-list/use-work-list.ts";
import { workListText } from "#web/work-list/work-list.text.ts";
import "#web/work-list/work-list.css";

/** 逐条核实 the items of tiers A and B of one count, one by one, by keyboard. Count, state and tier are in the address. */
export function WorkListPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(workListText);
  const [address, setAddress] = useAddress();
  const counts = useCounts({ caseId: detail.id });
  const done = (counts.data?.items ?? [])
    .filter(({ status }) => status === "done")
    .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt));
  const [shown] = useSteady(done.map(({ id }) => id));
  const countId = address.get("count") ?? shown;
  const list = useWorkList(countId);
  const go = (name: string, value: string) =>
    setAddress((before) => new URLSearchParams([...[...before].filter(([key]) => key !== name), [name, value]]));
  if (counts.isPending) return <Loading lines={6} />;
  if (counts.isError) return <Problem error={counts.error} onRetry={() => counts.refetch()} />;
  if (countId === null)
    return (
      <section className="panel panel-flush">
        <Empty title={t("emptyTitle")} testId="work-list-empty">
          <p>
            {t("noCount")} <Link to={`/cases/${detail.id}/ledgers`}>{t("toLedgers")}</Link>
          </p>
        </Empty>
      </section>
    );
  if (list.isPending) return <Loading lines={8} />;
  if (list.isError) return <Problem error={list.error} onRetry={() => list.refetch()} />;
  const state = ItemState.catch("open").parse(address.get("state") ?? "open");
  const tier = address.get("tier") === "A" || address.get("tier") === "B" ? address.get("tier") : null;
  return (
    <div className="stack" data-testid="work-list">
      <ProgressPanel countId={countId} progress={list.data.progress} mayOverride={detail.can.includes("override-proof")} />
      <div className="line no-print">
        <Choice
          label={t("state")}
          value={state}
          onChange={(value) => go("state", value)}
          options={ItemState.options.map((option) => [option, t(option)])}
          testId="work-list-state"
        />
        <Choice
          label={t("tier")}
          value={tier ?? ""}
          onChange={(value) => go("tier", value)}
          options={[
            ["", t("bothTiers")],
            ["A", "A"],
            ["B", "B"],
          ]}
          testId="work-list-tier"
        />
        {done.length > 1 ? (
          <Choice
            label={t("title")}
            value={countId}
            onChange={(value) => go("count", value)}
            options={done.map((one) => [one.id, `${formatMoment(one.requestedAt)} · ${one.requestedBy}`])}
            testId="work-list-count"
          />
        ) : null}
      </div>
      <ItemsView
        key={`${countId} ${state} ${tier}`}
        countId={countId}
        query={{ state, tier: tier === "A" || tier === "B" ? tier : null }}
        rules={list.data.rules}
        mayDecide={detail.can.includes("decide-items")}
      />
      <RulesPanel countId={countId} rules={list.data.rules} />
    </div>
  );
}
