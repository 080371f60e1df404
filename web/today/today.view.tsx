import { Link } from "react-router";
import type { Session } from "#access/access.contract.ts";
import { type CaseSummary, MOST_COUNTED } from "#cases/cases.contract.ts";
import type { Count } from "#counts/counts.contract.ts";
import { CaseTable } from "#web/cases/list/case-table.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Empty } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { CountProgressLine } from "#web/ledgers/count-progress-line.tsx";
import { todayText } from "#web/today/today.text.ts";
import { WaitingPanel } from "#web/today/waiting.panel.tsx";

export function TodayView({
  cases,
  total,
  counts,
  mayOpen,
  session,
}: {
  /** the newest of them */
  readonly cases: readonly CaseSummary[];
  /** how many there are, `MOST_COUNTED` at most */
  readonly total: number;
  readonly counts: readonly Count[];
  readonly mayOpen: boolean;
  readonly session: Session;
}) {
  const t = useText(todayText);
  // Case managers and leaders see the cases of the office and are in charge of none: nobody has to add them to a team.
  const oversees = session.person.roles.some((role) => role === "case-manager" || role === "leader");
  return (
    <div className="stack">
      <h1 className="visually-hidden">{t("title")}</h1>
      <WaitingPanel session={session} />
      {counts.length === 0 ? null : (
        <section className="panel" aria-label={t("runningCounts")}>
          <h2>{t("runningCounts")}</h2>
          <ul className="stack" data-testid="running-counts">
            {counts.map((count) => (
              <li key={count.id}>
                <CountProgressLine count={count} withCase />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel panel-flush" aria-label={t("myCases")}>
        <div className="line between panel-head">
          <h2>
            {t("myCases")}{" "}
            <span className="quiet figure">
              {total >= MOST_COUNTED ? t("orMore", { n: formatNumber(MOST_COUNTED) }) : formatNumber(total)}
            </span>
          </h2>
          <span className="line">
            {total > cases.length ? <Link to="/cases?mine=true">{t("allOfMine", { n: cases.length })}</Link> : null}
            <Link to="/cases">{t("allCases")}</Link>
            {mayOpen ? <Link to="/cases?new=1">{t("openCase")}</Link> : null}
          </span>
        </div>
        {cases.length === 0 ? (
          <Empty title={t(oversees ? "overseeTitle" : "emptyTitle")} testId="today-empty">
            <p>{t(oversees ? "emptyOversee" : mayOpen ? "emptyOpen" : "emptyJoin")}</p>
          </Empty>
        ) : (
          <CaseTable cases={cases} label={t("myCases")} />
        )}
      </section>
      {counts.length === 0 ? <p className="quiet small">{t("noRunning")}</p> : null}
    </div>
  );
}
