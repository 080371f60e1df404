import { Button } from "antd";
import type { ReactNode } from "react";
import { failureOf, isRefusal } from "#web/app/request.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

/** Lines in place of what is being read. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const t = useText(commonText);
  const widths = ["92%", "74%", "83%", "61%", "88%", "70%"];
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden" style={{ height: 1 }}>
        {t("loading")}
      </span>
      {Array.from({ length: lines }, (_, line) => widths[line % widths.length]).map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={line} style={{ width }} aria-hidden="true" />
      ))}
    </div>
  );
}

/** Nothing here yet: what this is for and the next step. */
export function Empty({ title, children, testId }: { readonly title: string; readonly children?: ReactNode; readonly testId?: string }) {
  return (
    <div className="state" data-testid={testId}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A page or panel that could not be read: what went wrong, which rule refused it, who can help. */
export function Problem({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useText(commonText);
  const words = useWords();
  const failure = failureOf(error);
  const refused = isRefusal(failure);
  return (
    <div className={refused ? "state state-refused" : "state state-problem"} role="alert" data-testid="problem" data-kind={failure.kind}>
      <h2>{refused ? t("refusedTitle") : t("problemTitle")}</h2>
      <p>{words(failure.sentence)}</p>
      <p className="quiet small">
        {refused ? t("refusedHelp") : t("problemKept")}{" "}
        {failure.requestId === null ? null : <span className="mono">{t("requestNumber", { id: failure.requestId })}</span>}
      </p>
      {onRetry === undefined || refused ? null : <Button onClick={onRetry}>{t("retry")}</Button>}
    </div>
  );
}

/** Choices that could not be read: said where the empty list of them stands, with a way to read them again. */
export function Unread({ of }: { readonly of: { readonly isError: boolean; readonly refetch: () => unknown } }) {
  const t = useText(commonText);
  if (!of.isError) return null;
  return (
    <p className="inline-problem small" role="alert" data-testid="unread">
      {t("choicesUnread")}{" "}
      <Button size="small" onClick={() => void of.refetch()}>
        {t("retry")}
      </Button>
    </p>
  );
}

/** The refusal or fault of a form, in place, read out at once. */
export function InlineProblem({ error, testId }: { readonly error: unknown; readonly testId?: string }) {
  const t = useText(commonText);
  const words = useWords();
  if (error === null || error === undefined) return null;
  const failure = failureOf(error);
  return (
    <p className="inline-problem" role="alert" data-testid={testId ?? "form-problem"} data-kind={failure.kind}>
      {words(failure.sentence)}{" "}
      {failure.requestId === null ? null : <span className="mono quiet small">{t("requestNumber", { id: failure.requestId })}</span>}
    </p>
  );
}
