import { Button } from "antd";
import { useRef } from "react";
import type { LibraryState } from "#library/library.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { IMPORT_WORDS, libraryText } from "#web/library/library.text.ts";
import { useImport } from "#web/library/use-library.ts";

/** What was taken in and how far it is; leaders and technicians send a file. */
export function ImportBox({ state }: { readonly state: LibraryState }) {
  const t = useText(libraryText);
  const words = useWords();
  const send = useImport();
  const requestId = useRequestId();
  const file = useRef<HTMLInputElement>(null);
  return (
    <section className="panel stack-tight" data-testid="library-imports">
      <h2>{t("import")}</h2>
      <p className="quiet small">{t("importReason")}</p>
      <input
        ref={file}
        type="file"
        accept=".jsonl,.ndjson,application/x-ndjson"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t("chooseFile")}
        data-testid="library-file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = "";
          if (!chosen) return;
          requestId.renew();
          send.mutate({ file: chosen, requestId: requestId.current() });
        }}
      />
      <div>
        <Button loading={send.isPending} onClick={() => file.current?.click()} data-testid="library-choose">
          {t("chooseFile")}
        </Button>
      </div>
      <InlineProblem error={send.error} />
      {state.imports.length === 0 ? <p className="quiet">{t("noImports")}</p> : null}
      <ul className="stack-tight">
        {state.imports.map(({ id, name, status, lines, entered, repeated, refused, problems, by, askedAt }) => (
          <li key={id} data-testid="library-import" data-status={status}>
            <div className="line">
              <span className="break">{name}</span>
              <Mark tone={status === "failed" ? "bad" : status === "done" ? "good" : "plain"}>{words(IMPORT_WORDS[status])}</Mark>
            </div>
            <p className="quiet small">
              {by ?? t("byServer")} {formatMoment(askedAt)}
            </p>
            <p className="small">{t("importLine", { lines, entered, repeated, refused })}</p>
            {problems.map(({ line, sentence }) => (
              <p key={line} className="quiet small">
                {t("problemLine", { line })}: {words(sentence)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
