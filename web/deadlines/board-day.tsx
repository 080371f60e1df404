import { DeadlineLine } from "#web/deadlines/deadline-line.tsx";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { NoticeForm } from "#web/deadlines/notice-form.tsx";
import { type DayWhere, useBoardDay } from "#web/deadlines/use-board.ts";
import { wallText } from "#web/deadlines/wall.text.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useText } from "#web/design/text/language.tsx";

/** The clocks of the column that is open. */
export function BoardDayList({ where, maySupervise, onPage }: Props) {
  const t = useText(wallText);
  const d = useText(deadlinesText);
  const { language } = useLanguage();
  const day = useBoardDay(where);
  const { bucket, custody } = where;
  const name = bucket === "over" || bucket === "suspended" ? d(bucket) : bucket === "later" ? t("beyond") : formatDay(bucket, language);
  return (
    <section className={`panel deadline-block ${custody === "true" ? "deadline-custody" : "deadline-soon"}`} data-testid="wall-open">
      <h2>
        {custody === "true" ? `${d("custody")} · ` : ""}
        {name}
      </h2>
      {day.isPending ? <Loading lines={5} /> : null}
      {day.isError ? <Problem error={day.error} onRetry={() => day.refetch()} /> : null}
      <ul>
        {day.data?.items.map((deadline) => (
          <li key={deadline.id} data-testid="wall-deadline">
            <DeadlineLine deadline={deadline} withCase />
            {maySupervise ? <NoticeForm deadline={deadline} /> : null}
          </li>
        ))}
      </ul>
      {day.data === undefined ? null : <Pager page={day.data.page} size={day.data.size} total={day.data.total} onPage={onPage} />}
    </section>
  );
}

type Props = {
  readonly where: DayWhere;
  /** a case manager before the wall of their own office */
  readonly maySupervise: boolean;
  readonly onPage: (page: number) => void;
};
