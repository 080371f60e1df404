import type { CaseDocumentDetail, DocumentFact } from "#case-documents/case-documents.contract.ts";
import { type Compared, compareFacts } from "#web/case-documents/compare-facts.ts";
import { KIND_WORDS, SPEAKER_SIGNS, SPEAKER_WORDS } from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { FactValue } from "#web/case-documents/fact-note.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

/** 对照 what two documents say of each kind: in both, only in one; each value leads to its sentence, on both sides where it stands in both. */
export function CompareStrip({ left, right, onJump }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  const kinds = compareFacts(left.factList, right.factList);
  if (left.read === null || right.read === null) return <p className="quiet">{t("compareWaiting")}</p>;
  if (kinds.length === 0) return <p className="quiet">{t("noFacts")}</p>;
  const list = (rows: readonly Compared[]) =>
    rows.length === 0 ? (
      <span className="quiet">—</span>
    ) : (
      <span className="compare-values">
        {rows.map((row) => (
          <Value key={row.value} row={row} onJump={onJump} />
        ))}
      </span>
    );
  return (
    <div className="compare">
      <table className="compare-table" aria-label={t("compare")} data-testid="compare">
        <thead>
          <tr>
            <th scope="col">{t("fact")}</th>
            <th scope="col">{t("onlyIn", { name: left.name })}</th>
            <th scope="col">{t("inBoth")}</th>
            <th scope="col">{t("onlyIn", { name: right.name })}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, same, onlyLeft, onlyRight, leading }) => (
            <tr key={kind} data-kind={kind} className={onlyLeft.length + onlyRight.length > 0 ? "compare-differs" : undefined}>
              <th scope="row">
                {words(KIND_WORDS[kind])}
                {leading === null || leading.left.number === leading.right.number ? null : (
                  <Difference left={leading.left} right={leading.right} />
                )}
              </th>
              <td data-label={t("onlyIn", { name: left.name })}>{list(onlyLeft)}</td>
              <td data-label={t("inBoth")}>{list(same)}</td>
              <td data-label={t("onlyIn", { name: right.name })}>{list(onlyRight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 指控 62,000 → 认定 58,600: the largest number of each side's leading speaker. */
function Difference({ left, right }: { readonly left: DocumentFact; readonly right: DocumentFact }) {
  const t = useText(documentsText);
  const words = useWords();
  const told = (fact: DocumentFact) => {
    const [place] = fact.places;
    return `${place === undefined ? "" : words(SPEAKER_WORDS[place.speaker])} ${fact.approximate ? t("approx") : ""}${formatNumber(fact.number ?? 0)}`;
  };
  const by = (right.number ?? 0) - (left.number ?? 0);
  return (
    <div className="compare-leading" data-testid="compare-leading">
      {told(left)} → {told(right)}
      <br />
      {t(by < 0 ? "less" : "more", { n: `${left.approximate || right.approximate ? t("approx") : ""}${formatNumber(Math.abs(by))}` })}
    </div>
  );
}

function Value({ row, onJump }: { readonly row: Compared } & Pick<Props, "onJump">) {
  const words = useWords();
  const [left] = row.left;
  const [right] = row.right;
  const shown = left ?? right;
  if (shown === undefined) return null;
  const sign = (fact: DocumentFact | undefined) => {
    const speaker = fact?.places[0]?.speaker;
    return speaker === undefined ? null : (
      <span className={`said said-${speaker}`} title={words(SPEAKER_WORDS[speaker])}>
        {words(SPEAKER_SIGNS[speaker])}
      </span>
    );
  };
  const speakers = (facts: readonly DocumentFact[]) => facts.map((fact) => <span key={fact.key}>{sign(fact)}</span>);
  return (
    <button type="button" className="chip compare-value" onClick={() => onJump(left ?? null, right ?? null)} data-testid="compare-value">
      {speakers(row.left)} <FactValue fact={shown} /> {row.left.length > 0 && row.right.length > 0 ? speakers(row.right) : null}
      {row.left.length === 0 ? speakers(row.right) : null}
    </button>
  );
}

type Props = {
  readonly left: CaseDocumentDetail;
  readonly right: CaseDocumentDetail;
  readonly onJump: (left: DocumentFact | null, right: DocumentFact | null) => void;
};
