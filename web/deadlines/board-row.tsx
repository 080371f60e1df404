import type { BoardColumn } from "#web/deadlines/board-columns.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { wallText } from "#web/deadlines/wall.text.ts";
import { daysUntil, formatDay } from "#web/design/date/date.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useLanguage, useText } from "#web/design/text/language.tsx";

/** One half of the wall: a button for each day that holds a clock, the number large; the bar below it grows with the number. */
export function BoardRow({ custody, columns, today, chosen, onChoose }: Props) {
  const t = useText(wallText);
  const d = useText(deadlinesText);
  const { language } = useLanguage();
  const total = columns.reduce((sum, { clocks }) => sum + clocks, 0);
  const most = Math.max(1, ...columns.map(({ clocks }) => clocks));
  if (total === 0) return null;
  return (
    <section className={`panel deadline-block ${custody ? "deadline-custody" : ""}`} data-testid={custody ? "wall-custody" : "wall-others"}>
      <h2>
        {custody ? d("custody") : t("others")} <span className="quiet figure">{formatNumber(total)}</span>
      </h2>
      <ul className="wall-days">
        {columns.map(({ bucket, clocks }) => {
          const isDay = /^\d/.test(bucket);
          const left = isDay ? daysUntil(bucket, today) : 0;
          const tone = bucket === "over" ? "over" : isDay && left === 0 ? "today" : isDay && left <= 3 ? "soon" : "ahead";
          const distance = !isDay ? "" : left === 0 ? d("today") : d("left", { n: left });
          const name =
            bucket === "over" || bucket === "suspended" ? d(bucket) : bucket === "later" ? t("beyond") : formatDay(bucket, language);
          return (
            <li key={bucket}>
              <button
                type="button"
                className={`wall-day wall-day-${tone}`}
                aria-pressed={chosen === bucket}
                onClick={() => onChoose(bucket)}
                data-testid="wall-day"
                data-bucket={bucket}
              >
                <span className="small nowrap">{name}</span>
                <strong className="figure">{formatNumber(clocks)}</strong>
                <span className="small">{distance}</span>
                <span className="wall-share" style={{ width: `${Math.max(6, (clocks / most) * 100)}%` }} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Props = {
  readonly custody: boolean;
  readonly columns: readonly BoardColumn[];
  readonly today: string;
  readonly chosen: string | null;
  readonly onChoose: (bucket: string) => void;
};
