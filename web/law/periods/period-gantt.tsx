import type { PeriodRule } from "#calendar/calendar.contract.ts";
import type { ComputedPeriod } from "#law/law.contract.ts";
import { formatDay } from "#web/design/date/date.ts";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { periodsText } from "#web/law/periods/periods.text.ts";
import { nameOfRule } from "#web/law/periods/rule-names.text.ts";

type Known = Extract<ComputedPeriod, { ok: true }>;

/** Several periods on one line of time: each from its event to the day it is due, hatched where it was moved or may be longer. */
export function PeriodGantt({ periods, rules }: { readonly periods: readonly Known[]; readonly rules: readonly PeriodRule[] }) {
  const t = useText(periodsText);
  const words = useWords();
  const { language } = useLanguage();
  const days = periods.flatMap(({ answer }) => [answer.from, answer.due, answer.dueAtMost ?? answer.due].map(Date.parse));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const place = (day: string) => ((Date.parse(day) - first) / Math.max(1, last - first)) * 100;
  return (
    <section className="panel stack-tight" data-testid="period-gantt">
      <h2>{t("gantt")}</h2>
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
