import { Button } from "antd";
import { useState } from "react";
import type { TableShape } from "#scan/scan.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber, formatShare } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { CorrectionForm } from "#web/ledgers/correction-form.tsx";
import { CorrectionList } from "#web/ledgers/correction-list.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { wordsOfKind } from "#web/words/words.text.ts";

const SHOWN = 9;

/** 表型 tables of the same shape as one card: what each column was taken for, because of what; one correction serves all of a shape. */
export function ShapesPanel({
  caseId,
  countId,
  shapes,
  mayCorrect,
}: {
  readonly caseId: string;
  readonly countId: string;
  readonly shapes: readonly TableShape[];
  readonly mayCorrect: boolean;
}) {
  const t = useText(ledgersText);
  const [all, setAll] = useState(false);
  const shown = all ? shapes : shapes.slice(0, SHOWN);
  return (
    <section className="panel stack-tight" data-testid="shapes">
      <h2>
        {t("shapes", { shapes: formatNumber(shapes.length), tables: formatNumber(shapes.reduce((sum, { tables }) => sum + tables, 0)) })}
      </h2>
      <p className="quiet small">{t("shapesWhy")}</p>
      <div className="shape-cards">
        {shown.map((shape) => (
          <ShapeCard key={shape.id} caseId={caseId} countId={countId} shape={shape} mayCorrect={mayCorrect} />
        ))}
      </div>
      {shapes.length > shown.length ? (
        <div>
          <Button type="link" onClick={() => setAll(true)}>
            {t("shapesAll", { n: formatNumber(shapes.length - shown.length) })}
          </Button>
        </div>
      ) : null}
      <CorrectionList caseId={caseId} mayCorrect={mayCorrect} />
    </section>
  );
}

function ShapeCard({
  caseId,
  countId,
  shape,
  mayCorrect,
}: {
  readonly caseId: string;
  readonly countId: string;
  readonly shape: TableShape;
  readonly mayCorrect: boolean;
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const [column, setColumn] = useState<number | null>(null);
  const chosen = column === null ? undefined : shape.columns[column];
  return (
    <article className="shape-card" data-testid="shape">
      <header className="line between">
        <strong className="figure">{t("shapeSize", { tables: formatNumber(shape.tables), records: formatNumber(shape.records) })}</strong>
        <span className="quiet small mono">{shape.id.slice(0, 7)}</span>
      </header>
      <div className="quiet small mono break">{shape.example}</div>
      <ul className="shape-columns">
        {shape.columns.map((one, at) => (
          <li key={`${shape.columns.indexOf(one)} ${one.name}`}>
            <button
              type="button"
              aria-expanded={column === at}
              className={one.kind === null ? "shape-column shape-column-empty" : "shape-column"}
              onClick={() => setColumn(column === at ? null : at)}
            >
              <span className="break">{one.name}</span>
              <span className="quiet">{one.kind === null ? "—" : words(wordsOfKind(one.kind))}</span>
              {one.inferred === undefined ? null : <Mark tone="accent">{t("corrected")}</Mark>}
            </button>
          </li>
        ))}
      </ul>
      {chosen === undefined || column === null ? null : (
        <div className="stack-tight shape-evidence">
          <p className="small">
            {chosen.name} → {chosen.kind === null ? t("noMeaning") : `${words(wordsOfKind(chosen.kind))} ${formatShare(chosen.share, 1)}`}
          </p>
          <ul className="small">
            {chosen.because.map((one) => (
              <li key={one.code}>{words(one)}</li>
            ))}
          </ul>
          {mayCorrect ? (
            <CorrectionForm
              key={column}
              caseId={caseId}
              countId={countId}
              shape={shape.id}
              column={column + 1}
              kind={chosen.kind}
              onDone={() => setColumn(null)}
            />
          ) : null}
        </div>
      )}
    </article>
  );
}
