import { Button } from "antd";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { SimilarDocument } from "#library/library.contract.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { ElementTable } from "#web/library/element-list.tsx";
import { libraryText } from "#web/library/library.text.ts";
import { useLibraryDocument } from "#web/library/use-library.ts";

/** 并排查看 the question and one similar document: their elements in two columns, under them their texts. */
export function SideBySide({ one, text, back, onClose }: Props) {
  const t = useText(libraryText);
  const document = useLibraryDocument(one.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="stack" data-testid="side-by-side">
      <div className="line between">
        <h2 ref={heading} tabIndex={-1} className="break">
          {one.name}
        </h2>
        <Button onClick={onClose} data-testid="side-by-side-close">
          {back}
        </Button>
      </div>
      <ElementTable elements={one.elements} />
      <div className="library-texts">
        <article className="panel stack-tight">
          <h3>{t("asked")}</h3>
          <p className={text === null ? "quiet" : "break library-text"}>{text ?? t("noText")}</p>
        </article>
        <article className="panel stack-tight">
          <h3>{t("candidate")}</h3>
          {document.isPending ? (
            <Loading lines={8} />
          ) : document.isError ? (
            <Problem error={document.error} onRetry={() => document.refetch()} />
          ) : document.data.text !== null ? (
            <>
              <p className="quiet small">{t("textOf")}</p>
              <p className="break library-text" data-testid="library-text">
                {document.data.text}
              </p>
            </>
          ) : document.data.origin.kind === "case" ? (
            <p>
              {t("textInCase")}{" "}
              <Link to={`/cases/${document.data.origin.caseId}`}>{t("toCase", { number: document.data.origin.caseNumber })}</Link>
            </p>
          ) : null}
        </article>
      </div>
    </section>
  );
}

type Props = {
  readonly one: SimilarDocument;
  /** what was pasted; null: the question is a document of the library */
  readonly text: string | null;
  readonly back: string;
  readonly onClose: () => void;
};
