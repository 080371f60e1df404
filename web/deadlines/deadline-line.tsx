import { Link } from "react-router";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";

export const STANDING_TONES = {
  over: "bad",
  today: "bad",
  soon: "warn",
  ahead: "quiet",
  suspended: "unknown",
  done: "good",
  "done-late": "bad",
} as const satisfies Record<Deadline["standing"], Tone>;

/** How far a clock is, in words: days left or past, or its state where days say nothing. */
export function useStandingWords(): (deadline: Pick<Deadline, "standing" | "daysLeft">) => string {
  const t = useText(deadlinesText);
  return ({ standing, daysLeft }) => {
    if (standing === "done" || standing === "done-late" || standing === "today" || standing === "suspended") return t(standing);
    return daysLeft < 0 ? t("past", { n: -daysLeft }) : t("left", { n: daysLeft });
  };
}

/** One clock: its last day, how far it is, what must be done, of which case. */
export function DeadlineLine({ deadline, withCase }: { readonly deadline: Deadline; readonly withCase: boolean }) {
  const t = useText(deadlinesText);
  const words = useWords();
  const standingOf = useStandingWords();
  const { language } = useLanguage();
  const { due, standing, custody, act, state, moved, caseId, caseNumber, caseTitle } = deadline;
  return (
    <div className="deadline-line">
      <strong className="figure nowrap">{formatDay(due, language)}</strong>
      <span className="line">
        <Mark tone={STANDING_TONES[standing]}>{standingOf(deadline)}</Mark>
        {custody ? <Mark tone="bad">{t("custody")}</Mark> : null}
      </span>
      <span>
        {words(act)}
        {state.subject === null ? null : <span className="quiet"> · {state.subject}</span>}
        {withCase ? (
          <span className="small">
            {" "}
            <Link to={`/cases/${caseId}`}>{caseNumber}</Link> <span className="quiet">{caseTitle}</span>
          </span>
        ) : null}
        {deadline.follows === null ? null : (
          <span className="quiet small deadline-follows">{t("followsSaid", { of: words(deadline.follows) })}</span>
        )}
        {moved === null ? null : (
          <span className="small deadline-moved">
            {moved.reason === null
              ? t("movedByCalendar", { from: moved.from, due })
              : `${moved.led === null ? "" : t("movedWith", { act: words(moved.led) })}${t("moved", { from: moved.from, due })} · ${moved.reason}`}
          </span>
        )}
      </span>
    </div>
  );
}
