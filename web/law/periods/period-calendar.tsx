import type { ComputedPeriod } from "#law/law.contract.ts";
import { useLanguage, useText } from "#web/design/text/language.tsx";
import { type DayRole, drawMonths } from "#web/law/periods/month-grid.ts";
import { periodsText } from "#web/law/periods/periods.text.ts";

const WEEKDAYS = { zh: ["一", "二", "三", "四", "五", "六", "日"], en: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] } as const;
const LEGEND = [
  ["trigger", "dayTrigger"],
  ["counted", "dayCounted"],
  ["counted-rest", "dayRest"],
  ["passed", "dayPassed"],
  ["due", "dayDue"],
] as const;
const SIGNS = { trigger: "signTrigger", passed: "signPassed", due: "signDue" } as const;

/** The period on the calendar: from the event to the day it is due; signs and patterns beside the colours. */
export function PeriodCalendar({ period }: { readonly period: Extract<ComputedPeriod, { ok: true }> }) {
  const t = useText(periodsText);
  const { language } = useLanguage();
  const { months, left } = drawMonths(period);
  const sign = (role: DayRole) => (role === "trigger" || role === "passed" || role === "due" ? t(SIGNS[role]) : "");
  const name = (role: DayRole) => LEGEND.find(([known]) => known === role)?.[1];
  return (
    <div className="stack-tight" data-testid="period-calendar">
      <div className="months">
        {months.map(({ month, weeks }, at) => (
          <div key={month}>
            {at === 1 && left > 0 ? <p className="quiet small">{t("monthsBetween", { n: left })}</p> : null}
            <table className="month">
              <caption className="figure">{month}</caption>
              <thead>
                <tr>
                  {WEEKDAYS[language].map((weekday) => (
                    <th key={weekday} scope="col">
                      {weekday}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeks.map((week, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month never move
                  <tr key={row}>
                    {week.map((place, column) => {
                      const said = place === null ? undefined : name(place.role);
                      return (
                        <td
                          key={place?.day ?? `gap-${column}`}
                          className={place === null ? "" : `day day-${place.role}`}
                          title={said === undefined ? undefined : t(said)}
                        >
                          {place === null ? null : (
                            <>
                              <span className="figure">{Number(place.day.slice(8))}</span>
                              {sign(place.role) === "" ? null : <small>{sign(place.role)}</small>}
                            </>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </div>
      <ul className="line small">
        {LEGEND.map(([role, words]) => (
          <li key={role} className="line">
            <span className={`day day-${role} day-legend`} aria-hidden="true">
              {sign(role)}
            </span>
            {t(words)}
          </li>
        ))}
      </ul>
    </div>
  );
}
