import type { PeriodRule } from "#calendar/calendar.contract.ts";
import type { ComputedPeriod } from "#law/law.contract.ts";
import { nameOfRule } from "#law/period-names.data.ts";
import { formatDay } from "#web/design/date/date.ts";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { periodsText } from "#web/law/periods/periods.text.ts";

type Known = Extract<ComputedPeriod, { ok: true }>;

/** Several periods on one line of time: each from its event to the day it is due, hatched where it was moved or may be longer. */
export function PeriodGantt({ periods, rules }: { readonly periods: readonly Known[]; readonly rules: readonly PeriodRule[] }) {
  const t = useText(periodsText);
  const words = useWords();
  const { language } = useLanguage();
  const days = periods.flatMap(({ answer }) => [answer.from, answer.due, answer.dueAtMost ?? answer.due].map(Date.parse));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const place = (day: string) => ((Date.parse(day) - first) / Math.max(1, last - first)) * 100;
  const ticks = monthStarts(first, last);
  return (
    <section className="panel stack-tight" data-testid="period-gantt">
      <h2>{t("gantt")}</h2>
      <div className="gantt-axis quiet small figure" aria-hidden="true">
        {ticks.map((day) => (
          <span key={day} style={{ left: `${place(day)}%` }}>
            {day.slice(0, 7)}
          </span>
        ))}
      </div>
      <ul className="gantt">
        {periods.map(({ answer, request }) => {
          const rule = rules.find(({ id }) => id === request.rule);
          const [from, to] = answer.due < answer.from ? [answer.due, answer.from] : [answer.from, answer.due];
          const natural = answer.rolled ? answer.natural : to;
          return (
            <li key={JSON.stringify(request)}>
              <div className="line between">
                <span>{rule === undefined ? request.rule : words(nameOfRule(rule))}</span>
                <strong className="figure">{formatDay(answer.due, language)}</strong>
              </div>
              <div className="gantt-line" aria-hidden="true">
                {ticks.map((day) => (
                  <span key={day} className="gantt-tick" style={{ left: `${place(day)}%` }} />
                ))}
                <span className="gantt-bar" style={{ left: `${place(from)}%`, width: `${Math.max(0.6, place(natural) - place(from))}%` }} />
                {answer.rolled ? (
                  <span className="gantt-moved" style={{ left: `${place(natural)}%`, width: `${place(to) - place(natural)}%` }} />
                ) : null}
                {answer.dueAtMost === null ? null : (
                  <span
                    className="gantt-most"
                    style={{ left: `${place(to)}%`, width: `${Math.max(0, place(answer.dueAtMost) - place(to))}%` }}
                  />
                )}
              </div>
              <div className="line between quiet small figure">
                <span>{answer.from}</span>
                {answer.dueAtMost === null ? null : (
                  <span>
                    {t("dueAtMost")} {answer.dueAtMost}
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** First days of months between two moments; of a long time not every month, so that the words have room. */
function monthStarts(first: number, last: number): readonly string[] {
  const starts: string[] = [];
  const begin = new Date(first);
  for (let at = 1; ; at++) {
    const month = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + at, 1));
    if (month.getTime() > last) break;
    starts.push(month.toISOString().slice(0, 10));
  }
  const every = Math.ceil(starts.length / 6);
  return starts.filter((_, at) => at % every === 0);
}
