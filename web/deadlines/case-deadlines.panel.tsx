import { Button } from "antd";
import { useState } from "react";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { ChangeForm } from "#web/deadlines/change-form.tsx";
import { DeadlineLine } from "#web/deadlines/deadline-line.tsx";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { StartForm } from "#web/deadlines/start-form.tsx";
import { useCaseDeadlines } from "#web/deadlines/use-deadlines.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import "#web/deadlines/deadlines.css";

/** The clocks of a case: started by rule and event; each tells its steps and takes an extension, its end, a correction. */
export function CaseDeadlinesPanel({ caseId, mayKeep }: { readonly caseId: string; readonly mayKeep: boolean }) {
  const t = useText(deadlinesText);
  const deadlines = useCaseDeadlines(caseId);
  const [starting, setStarting] = useState(false);
  const items = deadlines.data?.items ?? [];
  return (
    <section className="panel stack-tight" data-testid="case-deadlines">
      <div className="line between">
        <h2>{t("title")}</h2>
        {mayKeep ? (
          <Button
            size="small"
            className="no-print"
            aria-expanded={starting}
            onClick={() => setStarting(!starting)}
            data-testid="deadline-start"
          >
            {t("start")}
          </Button>
        ) : null}
      </div>
      {deadlines.isPending ? <Loading /> : null}
      {deadlines.isError ? <Problem error={deadlines.error} onRetry={() => deadlines.refetch()} /> : null}
      {starting ? <StartForm caseId={caseId} clocks={items} onDone={() => setStarting(false)} /> : null}
      {deadlines.data !== undefined && items.length === 0 ? <p className="quiet">{t("noneOfCase")}</p> : null}
      <ul className="deadline-list">
        {items.map((deadline) => (
          <li key={deadline.id} data-testid="case-deadline">
            <DeadlineLine deadline={deadline} withCase={false} />
            <Details caseId={caseId} deadline={deadline} clocks={items} mayKeep={mayKeep} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Details({
  caseId,
  deadline,
  clocks,
  mayKeep,
}: {
  readonly caseId: string;
  readonly deadline: Deadline;
  readonly clocks: readonly Deadline[];
  readonly mayKeep: boolean;
}) {
  const t = useText(deadlinesText);
  return (
    <details className="no-print">
      <summary className="small">{t("steps")}</summary>
      <ol className="small deadline-steps">
        {deadline.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {deadline.warnings.map((warning) => (
        <p key={warning} className="small deadline-moved">
          {warning}
        </p>
      ))}
      <p className="quiet small">{deadline.cite.join("；")}</p>
      {mayKeep ? <ChangeForm caseId={caseId} deadline={deadline} clocks={clocks} /> : null}
    </details>
  );
}
