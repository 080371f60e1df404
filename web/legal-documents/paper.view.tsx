import type { LegalDocument } from "#legal-documents/legal-documents.contract.ts";

/** The document as it will stand on paper, what is missing marked. */
export function Paper({
  paragraphs,
  label,
  stamp,
}: {
  readonly paragraphs: LegalDocument["paragraphs"];
  readonly label: string;
  readonly stamp: string | null;
}) {
  return (
    <article className="paper" aria-label={label} lang="zh-CN" data-testid="document-paper">
      {stamp === null ? null : (
        <span className="paper-stamp" aria-hidden="true">
          {stamp}
        </span>
      )}
      {paragraphs.map(({ style, runs }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text have no name but their place
        <p key={at} className={`paper-${style}`}>
          {runs.map(({ text, missing }, run) =>
            missing ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <mark key={run}>{text}</mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <span key={run}>{text}</span>
            ),
          )}
        </p>
      ))}
    </article>
  );
}
