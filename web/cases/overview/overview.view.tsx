import { Button } from "antd";
import { useState } from "react";
import type { CaseAction, CaseDetail } from "#cases/cases.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { CasePromptsPanel } from "#web/case-documents/case-prompts.panel.tsx";
import { caseText } from "#web/cases/case.text.ts";
import { StageForm } from "#web/cases/overview/stage-form.tsx";
import { TeamPanel } from "#web/cases/overview/team-panel.tsx";
import type { useCaseEvents } from "#web/cases/use-case-events.ts";
import type { usePeople } from "#web/cases/use-people.ts";
import { CaseDeadlinesPanel } from "#web/deadlines/case-deadlines.panel.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Day } from "#web/design/date/day.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import { STAGE_WORDS } from "#web/words/words.text.ts";

export type Act = (action: CaseAction, done: () => void) => void;

export function OverviewView({ detail, events, people, error, pending, onAct }: Props) {
  const t = useText(caseText);
  const words = useWords();
  const [open, setOpen] = useState<"rename" | "stage" | null>(null);
  const close = () => setOpen(null);
  // An answer closes the form it belongs to, which may be another one than is open by then.
  const closed = (form: "rename" | "stage") => () => setOpen((now) => (now === form ? null : now));
  return (
    <div className="columns">
      <div className="stack">
        <section className="panel">
          <div className="line between panel-head">
            <h2>{t("facts")}</h2>
            <span className="line no-print">
              {detail.can.includes("rename") ? (
                <Button size="small" onClick={() => setOpen("rename")}>
                  {t("rename")}
                </Button>
              ) : null}
              {detail.can.includes("move-stage") && detail.nextStages.length > 0 ? (
                <Button size="small" onClick={() => setOpen("stage")} data-testid="move-stage">
                  {t("moveStage")}
                </Button>
              ) : null}
            </span>
          </div>
          <dl className="facts">
            <dt>{t("number")}</dt>
            <dd className="figure">{detail.number}</dd>
            <dt>{t("caseTitle")}</dt>
            <dd>{detail.title}</dd>
            <dt>{t("offence")}</dt>
            <dd>{t("offenceName")}</dd>
            <dt>{t("stage")}</dt>
            <dd>{words(STAGE_WORDS[detail.stage])}</dd>
            <dt>{t("office")}</dt>
            <dd>
              {words(detail.officeName)} <span className="quiet figure">{detail.officeCode}</span>
            </dd>
            <dt>{t("acceptedOn")}</dt>
            <dd>
              <Day day={detail.acceptedOn} />
            </dd>
            <dt>{t("updatedAt")}</dt>
            <dd className="figure">
              {formatMoment(detail.updatedAt)} <span className="quiet">{t("version", { n: detail.version })}</span>
            </dd>
          </dl>
          {open === "rename" ? (
            <RenameForm
              title={detail.title}
              pending={pending}
              onCancel={close}
              onSave={(title) => onAct({ type: "rename", title }, closed("rename"))}
            />
          ) : null}
          {open === "stage" ? (
            <StageForm
              nextStages={detail.nextStages}
              pending={pending}
              asksAboutClocks={error !== null && failureOf(error).kind === "needs-confirmation"}
              onCancel={close}
              onMove={(action) => onAct(action, closed("stage"))}
            />
          ) : null}
          <InlineProblem error={error} />
        </section>
        <CaseDeadlinesPanel caseId={detail.id} mayKeep={detail.can.includes("move-stage") || detail.can.includes("assess")} />
        <CasePromptsPanel caseId={detail.id} />
        <TeamPanel detail={detail} people={people} pending={pending} onAct={onAct} />
      </div>
      <section className="panel">
        <h2>{t("events")}</h2>
        {events.isPending ? (
          <Loading />
        ) : events.isError ? (
          <Problem error={events.error} onRetry={() => events.refetch()} />
        ) : (
          <ol className="timeline" data-testid="case-events">
            {events.data.items.toReversed().map((event) => (
              <li key={event.version}>
                <div>{words(event.sentence)}</div>
                <div className="quiet small figure">
                  {formatMoment(event.at)} · {event.by}
                </div>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}

function RenameForm({
  title,
  pending,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly pending: boolean;
  readonly onSave: (title: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useText(caseText);
  const c = useText(commonText);
  const [typed, setTyped] = useState(title);
  return (
    <form
      className="stack form-inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") onSave(typed.trim());
      }}
    >
      <Labelled label={t("caseTitle")}>
        <input className="field" value={typed} maxLength={120} required onChange={(event) => setTyped(event.target.value)} />
      </Labelled>
      <div className="line">
        <Button type="primary" htmlType="submit" loading={pending}>
          {c("save")}
        </Button>
        <Button onClick={onCancel}>{c("cancel")}</Button>
      </div>
    </form>
  );
}

type Props = {
  readonly detail: CaseDetail;
  readonly events: ReturnType<typeof useCaseEvents>;
  readonly people: ReturnType<typeof usePeople>;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: Act;
};
