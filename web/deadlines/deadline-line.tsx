import { Link } from "react-router";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";

const TONES = {
  over: "bad",
  today: "bad",
  soon: "warn",
  ahead: "quiet",
  suspended: "unknown",
  done: "good",
  "done-late": "bad",
} as const satisfies Record<Deadline["standing"], Tone>;

/** One clock: its last day, how far it is, what must be done, of which case. */
export function DeadlineLine({ deadline, withCase }: { readonly deadline: Deadline; readonly withCase: boolean }) {
  const t = useText(deadlinesText);
  const words = useWords();
  const { language } = useLanguage();
  const { due, daysLeft, standing, custody, act, state, moved, caseId, caseNumber, caseTitle } = deadline;
  const ended = standing === "done" || standing === "done-late";
  return (
    <div className="deadline-line">
      <strong className="figure nowrap">{formatDay(due, language)}</strong>
      <span className="line">
        <Mark tone={TONES[standing]}>
          {ended || standing === "today" || standing === "suspended"
            ? t(standing)
            : daysLeft < 0
              ? t("past", { n: -daysLeft })
              : t("left", { n: daysLeft })}
        </Mark>
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
