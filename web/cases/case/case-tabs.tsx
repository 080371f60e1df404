import { useEffect, useRef } from "react";
import { NavLink } from "react-router";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { QUANTITIES, type Tab } from "#web/cases/case/tabs.ts";
import { caseText } from "#web/cases/case.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";

/** The parts of a case in one row that fits every width; the figures have a second row, shown while one is at one of them. */
export function CaseTabs({
  detail,
  chosen,
  withAudit,
}: {
  readonly detail: CaseDetail;
  readonly chosen: Tab | null;
  readonly withAudit: boolean;
}) {
  const t = useText(caseText);
  const counts: Readonly<Record<string, number>> = { parties: detail.parties.length, evidence: detail.evidence };
  const within = QUANTITIES.some((tab) => tab === chosen);
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a narrow screen the chosen tab is brought into sight when it changes
  useEffect(() => {
    for (const nav of frame.current?.querySelectorAll<HTMLElement>("nav") ?? []) {
      const active = nav.querySelector<HTMLElement>("a.active");
      if (active) nav.scrollLeft = active.offsetLeft + active.offsetWidth - nav.offsetLeft - nav.clientWidth + 32;
    }
  }, [chosen]);
  const link = (tab: Tab) => (
    <NavLink
      key={tab}
      to={`/cases/${detail.id}${tab === "overview" ? "" : `/${tab}`}`}
      aria-current={tab === chosen ? "page" : undefined}
      className={tab === chosen ? "active" : ""}
      end
      data-testid={`tab-${tab}`}
    >
      {t(tab)}
      {counts[tab] === undefined ? null : <span className="figure quiet small"> {formatNumber(counts[tab])}</span>}
    </NavLink>
  );
  return (
    <div ref={frame}>
      <nav className="case-tabs" aria-label={t("tabs")}>
        {(["overview", "parties", "evidence", "case-documents"] as const).map(link)}
        <NavLink
          to={`/cases/${detail.id}/ledgers`}
          aria-current={within ? "true" : undefined}
          className={within ? "active" : ""}
          data-testid={within ? "tab-quantities" : "tab-ledgers"}
        >
          {t("quantities")}
        </NavLink>
        {link("procedures")}
        {link("recommendations")}
        {link("clocks")}
        {link("documents")}
        {link("assessment")}
        {link("public-interest")}
        {link("outline")}
        {link("remedies")}
        {withAudit ? link("audit") : null}
      </nav>
      {within ? (
        <nav className="case-tabs case-tabs-second" aria-label={t("quantities")}>
          {QUANTITIES.map(link)}
        </nav>
      ) : null}
    </div>
  );
}
