import { useSearchParams } from "react-router";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { deliveriesText } from "#web/deliveries/deliveries.text.ts";
import { DeliveriesForm } from "#web/deliveries/deliveries-form.tsx";
import { DeliveryCountView } from "#web/deliveries/delivery-count.view.tsx";
import { useDeliveryTables } from "#web/deliveries/use-deliveries.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { scrollHere } from "#web/design/panel/scroll-here.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import "#web/deliveries/deliveries.css";

/** 流转 who got which items from whom, and what that comes to under article 11. */
export function DeliveriesPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(deliveriesText);
  const [address] = useSearchParams();
  const tables = useDeliveryTables(detail.id);
  if (tables.isPending) return <Loading lines={6} />;
  if (tables.isError) return <Problem error={tables.error} onRetry={() => tables.refetch()} />;
  return (
    <div className="stack" data-testid="deliveries">
      <section className="panel stack-tight">
        <h2>{t("title")}</h2>
        <p className="quiet small">{t("why")}</p>
        {detail.can.includes("record-deliveries") ? <DeliveriesForm caseId={detail.id} /> : null}
      </section>
      {tables.data.items.length === 0 ? (
        <section className="panel panel-flush">
          <Empty title={t("none")} testId="deliveries-empty">
            <p>{t("noneBody")}</p>
          </Empty>
        </section>
      ) : (
        tables.data.items.map((table) => (
          <section
            key={table.id}
            className="panel stack-tight"
            tabIndex={-1}
            ref={table.id === address.get("table") ? scrollHere : null}
            data-testid="delivery-table"
          >
            <div className="line between">
              <h2 className="break">{table.name}</h2>
              <span className="quiet small">{t("by", { by: table.recordedBy, at: formatMoment(table.recordedAt) })}</span>
            </div>
            <DeliveryCountView count={table.count} />
          </section>
        ))
      )}
    </div>
  );
}
