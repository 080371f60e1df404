import { Button } from "antd";
import { useState } from "react";
import { STATUS_NAMES } from "#case-documents/reading.ts";
import { MOST_REPLAYED, type OfficeLexicon, type Replay } from "#lexicons/lexicons.contract.ts";
import { isMoving } from "#web/app/use-progress.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { estimateLeft } from "#web/lexicons/estimate-left.ts";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { ReplayResult } from "#web/lexicons/replay-result.tsx";
import { useCancelReplay, useReplayProgress, useRequestReplay } from "#web/lexicons/use-lexicon.ts";

/** The draft tried on documents that were read: asked for, under way, and what came of it. */
export function ReplayPanel({ lexicon }: { readonly lexicon: OfficeLexicon }) {
  const t = useText(lexiconText);
  const ask = useRequestReplay();
  const [newest, setNewest] = useState("200");
  const { replay, draft, can, revision } = lexicon;
  const many = Number(newest);
  const fits = Number.isInteger(many) && many >= 1 && many <= MOST_REPLAYED;
  const newestOf = t("newest", { n: formatNumber(MOST_REPLAYED) });
  const open = replay !== null && isMoving(replay.status);
  return (
    <section className="stack" aria-label={t("replay")} data-testid="replay-panel">
      <div className="stack-tight">
        <h2>{t("replay")}</h2>
        <p className="quiet small">{t("replayWhy")}</p>
      </div>
      {can.propose && draft.length > 0 && !open ? (
        <form
          className="line lexicon-ask"
          onSubmit={(event) => {
            event.preventDefault();
            if (fits) ask.mutate({ expectedRevision: revision, newest: many });
          }}
        >
          <Labelled label={newestOf} error={fits ? null : newestOf}>
            <input
              className="field"
              type="number"
              min={1}
              max={MOST_REPLAYED}
              value={newest}
              onChange={(event) => setNewest(event.target.value)}
              data-testid="replay-newest"
            />
          </Labelled>
          <Button htmlType="submit" disabled={!fits} loading={ask.isPending} data-testid="replay-start">
            {t("start")}
          </Button>
        </form>
      ) : null}
      <InlineProblem error={ask.error} />
      {replay === null ? null : <Standing key={replay.id} replay={replay} mayCancel={can.propose} />}
    </section>
  );
}

const TONES = { waiting: "plain", running: "accent", cancelling: "warn", cancelled: "quiet", failed: "bad", done: "good" } as const;

function Standing({ replay: known, mayCancel }: { readonly replay: Replay; readonly mayCancel: boolean }) {
  const t = useText(lexiconText);
  const words = useWords();
  const replay = useReplayProgress(known);
  const cancel = useCancelReplay();
  const left = estimateLeft(replay);
  const { status, progress, askedBy, askedAt, newest, problem, current } = replay;
  return (
    <>
      <div className="stack-tight" data-testid="replay" data-status={status}>
        <span className="line">
          <Mark tone={TONES[status]}>{words(WORDS[status])}</Mark>
          <span className="small" role="status">
            {progress.total === null ? "" : t("progressOf", { done: formatNumber(progress.done), total: formatNumber(progress.total) })}
            {left === null ? "" : ` · ${left < 1 ? t("leftSoon") : t("leftMinutes", { n: formatNumber(Math.round(left)) })}`}
            {progress.attempt > 1 ? ` · ${t("attempt", { n: progress.attempt })}` : ""}
          </span>
          <span className="quiet small">{current ? t("replayedDraft") : t("replayedOther")}</span>
          {mayCancel && (status === "waiting" || status === "running") ? (
            <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(replay.id)} data-testid="replay-cancel">
              {t("cancel")}
            </Button>
          ) : null}
        </span>
        {isMoving(status) && progress.total !== null ? <Bar label={t("progress")} done={progress.done} total={progress.total} /> : null}
        <p className="quiet small">{t("askedBy", { name: askedBy, at: formatMoment(askedAt), n: formatNumber(newest) })}</p>
        {problem === null ? null : <p className="bad">{words(problem)}</p>}
        <InlineProblem error={cancel.error} />
      </div>
      {isMoving(status) ? null : <ReplayResult replay={replay} />}
    </>
  );
}

const WORDS = {
  ...STATUS_NAMES,
  waiting: { zh: "等待重放", en: "waiting" },
  running: { zh: "正在重放", en: "being replayed" },
  failed: { zh: "未完成", en: "not finished" },
  done: { zh: "已重放", en: "replayed" },
} as const;
