import type { ComplianceAction, ComplianceState } from "#remedies/compliance/compliance.contract.ts";
import type { Act } from "#web/remedies/act-bar.tsx";
import type { complianceText } from "#web/remedies/compliance/compliance.text.ts";
import { reviseTasks, writeTasks } from "#web/remedies/compliance/read-tasks.ts";
import type { remediesText } from "#web/remedies/remedies.text.ts";
import type { Field } from "#web/remedies/remedy-form.tsx";

type Knowing = {
  readonly today: string;
  readonly items: readonly (readonly [string, string])[];
  readonly t: (key: keyof typeof complianceText) => string;
  readonly r: (key: keyof typeof remediesText) => string;
};

/** Signs of a list of tasks as typed. */
export const LONGEST_TASKS = 20_000;

/** What may be done to a plan as it stands. Pure. */
export function actsOfCompliance({ status, tasks, content }: ComplianceState, { today, items, t, r }: Knowing): Act[] {
  if (status !== "running") return [];
  const on: Field = { name: "on", label: r("on"), kind: "date", start: today, max: today };
  const document: Field = { name: "document", label: r("document"), kind: "text" };
  const reason: Field = { name: "reason", label: r("reason"), kind: "area" };
  const taskOf = (fits: (task: ComplianceState["tasks"][number]) => boolean): Field => ({
    ...{ name: "task", label: t("task"), kind: "choice" },
    options: tasks.filter(fits).map(({ id, title }) => [id, title]),
  });
  const wrap = (action: ComplianceAction) => ({ kind: "compliance" as const, action });
  const reported = taskOf((task) => task.status === "reported");
  const acts: Act[] = [];
  if (tasks.some((task) => task.status !== "accepted"))
    acts.push({
      key: "report",
      label: t("report"),
      fields: [
        taskOf((task) => task.status !== "accepted"),
        on,
        document,
        { name: "evidence", label: t("evidence"), kind: "choice", options: [["", t("noEvidence")], ...items] },
      ],
      build: (typed) =>
        wrap({
          ...{ type: "report", task: typed.text("task"), on: typed.text("on"), document: typed.text("document") },
          evidenceId: typed.orNull("evidence"),
        }),
    });
  if (tasks.some((task) => task.status === "reported"))
    acts.push(
      {
        key: "accept-task",
        label: t("accept-task"),
        fields: [reported, { name: "note", label: t("note"), kind: "area" }],
        build: (typed) => wrap({ type: "accept-task", task: typed.text("task"), note: typed.text("note") }),
      },
      {
        key: "return-task",
        label: t("return-task"),
        fields: [reported, reason],
        build: (typed) => wrap({ type: "return-task", task: typed.text("task"), reason: typed.text("reason") }),
      },
    );
  acts.push(
    {
      key: "revise",
      label: t("revise"),
      fields: [
        { name: "unit", label: t("unit"), kind: "text", start: content.unit },
        { name: "monitor", label: t("monitor"), kind: "text", optional: true, start: content.monitor ?? "" },
        { name: "from", label: t("from"), kind: "date", start: content.from },
        { name: "until", label: t("until"), kind: "date", start: content.until },
        {
          ...{ name: "tasks", label: t("tasks"), kind: "area", reason: t("reviseWhy") },
          ...{ start: writeTasks(content.tasks), longest: LONGEST_TASKS },
        },
        reason,
      ],
      build: (typed) =>
        wrap({
          type: "revise",
          content: {
            ...{ unit: typed.text("unit"), monitor: typed.orNull("monitor"), from: typed.text("from"), until: typed.text("until") },
            tasks: reviseTasks(typed.text("tasks"), typed.text("until"), content.tasks),
          },
          reason: typed.text("reason"),
        }),
    },
    {
      key: "hear",
      label: t("hear"),
      fields: [
        on,
        { name: "attendees", label: t("attendees"), kind: "area" },
        { name: "opinion", label: t("opinion"), kind: "area" },
        document,
      ],
      build: (typed) =>
        wrap({
          ...{ type: "hear", on: typed.text("on"), attendees: typed.text("attendees") },
          ...{ opinion: typed.text("opinion"), document: typed.text("document") },
        }),
    },
    {
      key: "conclude",
      label: t("conclude"),
      fields: [
        {
          ...{ name: "verdict", label: t("verdict"), kind: "choice" },
          options: (["passed", "failed"] as const).map((one) => [one, t(one)]),
        },
        reason,
      ],
      build: (typed) => wrap({ type: "conclude", passed: typed.text("verdict") === "passed", reason: typed.text("reason") }),
    },
  );
  return acts;
}
