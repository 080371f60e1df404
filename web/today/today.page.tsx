import type { Session } from "#access/access.contract.ts";
import { mayOpenCases, mayWorkOnCases } from "#web/app/may.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useCases } from "#web/cases/use-cases.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useCounts } from "#web/ledgers/use-counts.ts";
import { todayText } from "#web/today/today.text.ts";
import { TodayView } from "#web/today/today.view.tsx";

/** What waits for me: my cases and the counts that run. */
export function TodayPage({ session }: { readonly session: Session }) {
  const t = useText(todayText);
  useWhere([{ label: t("title") }]);
  const works = mayWorkOnCases(session);
  const cases = useCases({ mine: "true", size: "50" });
  const counts = useCounts({ running: "true" });
  if (!works) {
    return (
      <Empty title={t("adminTitle")}>
        <p>{t("adminBody")}</p>
      </Empty>
    );
  }
  if (cases.isPending) return <Loading lines={6} />;
  if (cases.isError) return <Problem error={cases.error} onRetry={() => cases.refetch()} />;
  return (
    <TodayView
      cases={cases.data.items}
      total={cases.data.total}
      counts={counts.data?.items ?? []}
      mayOpen={mayOpenCases(session)}
      session={session}
    />
  );
}
