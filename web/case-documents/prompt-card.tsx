import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { Clue } from "#clues/clues.contract.ts";
import { tellTitle } from "#clues/tell-title.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { ClueActs } from "#web/clues/clue-acts.tsx";
import { ClueReasons } from "#web/clues/clue-reasons.tsx";
import { ClueStatusMark } from "#web/clues/clue-status.tsx";
import { InsiderExplained } from "#web/clues/insider-explained.tsx";
import { tellReason } from "#web/clues/lay-reasons.ts";
import { tellSummary } from "#web/clues/tell-summary.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** A prompt: dashed, with the sentence it rests on most, all reasons on demand, and one click to confirm or dismiss it; decided, it leads to the queue. */
export function PromptCard({ clue, onSentence }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  const [act, setAct] = useState<string | null>(null);
  const open = clue.status === "prompted";
  const [strongest] = clue.content.sentences.toSorted((one, other) => (other.weight ?? 0) - (one.weight ?? 0));
  const last = clue.history.at(-1);
  return (
    <article className={open ? "prompt prompt-open" : "prompt"} data-testid="prompt" data-status={clue.status}>
      <div className="line">
        <ClueStatusMark status={clue.status} />
        <strong className="break">{words(tellTitle(clue.title))}</strong>
        {clue.insider ? <Mark tone="warn">{t("insider")}</Mark> : null}
        <span className="quiet small figure">{clue.score === null ? t("rule") : t("score", { n: clue.score.toFixed(2) })}</span>
        {open ? null : <Link to={`/clues?clue=${clue.id}`}>{t("inQueue")}</Link>}
      </div>
      {open ? null : <p className="small quiet">{last === undefined ? null : `${words(last.sentence)} · ${last.by}`}</p>}
      {open && strongest !== undefined ? (
        <blockquote className="clue-sentence small">
          <span className="quiet">
            {t("strongest")} {words(tellReason(strongest))}
          </span>
          <br />
          {strongest.text}{" "}
          <Button type="link" size="small" className="link-cell" onClick={() => onSentence(strongest.from)}>
            {t("atDocument")}
          </Button>
        </blockquote>
      ) : null}
      <details>
        <summary className="small">{t(clue.score === null ? "whatItSays" : "allReasons")}</summary>
        <div className="stack-tight">
          {clue.content.summary === "" ? null : <p className="small quiet">{words(tellSummary(clue.content.summary))}</p>}
          <InsiderExplained basis={clue.content.insiderBasis} />
          <ClueReasons content={clue.content} />
        </div>
      </details>
      {open ? <ClueActs clue={clue} act={act} onAct={setAct} /> : null}
    </article>
  );
}

type Props = { readonly clue: Clue; readonly onSentence: (at: number) => void };
