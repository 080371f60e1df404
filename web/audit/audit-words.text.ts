import type { CaseActionType } from "#cases/cases.contract.ts";
import type { CountStatus } from "#counts/counts.contract.ts";
import type { RefusalKind } from "#refusals/refusal.ts";
import type { Words } from "#web/design/text/text.ts";

type Table = Readonly<Record<string, Words>>;

/** What was read of a case, a count or a piece of evidence; words of the entries, `read …` goes before. */
export const DEADLINE_WORDS: Table = {
  start: { zh: "起算", en: "started" },
  extend: { zh: "延长", en: "extended" },
  end: { zh: "办结", en: "ended" },
  correct: { zh: "更正", en: "corrected" },
  suspend: { zh: "中止", en: "suspended" },
  resume: { zh: "恢复", en: "resumed" },
  follow: { zh: "随起算的期限变动", en: "moved with the clock it follows" },
};

export const PART_WORDS: Table = {
  deadlines: { zh: "期限", en: "the deadlines" },
  measures: { zh: "强制措施", en: "the compulsory measures" },
  detail: { zh: "案件概况", en: "the overview" },
  events: { zh: "办案经过", en: "the course of the case" },
  evidence: { zh: "证据目录", en: "the list of evidence" },
  counts: { zh: "统计目录", en: "the list of counts" },
  assessments: { zh: "评估目录", en: "the list of assessments" },
  figures: { zh: "统计结果", en: "the figures" },
  shapes: { zh: "表型", en: "the shapes of tables" },
  "work-list": { zh: "核实进度", en: "how far items are decided" },
  corrections: { zh: "更正记录", en: "the corrections" },
  report: { zh: "统计报告", en: "the report" },
  progress: { zh: "统计进度", en: "the progress" },
  facts: { zh: "由统计带入的事实", en: "the facts taken from the count" },
  custody: { zh: "保管记录", en: "the custody record" },
  deliveries: { zh: "流转表", en: "the deliveries" },
  "money-flows": { zh: "流水表", en: "the money flows" },
  gains: { zh: "违法所得计算", en: "the gains" },
  "gains-lines": { zh: "流水明细（已遮盖）", en: "lines of a money flow, masked" },
  samples: { zh: "抽样方案", en: "the samples" },
  "null-sets": { zh: "阴性样本（已遮盖）", en: "lines without findings, masked" },
  groups: { zh: "特殊群体与规模", en: "groups and scale" },
  procedures: { zh: "程序", en: "the procedures" },
};

/** 办案事项 what casework was about; a slice that writes `work-read` or `work-changed` names its thing here. */
export const THING_WORDS: Table = {
  procedure: { zh: "程序", en: "procedure" },
  clue: { zh: "线索", en: "clue" },
  measure: { zh: "强制措施", en: "compulsory measure" },
  custody: { zh: "在押核对", en: "custody list" },
};

/** What was done to it. */
export const WORK_WORDS: Table = {
  open: { zh: "启动", en: "opened" },
  register: { zh: "登记", en: "registered" },
  "record-measure": { zh: "记录措施", en: "measure recorded" },
  "end-measure": { zh: "结束措施", en: "measure ended" },
  "correct-measure": { zh: "更正记录", en: "record corrected" },
  "void-measure": { zh: "注销记录", en: "record declared void" },
  "take-step": { zh: "办理一步", en: "step taken" },
  "correct-step": { zh: "更正步骤", en: "step corrected" },
  "change-handler": { zh: "更换承办人", en: "handler changed" },
  confirmed: { zh: "确认", en: "confirmed" },
  corrected: { zh: "更正", en: "corrected" },
  held: { zh: "暂缓", en: "put on hold" },
  resumed: { zh: "恢复", en: "resumed" },
  dismissed: { zh: "不作为线索", en: "dismissed" },
  reopened: { zh: "重新办理", en: "reopened" },
  merged: { zh: "并入", en: "merged" },
  unmerged: { zh: "撤销并入", en: "merge undone" },
  split: { zh: "拆分", en: "split" },
  unsplit: { zh: "撤销拆分", en: "split undone" },
  accepted: { zh: "受理", en: "accepted" },
  "handed-over": { zh: "移送", en: "handed over" },
  "handed-back": { zh: "移送未接收", en: "handed back" },
  received: { zh: "接收", en: "received" },
};

/** What was done to a case. */
export const ACTION_WORDS: Table = {
  open: { zh: "立卷", en: "opened the case" },
  rename: { zh: "更改案件名称", en: "renamed it" },
  "move-stage": { zh: "变更阶段", en: "moved the stage" },
  "add-party": { zh: "增加当事人", en: "added a party" },
  "correct-party": { zh: "更正当事人", en: "corrected a party" },
  "remove-party": { zh: "移除当事人", en: "removed a party" },
  "add-member": { zh: "增加办案人员", en: "added a member" },
  "end-membership": { zh: "办案人员退出", en: "ended a membership" },
} satisfies Record<CaseActionType | "open", Words>;

/** What was done to a custody record: the types of the evidence's events. */
export const CUSTODY_WORDS: Table = {
  "custody-recorded": { zh: "填写保管记录", en: "filled in the custody record" },
  transferred: { zh: "登记移交", en: "recorded a transfer" },
  "defect-cured": { zh: "补正或说明瑕疵", en: "cured or explained a defect" },
  verified: { zh: "校验", en: "verified it" },
  "read-for-count": { zh: "为统计读取", en: "read it for a count" },
};

export const STATUS_WORDS: Table = {
  waiting: { zh: "重新排队", en: "queued again" },
  running: { zh: "开始运行", en: "started" },
  cancelling: { zh: "要求取消", en: "asked to cancel" },
  cancelled: { zh: "已取消", en: "cancelled" },
  failed: { zh: "未完成", en: "failed" },
  done: { zh: "已完成", en: "finished" },
} satisfies Record<CountStatus, Words>;

export const SIGN_IN_WORDS: Table = {
  wrong: { zh: "口令不正确", en: "wrong password" },
  locked: { zh: "账号已锁定", en: "account locked" },
  unknown: { zh: "没有此账号", en: "no such account" },
};

/** Why something was refused, in a few words. */
export const REFUSAL_WORDS: Table = {
  "not-signed-in": { zh: "未登录", en: "not signed in" },
  "sign-in-failed": { zh: "账号或口令不正确", en: "wrong account or password" },
  "locked-out": { zh: "账号已锁定", en: "account locked" },
  "session-expired": { zh: "登录已过期", en: "session ended" },
  "forged-request": { zh: "缺少防伪标记", en: "anti-forgery token missing" },
  "too-many-requests": { zh: "请求过于频繁", en: "too many requests" },
  "not-permitted": { zh: "无权进行", en: "not permitted" },
  "not-found": { zh: "没有找到或无权查看", en: "not found, or not for the reader" },
  "wrong-state": { zh: "当前状态下不能进行", en: "not possible in this state" },
  "wrong-step": { zh: "当前状态下没有此步骤", en: "no such step in this state" },
  "condition-not-met": { zh: "条件不具备", en: "a condition is not met" },
  "needs-confirmation": { zh: "需要确认", en: "needs confirmation" },
  "custody-open": { zh: "在押核对还有未说明项", en: "custody list not explained" },
  "list-changed": { zh: "名单已变化", en: "the list changed" },
  "stale-version": { zh: "已被他人更新", en: "changed by somebody else meanwhile" },
  "already-signed": { zh: "已由他人签署", en: "already signed" },
  "already-exists": { zh: "已存在", en: "exists already" },
  "invalid-input": { zh: "填写有误", en: "invalid input" },
  "too-large": { zh: "超过上限", en: "larger than the limit" },
  "upload-cut-off": { zh: "上传中断", en: "upload cut off" },
  "storage-full": { zh: "存储空间不足", en: "storage full" },
  "evidence-damaged": { zh: "证据与校验值不一致", en: "evidence does not match its hash" },
  "evidence-missing": { zh: "找不到证据文件", en: "evidence file missing" },
  "internal-fault": { zh: "系统故障", en: "fault" },
} satisfies Record<RefusalKind, Words>;

/** What the person wanted to do, by the operation's method and address. */
export const OPERATION_WORDS: Table = {
  "DELETE /api/session": { zh: "退出", en: "sign out" },
  "GET /api/session": { zh: "查看登录状态", en: "see the session" },
  "GET /api/offices": { zh: "查看院目录", en: "list the offices" },
  "GET /api/people": { zh: "检索人员", en: "search people" },
  "GET /api/cases": { zh: "检索案件", en: "search cases" },
  "POST /api/cases": { zh: "新建案件", en: "open a case" },
  "GET /api/cases/:caseId": { zh: "查阅案件", en: "read a case" },
  "POST /api/cases/:caseId/actions": { zh: "变更案件", en: "change a case" },
  "GET /api/cases/:caseId/events": { zh: "查阅办案经过", en: "read the course of a case" },
  "GET /api/cases/:caseId/evidence": { zh: "查阅证据目录", en: "list the evidence" },
  "POST /api/cases/:caseId/evidence": { zh: "录入证据", en: "take in evidence" },
  "POST /api/cases/:caseId/deliveries": { zh: "记录流转表", en: "record deliveries" },
  "POST /api/cases/:caseId/money-flows": { zh: "导入流水表", en: "import a money flow" },
  "POST /api/money-flows/:moneyFlowId/gains": { zh: "计算违法所得", en: "calculate gains" },
  "POST /api/cases/:caseId/samples": { zh: "设计抽样", en: "plan a sample" },
  "POST /api/counts/:countId/null-sets": { zh: "抽取阴性样本", en: "draw lines without findings" },
  "POST /api/null-sets/:nullSetId/checks": { zh: "记录查漏结果", en: "record findings of lines" },
  "POST /api/samples/:sampleId/checks": { zh: "记录核对结果", en: "record findings of a sample" },
  "GET /api/counts/:countId/groups": { zh: "查阅特殊群体与规模", en: "read groups and scale" },
  "GET /api/evidence/:evidenceId": { zh: "查阅保管记录", en: "read a custody record" },
  "POST /api/evidence/:evidenceId/custody": { zh: "填写保管记录", en: "fill in a custody record" },
  "POST /api/evidence/:evidenceId/transfers": { zh: "登记移交", en: "record a transfer" },
  "POST /api/evidence/:evidenceId/cures": { zh: "补正或说明瑕疵", en: "cure a defect" },
  "POST /api/evidence/:evidenceId/verification": { zh: "校验证据", en: "verify evidence" },
  "GET /api/counts": { zh: "查阅统计目录", en: "list the counts" },
  "POST /api/cases/:caseId/counts": { zh: "发起统计", en: "request a count" },
  "GET /api/counts/:countId": { zh: "查阅统计结果", en: "read a count" },
  "GET /api/counts/:countId/progress": { zh: "查看统计进度", en: "follow a count" },
  "POST /api/counts/:countId/cancellation": { zh: "取消统计", en: "cancel a count" },
  "POST /api/counts/:countId/retry": { zh: "重新统计", en: "count again" },
  "GET /api/counts/:countId/rows": { zh: "查阅记录", en: "read rows" },
  "GET /api/cases/:caseId/corrections": { zh: "查阅更正", en: "list the corrections" },
  "POST /api/cases/:caseId/corrections": { zh: "更正口径", en: "correct what is counted" },
  "POST /api/cases/:caseId/corrections/:correctionId/withdrawal": { zh: "撤回更正", en: "withdraw a correction" },
  "GET /api/counts/:countId/shapes": { zh: "查阅表型", en: "read the shapes of tables" },
  "GET /api/counts/:countId/work-list": { zh: "查看核实进度", en: "see how far items are decided" },
  "GET /api/counts/:countId/items": { zh: "查阅待核实条目", en: "read items to verify" },
  "GET /api/counts/:countId/item-decisions": { zh: "导出核实认定", en: "export decisions" },
  "POST /api/counts/:countId/item-decisions": { zh: "逐条核实", en: "decide items" },
  "POST /api/counts/:countId/item-decisions/undo": { zh: "撤销核实认定", en: "undo decisions" },
  "POST /api/counts/:countId/row-decisions": { zh: "认定单条记录", en: "decide single records" },
  "POST /api/counts/:countId/proof-override": { zh: "未核实即出具", en: "override open items" },
  "POST /api/assessments/trial": { zh: "试算情节", en: "try facts" },
  "GET /api/cases/:caseId/assessments/facts": { zh: "查阅由统计带入的事实", en: "read the facts of a count" },
  "GET /api/cases/:caseId/assessments": { zh: "查阅评估目录", en: "list the assessments" },
  "POST /api/cases/:caseId/assessments": { zh: "起草评估", en: "draft an assessment" },
  "GET /api/assessments/:assessmentId/tree": { zh: "查阅说理树", en: "read the why-tree" },
  "GET /api/assessments/:assessmentId": { zh: "查阅评估", en: "read an assessment" },
  "POST /api/assessments/:assessmentId/signature": { zh: "签署评估", en: "sign an assessment" },
  "GET /api/procedures": { zh: "查阅程序一览", en: "list the procedures" },
  "GET /api/procedures/:procedureId": { zh: "查阅程序", en: "read a procedure" },
  "POST /api/procedures/:procedureId/actions": { zh: "办理程序", en: "take a step of a procedure" },
  "GET /api/cases/:caseId/procedures": { zh: "查阅本案程序", en: "list the procedures of a case" },
  "POST /api/cases/:caseId/procedures": { zh: "启动程序", en: "open a procedure" },
  "GET /api/clues": { zh: "查阅线索队列", en: "list the clues" },
  "POST /api/clues": { zh: "登记线索", en: "register a clue" },
  "GET /api/clues/:clueId": { zh: "查阅线索", en: "read a clue" },
  "POST /api/clues/:clueId/actions": { zh: "处理线索", en: "act on a clue" },
  "GET /api/audit": { zh: "查阅留痕", en: "read the audit" },
  "POST /api/audit/verification": { zh: "校验留痕", en: "verify the audit" },
};
