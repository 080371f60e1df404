import type { CaseDetail } from "#cases/cases.contract.ts";
import { CaseGantt } from "#web/deadlines/case-gantt.tsx";
import { TwinTrackNote } from "#web/deadlines/twin-track-note.tsx";
import { useCaseDeadlines } from "#web/deadlines/use-deadlines.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { MeasuresPanel } from "#web/measures/measures.panel.tsx";
import { useMeasures } from "#web/measures/use-measures.ts";
import "#web/deadlines/deadlines.css";

/** 期限图 of a case: custody and both tracks on one line of time, whether they fit, and the measures behind the custody rows. */
export function ClocksPage({ detail }: { readonly detail: CaseDetail }) {
  const deadlines = useCaseDeadlines(detail.id);
  const measures = useMeasures(detail.id);
  const suspects = detail.parties.filter(({ kind, role }) => kind === "natural-person" && (role === "suspect" || role === "defendant"));
  if (deadlines.isPending || measures.isPending) return <Loading lines={8} />;
  if (deadlines.isError) return <Problem error={deadlines.error} onRetry={() => deadlines.refetch()} />;
  if (measures.isError) return <Problem error={measures.error} onRetry={() => measures.refetch()} />;
  const { items, today, twin } = deadlines.data;
  return (
    <div className="stack">
      {twin === null ? null : <TwinTrackNote twin={twin} />}
      <CaseGantt number={detail.number} measures={measures.data.items} deadlines={items} twin={twin} today={today} />
      <MeasuresPanel caseId={detail.id} suspects={suspects} mayKeep={detail.can.includes("keep-measures")} />
    </div>
  );
}
