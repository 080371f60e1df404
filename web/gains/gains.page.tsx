import { Button } from "antd";
import { useRef } from "react";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useAddress } from "#web/app/use-address.ts";
import { useSteady } from "#web/app/use-steady.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Empty, InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { CalculationCard } from "#web/gains/calculation-card.tsx";
import { gainsText } from "#web/gains/gains.text.ts";
import { MoneyFlowView } from "#web/gains/money-flow.view.tsx";
import { useGains, useGainsChanges, useMoneyFlows } from "#web/gains/use-gains.ts";
import "#web/gains/gains.css";

/** 违法所得 from a money flow to gains and profit: every line with what it was taken for, by a rule or by a person; calculations kept. */
export function GainsPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(gainsText);
  const [address, setAddress] = useAddress();
  const flows = useMoneyFlows(detail.id);
  const kept = useGains(detail.id);
  const { importFlow } = useGainsChanges(detail.id);
  const requestId = useRequestId();
  const file = useRef<HTMLInputElement>(null);
  const mayCalculate = detail.can.includes("calculate-gains");
  const all = flows.data?.items ?? [];
  const [shown] = useSteady(all.map(({ id }) => id));
  if (kept.isPending || flows.isPending) return <Loading lines={8} />;
  if (kept.isError) return <Problem error={kept.error} onRetry={() => kept.refetch()} />;
  const flow = all.find(({ id }) => id === address.get("flow")) ?? all.find(({ id }) => id === shown);
  const calculations = kept.data.items;
  const choose = (id: string) => setAddress({ flow: id });
  return (
    <div className="stack" data-testid="gains">
      <section className="panel stack-tight">
        <div className="line between">
          <h2>{t("title")}</h2>
          {mayCalculate ? (
            <>
              <input
                ref={file}
                type="file"
                hidden
                accept=".csv,.tsv,.txt,.xlsx,.xls"
                onChange={(event) => {
                  const chosen = event.target.files?.[0];
                  event.target.value = "";
                  if (chosen === undefined) return;
                  requestId.renew();
                  importFlow.mutate({ file: chosen, requestId: requestId.current() }, { onSuccess: ({ id }) => choose(id) });
                }}
                data-testid="money-flow-file"
              />
              <Button
                type={flow === undefined ? "primary" : "default"}
                onClick={() => file.current?.click()}
                loading={importFlow.isPending}
                data-testid="money-flow-import"
              >
                {t("import")}
              </Button>
            </>
          ) : null}
        </div>
        <p className="quiet small">{t("why")}</p>
        {importFlow.isPending ? <p role="status">{t("importing")}</p> : null}
        <InlineProblem error={importFlow.error} />
        {all.length < 2 ? null : (
          <Choice
            showLabel
            label={t("flow")}
            value={flow?.id ?? ""}
            onChange={choose}
            options={all.map((one) => [one.id, `${one.name} · ${formatMoment(one.importedAt)} · ${one.importedBy}`])}
            testId="money-flow-choice"
          />
        )}
      </section>
      {flows.isError ? (
        <section className="panel panel-flush">
          <Problem error={flows.error} onRetry={() => flows.refetch()} />
        </section>
      ) : flow === undefined ? (
        <section className="panel panel-flush">
          <Empty title={t("noFlow")} testId="gains-empty">
            <p>{t("noFlowBody")}</p>
          </Empty>
        </section>
      ) : (
        <MoneyFlowView
          key={flow.id}
          caseId={detail.id}
          flow={flow}
          last={calculations.find(({ moneyFlowId }) => moneyFlowId === flow.id)?.choices ?? null}
          mayCalculate={mayCalculate}
        />
      )}
      {calculations.length === 0 ? (
        flow === undefined ? null : (
          <section className="panel panel-flush">
            <Empty title={t("noneKept")} testId="gains-none-kept" />
          </section>
        )
      ) : (
        <>
          <h2>{t("kept")}</h2>
          {calculations.map((calculation) => (
            <CalculationCard
              key={calculation.id}
              calculation={calculation}
              asked={calculation.id === address.get("calculation")}
              mayAssess={detail.can.includes("assess")}
            />
          ))}
        </>
      )}
    </div>
  );
}
