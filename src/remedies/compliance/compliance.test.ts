import { expect, test } from "vitest";
import { type ComplianceAction, ComplianceContent, type ComplianceEvent } from "#remedies/compliance/compliance.contract.ts";
import { decideCompliance, foldCompliance } from "#remedies/compliance/compliance-record.ts";

const TODAY = "2026-11-24";
const task = (id: string, until: string) => ({ id, title: `任务${id}`, test: "权限清单核对无误", until });
const content = {
  ...{ unit: "云岭某科技公司", monitor: "第三方组织", from: "2026-09-01", until: "2026-12-31" },
  tasks: [task("a", "2026-11-23"), task("b", "2026-11-24")],
};
function keep(...actions: ComplianceAction[]) {
  const events: ComplianceEvent[] = [{ type: "begin", content }];
  const fold = () =>
    foldCompliance(
      events.map((event, at) => ({ version: at + 1, by: "林溪", at: "2026-11-20T01:00:00Z", event })),
      TODAY,
    );
  const next = (action: ComplianceAction) => decideCompliance(action, fold(), TODAY);
  for (const action of actions) {
    const decided = next(action);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.detail)}`);
    events.push(decided.value);
  }
  return { state: fold(), next };
}
const report = (id: string): ComplianceAction => ({ type: "report", task: id, on: "2026-11-20", document: "整改报告", evidenceId: null });
const accept = (id: string): ComplianceAction => ({ type: "accept-task", task: id, note: "符合" });
const hear: ComplianceAction = { type: "hear", on: "2026-11-22", attendees: "听证员三人", opinion: "同意验收", document: "听证笔录" };
const pass: Extract<ComplianceAction, { type: "conclude" }> = { type: "conclude", passed: true, reason: "全部符合" };

test("a task is accepted on evidence only, and is overdue from the day after its own", () => {
  expect(keep().state.tasks.map(({ overdue }) => overdue)).toEqual([true, false]);
  expect(keep().next(accept("a"))).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(keep(report("a"), accept("a")).state.tasks[0]).toMatchObject({ status: "accepted", overdue: false, verdict: { by: "林溪" } });
  expect(keep(report("a"), accept("a")).next(report("a"))).toMatchObject({ ok: false, kind: "wrong-state" });
  expect(keep().next(report("x"))).toMatchObject({ ok: false, kind: "not-found" });
});

test("a plan passes when every task is accepted and a hearing was held; it can fail before", () => {
  const all = [report("a"), accept("a"), report("b"), accept("b")];
  expect(keep(...all).next(pass)).toMatchObject({ ok: false, detail: { condition: "尚未听证" } });
  expect(keep(...all.slice(0, 3), hear).next(pass)).toMatchObject({ ok: false });
  expect(keep(...all, hear, pass).state.status).toBe("passed");
  const failed = keep({ ...pass, passed: false });
  expect(failed.state.status).toBe("failed");
  expect(failed.next(hear)).toMatchObject({ ok: false, kind: "wrong-state" });
});

test("an accepted task is neither changed nor dropped by a revision, and tasks lie within the plan", () => {
  const accepted = keep(report("a"), accept("a"));
  const revise = (tasks: (typeof content)["tasks"]): ComplianceAction => ({
    type: "revise",
    content: { ...content, tasks },
    reason: "调整",
  });
  expect(accepted.next(revise([task("b", "2026-12-01")]))).toMatchObject({ ok: false });
  expect(accepted.next(revise([task("a", "2026-11-23"), task("b", "2026-12-01")])).ok).toBe(true);
  expect(ComplianceContent.safeParse({ ...content, tasks: [task("a", "2027-01-01")] }).success).toBe(false);
});
