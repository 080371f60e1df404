import type { ReactNode } from "react";
import type { RemedyRecord } from "#remedies/remedies.contract.ts";
import { REMEDY_ACTS } from "#remedies/remedy-words.data.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";

/** A record: its title and status, what it says, and below who did what when. */
export function RecordFrame({ record, title, status, children }: FrameProps) {
  return (
    <article className="remedy-record stack-tight" data-testid={`remedy-${record.kind}`}>
      <div className="line">
        <h3 className="break">{title}</h3>
        {status.map(({ tone, words }) => (
          <Mark key={words} tone={tone}>
            {words}
          </Mark>
        ))}
      </div>
      {children}
      <History record={record} />
    </article>
  );
}

function History({ record: { history } }: { readonly record: RemedyRecord }) {
  const t = useText(remediesText);
  const words = useWords();
  return (
    <details className="small">
      <summary>{t("history", { n: history.length })}</summary>
      <ol className="remedy-history">
        {history.map(({ version, at, by, type, note }) => (
          <li key={version}>
            <span className="figure">{formatMoment(at)}</span> · {by} · {words(REMEDY_ACTS[type] ?? { zh: type, en: type })}
            {note === null ? null : <span className="quiet"> · {note}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Name and time of who decided, solid. */
export function DoneBy({ by, at }: { readonly by: string; readonly at: string }) {
  const t = useText(remediesText);
  return <span className="remedy-done small figure">{t("byAt", { by, at: formatMoment(at) })}</span>;
}

type FrameProps = {
  readonly record: RemedyRecord;
  readonly title: string;
  readonly status: readonly { readonly tone: Tone; readonly words: string }[];
  readonly children: ReactNode;
};
