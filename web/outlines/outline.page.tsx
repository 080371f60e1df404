import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { PilTrack } from "#outlines/outline-elements.contract.ts";
import type { ColumnView, OutlineBoard } from "#outlines/outlines.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { EvidenceMap } from "#web/outlines/evidence-map.tsx";
import { LinkForm } from "#web/outlines/link-form.tsx";
import { OutlineList } from "#web/outlines/outline-list.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";
import { TwoColumns } from "#web/outlines/two-columns.tsx";
import { useOutlineBoard } from "#web/outlines/use-outlines.ts";
import "#web/design/field/field.css";
import "#web/outlines/outlines.css";

/** 取证提纲 of a case: gaps of both tracks at a glance, the two columns, the map, and the outlines made from the gaps. */
export function OutlinePage({ detail }: { readonly detail: CaseDetail }) {
  const board = useOutlineBoard(detail.id);
  if (board.isPending) return <Loading lines={8} />;
  if (board.isError) return <Problem error={board.error} onRetry={() => board.refetch()} />;
  return <Board caseId={detail.id} board={board.data} />;
}

function Board({ caseId, board }: { readonly caseId: string; readonly board: OutlineBoard }) {
  const t = useText(outlinesText);
  const words = useWords();
  const [track, setTrack] = useState<PilTrack>("incidental");
  const [linking, setLinking] = useState(false);
  const crime = board.columns.find((column) => column.track === "criminal");
  const pil = board.columns.find((column) => column.track === track);
  if (crime === undefined || pil === undefined) return null;
  return (
    <div className="stack" data-testid="outline-board">
      <section className="panel stack-tight">
        <div className="line between">
          <h2>{t("title")}</h2>
          <span className="line no-print">
            <Choice
              label={t("track")}
              value={track}
              onChange={(chosen) => setTrack(PilTrack.parse(chosen))}
              options={PilTrack.options.map((one) => [one, t(one)])}
              testId="outline-track"
            />
            <Button size="small" onClick={() => window.print()}>
              {t("print")}
            </Button>
          </span>
        </div>
        <p className="quiet small">{t("why")}</p>
        <GapBar column={crime} name={t("criminal")} />
        <GapBar column={pil} name={words(pil.name)} />
        <p className="quiet small">
          {board.assessment === null
            ? t("noAssessment")
            : t("assessmentOf", { on: formatMoment(board.assessment.on), status: t(board.assessment.status) })}
        </p>
        {board.may ? (
          <div className="no-print">
            <Button
              type="primary"
              disabled={board.evidence.length === 0}
              aria-expanded={linking}
              onClick={() => setLinking(!linking)}
              data-testid="link-open"
            >
              {t("link")}
            </Button>{" "}
            {board.evidence.length === 0 ? <span className="quiet small">{t("noEvidence")}</span> : null}
          </div>
        ) : null}
        {linking ? <LinkForm caseId={caseId} board={board} track={track} onDone={() => setLinking(false)} /> : null}
      </section>
      <TwoColumns caseId={caseId} board={board} crime={crime} pil={pil} />
      <EvidenceMap board={board} columns={[crime, pil]} />
      <OutlineList caseId={caseId} board={board} track={track} />
      <details className="panel">
        <summary>{t("leftOut")}</summary>
        <ul className="small quiet">
          {board.leftOut.map(({ id, because }) => (
            <li key={id}>{words(because)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** One bar a track: proved, only indicated, nothing; the sentence states the same figures. */
function GapBar({
  column: { track, elements, proved, indicated, nothing, gaps },
  name,
}: {
  readonly column: ColumnView;
  readonly name: string;
}) {
  const t = useText(outlinesText);
  const parts = [
    ["proved", proved],
    ["indicated", indicated],
    ["nothing", nothing],
  ] as const;
  return (
    <div data-testid={`gap-bar-${track}`}>
      <p>{t("finding", { name, all: elements.length, n: proved, gaps })}</p>
      <div className="gap-bar" aria-hidden="true">
        {parts.map(([standing, many]) =>
          many === 0 ? null : (
            <span key={standing} className={`gap-${standing}`} style={{ flexGrow: many }}>
              {t(standing)} {many}
            </span>
          ),
        )}
      </div>
    </div>
  );
}
