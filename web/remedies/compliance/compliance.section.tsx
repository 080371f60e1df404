import type { ReactNode } from "react";
import type { RecordOf } from "#remedies/remedies.contract.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";
import { ActBar } from "#web/remedies/act-bar.tsx";
import { actsOfCompliance, LONGEST_TASKS } from "#web/remedies/compliance/acts-of-compliance.ts";
import { complianceText } from "#web/remedies/compliance/compliance.text.ts";
import { readTasks } from "#web/remedies/compliance/read-tasks.ts";
import { DoneBy, RecordFrame } from "#web/remedies/record-frame.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { RemedySection } from "#web/remedies/section.tsx";
import type { SectionData } from "#web/remedies/section-data.ts";

/** 合规整改 the plans of a case: tasks, who watches, hearings, the verdict. */
export function ComplianceSection({ caseId, can, books, records, today }: SectionData<RecordOf<"compliance">>) {
  const t = useText(complianceText);
  const r = useText(remediesText);
  const words = useWords();
  const may = can.includes("keep-remedies");
  const evidence = useEvidenceList(caseId);
  const items = (evidence.data?.items ?? []).map(({ id, path }) => [id, path] as const);
  return (
    <RemedySection
      caseId={caseId}
      kind="compliance"
      why={t("why")}
      empty={t("empty")}
      isEmpty={records.length === 0}
      blocked={null}
      begin={
        may
          ? {
              fields: [
                { name: "unit", label: t("unit"), kind: "text" },
                { name: "monitor", label: t("monitor"), kind: "text", optional: true },
                { name: "from", label: t("from"), kind: "date", start: today },
                { name: "until", label: t("until"), kind: "date" },
                { name: "tasks", label: t("tasks"), kind: "area", reason: t("tasksWhy"), longest: LONGEST_TASKS },
              ],
              build: (typed) => ({
                kind: "compliance",
                content: {
                  ...{ unit: typed.text("unit"), monitor: typed.orNull("monitor"), from: typed.text("from"), until: typed.text("until") },
                  tasks: readTasks(typed.text("tasks"), typed.text("until")),
                },
              }),
            }
          : null
      }
    >
      {records.map((record) => (
        <Plan key={record.id} record={record}>
          {may ? <ActBar record={record} acts={actsOfCompliance(record.state, { today, items, t, r })} /> : null}
        </Plan>
      ))}
      <ul className="small quiet remedy-list">
        {books.compliance.map(({ id, name, meaning, cite }) => (
          <li key={id}>
            {words(name)} · {words(meaning)} {cite} <Mark tone="warn">{r("unconfirmed")}</Mark>
          </li>
        ))}
      </ul>
    </RemedySection>
  );
}

function Plan({ record, children }: { readonly record: RecordOf<"compliance">; readonly children: ReactNode }) {
  const t = useText(complianceText);
  const r = useText(remediesText);
  const { content, status, tasks, hearings, concluded } = record.state;
  const done = tasks.filter((task) => task.status === "accepted").length;
  return (
    <RecordFrame
      record={record}
      title={content.unit}
      status={[
        { tone: status === "passed" ? "good" : status === "failed" ? "bad" : "unknown", words: t(status) },
        { tone: "plain", words: t("progress", { done, all: tasks.length }) },
      ]}
    >
      <p className="small">
        {content.monitor ?? t("noMonitor")} · <Day day={content.from} distance={false} /> – <Day day={content.until} />
      </p>
      <ul className="remedy-list">
        {tasks.map(({ id, title, test, until, status: at, overdue, reports, verdict }) => (
          <li key={id} className={overdue ? "remedy-late" : ""} data-testid="compliance-task">
            <div className="line">
              <strong>{title}</strong>
              <Mark tone={at === "accepted" ? "good" : at === "returned" ? "warn" : "unknown"}>{t(at)}</Mark>
              {overdue ? <Mark tone="bad">{r("overdue")}</Mark> : null}
              <Day day={until} distance={at !== "accepted"} />
            </div>
            <p className="small quiet">{t("test", { test })}</p>
            {reports.map((report) => (
              <p key={report.at} className="small">
                {report.document} · <span className="figure">{report.on}</span> <DoneBy {...report} />
              </p>
            ))}
            {verdict === null ? null : (
              <p className="small">
                {verdict.reason} <DoneBy {...verdict} />
              </p>
            )}
          </li>
        ))}
        {hearings.map((hearing) => (
          <li key={hearing.at}>
            <strong>{t("hearing")}</strong> <span className="figure">{hearing.on}</span> · {hearing.attendees} · {hearing.opinion} ·{" "}
            {hearing.document} <DoneBy {...hearing} />
          </li>
        ))}
      </ul>
      {concluded === null ? null : (
        <p>
          <strong>{t(concluded.passed ? "passed" : "failed")}</strong> {concluded.reason} <DoneBy {...concluded} />
        </p>
      )}
      {children}
    </RecordFrame>
  );
}
