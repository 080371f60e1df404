import { Link } from "react-router";
import { STANDING_TONES, useStandingWords } from "#web/deadlines/deadline-line.tsx";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { nextClockOf } from "#web/deadlines/next-clock.ts";
import { useCaseDeadlines } from "#web/deadlines/use-deadlines.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";

/** 下一期限 in the line of the case: its last day, how far it is; where none was started that is said. Says nothing while it is being read or where it may not be. */
export function NextClock({ caseId }: { readonly caseId: string }) {
  const t = useText(deadlinesText);
  const words = useWords();
  const standingOf = useStandingWords();
  const { language } = useLanguage();
  const clocks = useCaseDeadlines(caseId);
  if (clocks.data === undefined) return null;
  const next = nextClockOf(clocks.data.items);
  return (
    <span data-testid="next-clock">
      <span className="quiet">{t("nextClock")}</span>{" "}
      {next === null ? (
        <Link to={`/cases/${caseId}`}>{t(clocks.data.items.length === 0 ? "noneStarted" : "noneRuns")}</Link>
      ) : (
        <>
          <Link to={`/cases/${caseId}/clocks`} className="figure" title={words(next.act)}>
            {formatDay(next.due, language)}
          </Link>{" "}
          <Mark tone={STANDING_TONES[next.standing]}>{standingOf(next)}</Mark>
        </>
      )}
    </span>
  );
}
