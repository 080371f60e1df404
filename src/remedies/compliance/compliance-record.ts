import { done, type Outcome } from "#refusals/refusal.ts";
import type { ComplianceAction, ComplianceEvent, ComplianceState } from "#remedies/compliance/compliance.contract.ts";
import type { Recorded } from "#remedies/record.contract.ts";
import { conditionNotMet, noSuchPart, wrongInput, wrongState } from "#remedies/refuse-remedy.ts";

type Task = ComplianceState["tasks"][number];
const CITE = "2022年衔接协作通知（见报道，全文未公开）";

/** The plan after all events, oldest first, as it stands on `today`. @throws when the first is not `begin` */
export function foldCompliance(events: readonly Recorded<ComplianceEvent>[], today: string): ComplianceState {
  const [first, ...rest] = events;
  if (first?.event.type !== "begin") throw new Error('the first event of a plan is "begin"');
  let { content } = first.event;
  const kept = new Map<string, Pick<Task, "status" | "reports" | "verdict">>();
  const of = (task: string) => kept.get(task) ?? { status: "open" as const, reports: [], verdict: null };
  const hearings: ComplianceState["hearings"] = [];
  let concluded: ComplianceState["concluded"] = null;
  for (const { event, by, at } of rest) {
    switch (event.type) {
      case "revise":
        content = event.content;
        break;
      case "report": {
        const { on, document, evidenceId } = event;
        kept.set(event.task, {
          ...of(event.task),
          status: "reported",
          reports: [...of(event.task).reports, { on, document, evidenceId, by, at }],
        });
        break;
      }
      case "accept-task":
        kept.set(event.task, { ...of(event.task), status: "accepted", verdict: { reason: event.note, by, at } });
        break;
      case "return-task":
        kept.set(event.task, { ...of(event.task), status: "returned", verdict: { reason: event.reason, by, at } });
        break;
      case "hear":
        hearings.push({ on: event.on, attendees: event.attendees, opinion: event.opinion, document: event.document, by, at });
        break;
      case "conclude":
        concluded = { passed: event.passed, reason: event.reason, by, at };
        break;
      case "begin":
        break;
      default:
        event satisfies never;
    }
  }
  const tasks = content.tasks.map((task) => {
    const one = of(task.id);
    return { ...task, ...one, overdue: concluded === null && one.status !== "accepted" && task.until < today };
  });
  return { content, status: concluded === null ? "running" : concluded.passed ? "passed" : "failed", tasks, hearings, concluded };
}

/** Decides an act: the event to record or the refusal. Pure. */
export function decideCompliance(action: ComplianceAction, state: ComplianceState, today: string): Outcome<ComplianceEvent> {
  if (state.status !== "running")
    return state.status === "passed" ? wrongState("验收通过", "passed") : wrongState("验收未通过", "not passed");
  if ("on" in action && action.on > today) return wrongInput("on", `不晚于今天（${today}）`, `today (${today}) at the latest`, action.on);
  switch (action.type) {
    case "report":
    case "accept-task":
    case "return-task": {
      const task = state.tasks.find(({ id }) => id === action.task);
      if (task === undefined) return noSuchPart("task");
      if (task.status === "accepted") return wrongState("该任务已验收", "the task is accepted");
      if (action.type !== "report" && task.status !== "reported")
        return conditionNotMet("该任务尚未提交整改证据", "No evidence was handed in for this task", CITE);
      return done(action);
    }
    case "revise": {
      const touched = state.tasks.some((task) => {
        const next = action.content.tasks.find(({ id }) => id === task.id);
        return task.status === "accepted" && (next === undefined || next.title !== task.title || next.test !== task.test);
      });
      return touched
        ? conditionNotMet("已验收的任务不能更改或者删除", "An accepted task may not be changed or dropped", CITE)
        : done(action);
    }
    case "conclude": {
      if (!action.passed) return done(action);
      const open = state.tasks.filter(({ status }) => status !== "accepted").length;
      if (open > 0) return conditionNotMet(`还有${open}项任务未验收`, `${open} tasks are not accepted yet`, CITE);
      return state.hearings.length === 0 ? conditionNotMet("尚未听证", "No hearing was held", CITE) : done(action);
    }
    case "hear":
      return done(action);
  }
}
