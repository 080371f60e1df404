import type { DeadlineChange } from "#deadlines/deadlines.contract.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { usePreview } from "#web/deadlines/use-deadlines.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** What saving would move: the clock itself, then what follows it, each from where to where; a suggestion until it is saved. */
export function ChangePreview({ id, change }: { readonly id: string; readonly change: DeadlineChange }) {
  const t = useText(deadlinesText);
  const words = useWords();
  const preview = usePreview(id, change);
  // What was typed a moment ago is not what would be saved.
  if (preview.isBehind) return null;
  if (preview.isError) return <InlineProblem error={preview.error} testId="deadline-preview-problem" />;
  if (preview.data === undefined) return null;
  const { moves, warnings } = preview.data;
  return (
    <div className="deadline-preview small" role="status" data-testid="deadline-preview">
      <strong>{t("preview")}</strong>
      <ul>
        {moves.map(({ id: one, act, subject, event, due, led }) => (
          <li key={one}>
            {led ? t("led") : null}
            {words(act)}
            {subject === null ? null : ` · ${subject}`}
            {t("colon")}
            {due.from === due.to ? t("stays", { due: due.to }) : <strong>{t("moved", { from: due.from, due: due.to })}</strong>}
            {event.from === event.to ? null : <span className="quiet"> · {t("eventMoved", { from: event.from, to: event.to })}</span>}
          </li>
        ))}
      </ul>
      {warnings.map((warning) => (
        <p key={warning} className="deadline-moved">
          {warning}
        </p>
      ))}
    </div>
  );
}
