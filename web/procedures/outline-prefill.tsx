import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { WrittenOutline } from "#outlines/outlines.contract.ts";
import { writeOutlineText } from "#outlines/write-outline-text.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem, Loading } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useOutlineBoard } from "#web/outlines/use-outlines.ts";
import { proceduresText } from "#web/procedures/procedures.text.ts";

/** The longest text a field of a step takes. */
const LONGEST = 20_000;

type Props = { readonly caseId: string; readonly onTake: (text: string) => void };

/** 选用提纲 a confirmed outline of the case for the field of a step: its lines stand here as suggestions until a person takes them over. */
export function OutlinePrefill({ caseId, onTake }: Props) {
  const t = useText(proceduresText);
  const board = useOutlineBoard(caseId);
  const [chosenId, setChosenId] = useState("");
  if (board.isPending) return <Loading lines={1} />;
  if (board.isError) return <InlineProblem error={board.error} />;
  const confirmed = board.data.outlines.filter(({ state }) => state.kind === "supplementary" && state.status === "confirmed");
  const chosen = confirmed.find(({ id }) => id === chosenId);
  if (confirmed.length === 0)
    return (
      <p className="quiet small" data-testid="outline-none">
        {t("outlineNone")} <Link to={`/cases/${caseId}/outline`}>{t("outlineOpen")}</Link>
      </p>
    );
  return (
    <div className="stack-tight" data-testid="outline-prefill">
      <Labelled label={t("outlineChoose")} reason={t("outlineWhy")}>
        <select className="field" value={chosenId} onChange={(event) => setChosenId(event.target.value)} data-testid="outline-choice">
          <option value="">{t("choose")}</option>
          {confirmed.map(({ id, version, changedAt, changedBy, state }) => (
            <option key={id} value={id}>
              {t("outlineNamed", { title: state.title, version, by: changedBy, on: formatMoment(changedAt) })}
            </option>
          ))}
        </select>
      </Labelled>
      {chosen === undefined ? null : <Lines key={chosen.id} outline={chosen} onTake={onTake} />}
    </div>
  );
}

/** The lines of one outline, each with the element it is missing for; those that are ticked are taken over. */
function Lines({ outline, onTake }: { readonly outline: WrittenOutline; readonly onTake: (text: string) => void }) {
  const t = useText(proceduresText);
  const { lines, title } = outline.state;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const taken = lines.filter((_, at) => !left.has(at));
  const source = `（取证提纲“${title}”第${outline.version}版，${outline.changedBy}确认）`;
  const text = `${writeOutlineText({ lines: taken })}\n${source}`;
  const turn = (at: number) => {
    const next = new Set(left);
    if (!next.delete(at)) next.add(at);
    setLeft(next);
  };
  return (
    <fieldset className="outline-suggestion stack-tight">
      <legend className="small quiet">{t("outlineSuggested", { n: lines.length })}</legend>
      {lines.map((line, at) => (
        <label key={`${line.matter}-${line.cite}`} className="check-line" data-testid="outline-prefill-line">
          <input type="checkbox" checked={!left.has(at)} onChange={() => turn(at)} />
          <span>
            {line.matter} <span className="quiet small">{line.cite}</span>
          </span>
        </label>
      ))}
      {text.length > LONGEST ? <p className="inline-problem">{t("outlineTooLong", { n: text.length })}</p> : null}
      <div>
        <Button onClick={() => onTake(text)} disabled={taken.length === 0 || text.length > LONGEST} data-testid="outline-take">
          {t("outlineTake", { n: taken.length })}
        </Button>
      </div>
    </fieldset>
  );
}
