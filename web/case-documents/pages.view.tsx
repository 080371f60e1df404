import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { CaseDocumentDetail, DocumentFact, DocumentPage, DocumentPages } from "#case-documents/case-documents.contract.ts";
import { SPEAKER_SIGNS, SPEAKER_WORDS } from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { FactNote } from "#web/case-documents/fact-note.tsx";
import { factsOfPage, markText } from "#web/case-documents/mark-text.ts";
import { PAGES_AT_ONCE } from "#web/case-documents/use-documents.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Pages with the notes of the facts that begin on each beside it. What is chosen, here or there, is brought into sight at both. */
export function PagesView({ detail, read, pages, block, facts, chosen, narrow, onBlock, onChoose }: Props) {
  const t = useText(documentsText);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === null || frame.current === null) return;
    const marks = [...frame.current.querySelectorAll<HTMLElement>("[data-at]")];
    const behind = marks.filter((mark) => Number(mark.dataset["at"]) <= chosen.at).at(-1);
    behind?.scrollIntoView({ block: "center", behavior: "instant" });
    if (chosen.key === null) return;
    const note = [...frame.current.querySelectorAll<HTMLElement>("[data-note]")].find(({ dataset }) => dataset["note"] === chosen.key);
    note?.scrollIntoView({ block: "nearest", behavior: "instant" });
    note?.focus({ preventScroll: true });
  }, [chosen]);
  // what a charge nobody names was guessed from is pieces of words all over the text: shown when it is asked for
  const marked = facts.filter(({ qualifier, kind, key }) => kind !== "charge" || qualifier !== "suggested" || key === chosen?.key);
  const last = Math.max(1, Math.ceil(pages.total / PAGES_AT_ONCE));
  const pager =
    last === 1 ? null : (
      <nav className="line between no-print" aria-label={t("pages")}>
        <Button size="small" disabled={block === 0} onClick={() => onBlock(block - 1)}>
          {t("earlier")}
        </Button>
        <span className="figure">
          {block + 1} / {last}
        </span>
        <Button size="small" disabled={block + 1 >= last} onClick={() => onBlock(block + 1)}>
          {t("later")}
        </Button>
      </nav>
    );
  return (
    <div className="stack" ref={frame}>
      {pager}
      {pages.items.map((page) => (
        <article key={page.number} className={narrow ? "reader-page reader-page-narrow" : "reader-page"}>
          <div className="reader-text" data-testid="page-text">
            <div className="quiet small figure reader-number">{t(read.ownPages ? "page" : "part", { n: page.number })}</div>
            <PageText page={page} facts={marked} chosen={chosen?.key ?? null} onChoose={onChoose} />
          </div>
          <ul className="reader-notes">
            {factsOfPage(page, facts).map((fact) => (
              <FactNote
                key={fact.key}
                fact={fact}
                detail={detail}
                isChosen={fact.key === chosen?.key}
                onChoose={(place) => onChoose(fact, place)}
              />
            ))}
            {factsOfPage(page, facts).length === 0 ? <li className="quiet small">{t("noFactsHere")}</li> : null}
          </ul>
        </article>
      ))}
      {pager}
    </div>
  );
}

function PageText({
  page,
  facts,
  chosen,
  onChoose,
}: { readonly page: DocumentPage; readonly chosen: string | null } & Pick<Props, "facts" | "onChoose">) {
  const words = useWords();
  let before: string | null = null;
  return (
    <p className="reader-words">
      {markText(page, facts).map(({ from, text, fact, place }) => {
        const speaker = fact?.places[place]?.speaker;
        const begins = fact !== null && before !== `${fact.key} ${place}`;
        before = fact === null ? null : `${fact.key} ${place}`;
        if (fact === null || speaker === undefined)
          return (
            <span key={from} data-at={from}>
              {text}
            </span>
          );
        return (
          <a
            key={from}
            href={`#${from}`}
            data-at={from}
            data-sign={begins ? words(SPEAKER_SIGNS[speaker]) : undefined}
            className={`said said-${speaker}${fact.key === chosen ? " said-chosen" : ""}${fact.decided?.decision === "rejected" ? " said-rejected" : ""}`}
            title={words(SPEAKER_WORDS[speaker])}
            onClick={(event) => {
              event.preventDefault();
              onChoose(fact, place);
            }}
          >
            {text}
          </a>
        );
      })}
    </p>
  );
}

type Props = {
  readonly detail: CaseDocumentDetail;
  readonly read: NonNullable<CaseDocumentDetail["read"]>;
  readonly pages: DocumentPages;
  readonly block: number;
  readonly facts: readonly DocumentFact[];
  readonly chosen: { readonly key: string | null; readonly at: number } | null;
  readonly narrow: boolean;
  readonly onBlock: (block: number) => void;
  readonly onChoose: (fact: DocumentFact | null, place?: number) => void;
};
