import { Button } from "antd";
import { ClueStatus } from "#clues/clues.contract.ts";
import { tellTitle } from "#clues/tell-title.ts";
import { ClueStatusMark } from "#web/clues/clue-status.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { libraryText } from "#web/library/library.text.ts";
import { OriginMark } from "#web/library/similar-list.tsx";
import { useClueLikeness } from "#web/library/use-library.ts";

/** 受理前比对 how many clues and documents are like this one, duplicates named, before anybody accepts it. */
export function ClueLikeness({ clueId, onOpen }: { readonly clueId: string; readonly onOpen: (id: string) => void }) {
  const t = useText(libraryText);
  const words = useWords();
  const likeness = useClueLikeness(clueId);
  if (likeness.isPending) return <Loading lines={2} />;
  if (likeness.isError) return <Problem error={likeness.error} onRetry={() => likeness.refetch()} />;
  const { clues, documents, from } = likeness.data;
  return (
    <section data-testid="clue-likeness">
      <h3>
        {t("likeness")} <span className="quiet small">{t("suggestion")}</span>
      </h3>
      <p>
        {t("similarClues")} <strong className="figure">{t("count", { n: clues.similar })}</strong> · {t("similarDocuments")}{" "}
        <strong className="figure">{t(documents.similar >= documents.most ? "countMost" : "count", { n: documents.similar })}</strong>
      </p>
      <ul className="stack-tight">
        {clues.items.map(({ id, title, status, score, duplicate }) => (
          <li key={id} className="line">
            <Button type="link" className="link-cell" onClick={() => onOpen(id)}>
              {words(tellTitle(title))}
            </Button>
            <ClueStatusMark status={ClueStatus.parse(status)} />
            <Score score={score} duplicate={duplicate} />
          </li>
        ))}
        {documents.items.map((one) => (
          <li key={one.id} className="line">
            <span className="break">{one.name}</span>
            <OriginMark one={one} />
            <Score score={one.score} duplicate={one.duplicate} />
          </li>
        ))}
      </ul>
      <p className="quiet small">{t("clueBasis", { n: clues.compared, from })}</p>
    </section>
  );
}

/** The counts alone, for who is about to accept; nothing until they are known. */
export function LikenessCounts({ clueId }: { readonly clueId: string }) {
  const t = useText(libraryText);
  const likeness = useClueLikeness(clueId);
  if (!likeness.isSuccess) return null;
  const { clues, documents } = likeness.data;
  const duplicates = [...clues.items, ...documents.items].filter(({ duplicate }) => duplicate !== null).length;
  return (
    <p className="small line" data-testid="likeness-counts">
      <span>
        {t("similarClues")} <strong className="figure">{t("count", { n: clues.similar })}</strong>
      </span>
      <span>
        {t("similarDocuments")}{" "}
        <strong className="figure">{t(documents.similar >= documents.most ? "countMost" : "count", { n: documents.similar })}</strong>
      </span>
      {duplicates === 0 ? null : <Mark tone="warn">{t("duplicates", { n: duplicates })}</Mark>}
    </p>
  );
}

function Score({ score, duplicate }: { readonly score: number; readonly duplicate: "same-text" | "same-elements" | null }) {
  const t = useText(libraryText);
  return (
    <>
      <span className="figure quiet">{score.toFixed(2)}</span>
      {duplicate === null ? null : <Mark tone="warn">{t(duplicate === "same-text" ? "sameText" : "sameElements")}</Mark>}
    </>
  );
}
