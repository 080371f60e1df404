import { Link } from "react-router";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { CaseTabs } from "#web/cases/case/case-tabs.tsx";
import type { Tab } from "#web/cases/case/tabs.ts";
import { caseText } from "#web/cases/case.text.ts";
import { casesText } from "#web/cases/cases.text.ts";
import { nextStepOf } from "#web/cases/next-step.ts";
import { NextClock } from "#web/deadlines/next-clock.view.tsx";
import { dayOf, daysUntil, formatDay } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { BAND_WORDS, MEMBER_ROLE_WORDS, STAGE_WORDS } from "#web/words/words.text.ts";
import "#web/cases/case/case.css";

/** Number, title, stage, next step, next clock, days, owner, team, marks: in one line wherever one is in the case. */
export function CaseHeader({
  detail,
  chosen,
  withAudit,
}: {
  readonly detail: CaseDetail;
  readonly chosen: Tab | null;
  readonly withAudit: boolean;
}) {
  const t = useText(caseText);
  const c = useText(casesText);
  const words = useWords();
  const { language } = useLanguage();
  const next = nextStepOf(detail);
  return (
    <header className="case-header" data-testid="case-header">
      <div className="case-line">
        <h1 className="break">
          <span className="case-number" data-testid="case-header-number">
            {detail.number}
          </span>
          {detail.title}
        </h1>
        <Mark tone={detail.stage === "closed" ? "quiet" : "accent"} testId="case-stage-mark">
          {words(STAGE_WORDS[detail.stage])}
        </Mark>
        {detail.signedBand === null ? null : (
          <Mark tone={detail.signedBand === "especially-serious" ? "bad" : "good"}>{words(BAND_WORDS[detail.signedBand])}</Mark>
        )}
      </div>
      <div className="case-line case-line-second">
        <span>
          <span className="quiet">{t("next")}</span> <Link to={`/cases/${detail.id}/${next.tab}`}>{words(next.words)}</Link>
        </span>
        <NextClock caseId={detail.id} />
        <span className="figure">
          <span className="quiet">{t("accepted")}</span> {formatDay(detail.acceptedOn, language)} ·{" "}
          {c("dayOfCase", { n: 1 - daysUntil(detail.acceptedOn, dayOf(new Date())) })}
        </span>
        <span>
          <span className="quiet">{t("owner")}</span> {detail.owner ?? t("noOwner")}
        </span>
        <span className="team">
          <span className="quiet">{t("team")}</span>
          <ul>
            {detail.members
              .filter((member) => member.until === null)
              .map((member) => (
                <li key={`${member.personId}-${member.role}`} title={`${member.name} · ${words(MEMBER_ROLE_WORDS[member.role])}`}>
                  <span className="avatar" aria-hidden="true">
                    {member.name.slice(-1)}
                  </span>
                  <span className="visually-hidden">
                    {member.name} {words(MEMBER_ROLE_WORDS[member.role])}
                  </span>
                </li>
              ))}
          </ul>
        </span>
        <span className="quiet">{words(detail.officeName)}</span>
      </div>
      <CaseTabs detail={detail} chosen={chosen} withAudit={withAudit} />
    </header>
  );
}
