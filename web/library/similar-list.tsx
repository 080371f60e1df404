import { Button } from "antd";
import { Link } from "react-router";
import type { SimilarDocument, SimilarDocuments } from "#library/library.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { ElementList, useValueWords } from "#web/library/element-list.tsx";
import { ASPECT_WORDS, libraryText } from "#web/library/library.text.ts";

/** What was read in the question, then the documents most like it, the best first. */
export function SimilarList({ answer, onOpen }: { readonly answer: SimilarDocuments; readonly onOpen: (id: number) => void }) {
  const t = useText(libraryText);
  const words = useWords();
  const valueWords = useValueWords();
  const told = Object.entries(ASPECT_WORDS).flatMap(([name, aspect]) => {
    const values = Object.entries(answer.asked.facts.values).find(([known]) => known === name)?.[1] ?? [];
    return values.length === 0 ? [] : [{ name, aspect, values }];
  });
  return (
    <div className="stack">
      <section className="panel stack-tight library-asked" aria-label={t("askedTells")}>
        <h2>
          {t("askedTells")} <span className="quiet small">{t("suggestion")}</span>
        </h2>
        {told.length === 0 ? <p className="quiet">{t("askedNothing")}</p> : null}
        <p className="break">
          {told.map(({ name, aspect, values }) => (
            <span key={name} className="library-aspect">
              <span className="quiet">{words(aspect)}</span> {values.map(valueWords).join("、")}
            </span>
          ))}
        </p>
      </section>
      {answer.found.length === 0 ? (
        <Empty title={t("none")}>
          <p>{t("noneBody")}</p>
        </Empty>
      ) : (
        <>
          <p className="quiet">{t("found", { n: answer.found.length, compared: answer.compared })}</p>
          <ol className="stack library-list">
            {answer.found.map((one, at) => (
              <Found key={one.id} one={one} at={at + 1} intercept={answer.intercept} onOpen={onOpen} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Found({ one, at, intercept, onOpen }: FoundProps) {
  const t = useText(libraryText);
  const signs = useSigns();
  const { parts } = one;
  const shown = [
    [t("partStart"), intercept],
    [t("partCharges"), parts.charges],
    [t("partElements"), parts.elements],
    [t("partWords"), parts.words],
    // of drugs alone: in any other case it adds nothing, and is not told
    ...(parts.quantities === 0 ? [] : [[t("partQuantities"), parts.quantities] as const]),
  ] as const;
  return (
    <li className="panel stack-tight" data-testid="similar">
      <div className="line between">
        <h3 className="break">
          <span className="quiet figure">{at}</span> {one.name}
        </h3>
        <span title={t("score")}>
          <span className="quiet small">{t("score")}</span> <strong className="figure">{one.score.toFixed(2)}</strong>
        </span>
      </div>
      <div className="line">
        <OriginMark one={one} />
        {one.duplicate === null ? null : <Mark tone="warn">{t(one.duplicate === "same-text" ? "sameText" : "sameElements")}</Mark>}
        <span className="quiet">
          {t("items")} {one.items === null ? t("itemsUnknown") : one.items.toLocaleString("en")}
        </span>
      </div>
      <ElementList elements={one.elements} />
      <p className="quiet small break">
        {t("parts")}: {shown.map(([name, value]) => `${name} ${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`).join(" · ")}
        {one.words.length === 0 ? null : ` · ${signs.pair(t("sharedWords"), signs.list(one.words))}`}
      </p>
      <div>
        <Button size="small" onClick={() => onOpen(one.id)} data-testid="similar-open" aria-label={`${t("open")} ${one.name}`}>
          {t("open")}
        </Button>
      </div>
    </li>
  );
}

/** Published, or the case it lies in. */
export function OriginMark({ one }: { readonly one: Pick<SimilarDocument, "origin"> }) {
  const t = useText(libraryText);
  return one.origin.kind === "published" ? (
    <Mark tone="quiet">{t("published")}</Mark>
  ) : (
    <Link to={`/cases/${one.origin.caseId}`}>{one.origin.caseNumber}</Link>
  );
}

type FoundProps = {
  readonly one: SimilarDocument;
  readonly at: number;
  readonly intercept: number;
  readonly onOpen: (id: number) => void;
};
