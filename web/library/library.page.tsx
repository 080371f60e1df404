import { Button } from "antd";
import { useState } from "react";
import type { FindSimilarRequest } from "#library/library.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { ImportBox } from "#web/library/import-box.tsx";
import { libraryText } from "#web/library/library.text.ts";
import { OwnDocument } from "#web/library/own-document.tsx";
import { SideBySide } from "#web/library/side-by-side.tsx";
import { SimilarList } from "#web/library/similar-list.tsx";
import { useFindSimilar, useLibrary } from "#web/library/use-library.ts";
import "#web/library/library.css";

const SCOPES = ["all", "published", "own"] as const;

/** 类案检索 the question at the left, the documents most like it at the right; one of them beside the question. */
export function LibraryPage() {
  const t = useText(libraryText);
  useWhere([{ label: t("title") }]);
  const library = useLibrary();
  const find = useFindSimilar();
  const [by, setBy] = useState<"text" | "document">("text");
  const [text, setText] = useState("");
  const [document, setDocument] = useState<number | null>(null);
  const [scope, setScope] = useState<FindSimilarRequest["scope"]>("all");
  const [opened, setOpened] = useState<number | null>(null);
  const asked = by === "text" ? (text.trim() === "" ? null : { text }) : document === null ? null : { document };
  const ask = () => {
    setOpened(null);
    if (asked !== null) find.mutate({ ...asked, scope, top: 20 });
  };
  const one = find.data?.found.find(({ id }) => id === opened);
  return (
    <div className="stack">
      <header className="stack-tight">
        <h1>{t("title")}</h1>
        <p className="quiet">{t("about")}</p>
        {library.isSuccess ? <p className="small">{t("held", library.data.held)}</p> : null}
      </header>
      <div className="library-board">
        <div className="stack">
          <form
            className="panel stack-tight"
            aria-label={t("question")}
            onSubmit={(event) => {
              event.preventDefault();
              ask();
            }}
          >
            <Choice
              showLabel
              label={t("question")}
              value={by}
              onChange={(value) => setBy(value === "document" ? "document" : "text")}
              options={[
                ["text", t("byText")],
                ["document", t("byDocument")],
              ]}
              testId="library-by"
            />
            {by === "text" ? (
              <Labelled label={t("text")} reason={t("textReason")}>
                <textarea
                  className="field library-question"
                  rows={7}
                  maxLength={200_000}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                  data-testid="library-question"
                />
              </Labelled>
            ) : (
              <OwnDocument chosen={document} onChoose={setDocument} />
            )}
            <Choice
              showLabel
              label={t("scope")}
              value={scope}
              onChange={(value) => setScope(SCOPES.find((known) => known === value) ?? "all")}
              options={[
                ["all", t("scopeAll")],
                ["published", t("scopePublished")],
                ["own", t("scopeOwn")],
              ]}
            />
            <div>
              <Button type="primary" htmlType="submit" disabled={asked === null} loading={find.isPending} data-testid="library-find">
                {t("find")}
              </Button>
            </div>
          </form>
          {library.isPending ? (
            <Loading lines={3} />
          ) : library.isError ? (
            <Problem error={library.error} onRetry={() => library.refetch()} />
          ) : library.data.canImport ? (
            <ImportBox state={library.data} />
          ) : null}
        </div>
        <div aria-live="polite">
          {find.isPending ? (
            <Loading lines={10} />
          ) : find.isError ? (
            <Problem error={find.error} onRetry={ask} />
          ) : find.data === undefined ? (
            <Empty title={t("notAsked")}>
              <p>{t("notAskedBody")}</p>
            </Empty>
          ) : one === undefined ? (
            <SimilarList answer={find.data} onOpen={setOpened} />
          ) : (
            <SideBySide one={one} text={find.variables?.text ?? null} back={t("back")} onClose={() => setOpened(null)} />
          )}
        </div>
      </div>
    </div>
  );
}
