import type { AuditKind } from "#audit/audit.contract.ts";
import type { Words } from "#web/design/text/text.ts";

/** What each kind of entry says. */
export const AUDIT_KIND_WORDS: Readonly<Partial<Record<AuditKind, Words>>> = {
  "signed-in": { zh: "登录", en: "signed in" },
  "sign-in-refused": { zh: "登录被拒", en: "sign-in refused" },
  "signed-out": { zh: "退出", en: "signed out" },
  refused: { zh: "操作被拒", en: "refused" },
  "cases-searched": { zh: "检索案件", en: "searched cases" },
  "people-searched": { zh: "检索人员", en: "searched people" },
  "case-read": { zh: "查阅案件", en: "read a case" },
  "case-changed": { zh: "变更案件", en: "changed a case" },
  "evidence-taken-in": { zh: "录入证据", en: "took in evidence" },
  "evidence-read": { zh: "查阅证据", en: "read evidence" },
  "evidence-verified": { zh: "校验证据", en: "verified evidence" },
  "custody-changed": { zh: "变更保管记录", en: "changed custody" },
  "count-requested": { zh: "发起统计", en: "requested a count" },
  "count-changed": { zh: "统计状态变化", en: "count changed" },
  "count-read": { zh: "查阅统计", en: "read a count" },
  "rows-read": { zh: "查阅记录", en: "read rows" },
  "correction-added": { zh: "更正口径", en: "corrected what is counted" },
  "correction-withdrawn": { zh: "撤回更正", en: "withdrew a correction" },
  "items-read": { zh: "查阅待核实条目", en: "read items to verify" },
  "items-decided": { zh: "逐条核实", en: "decided items" },
  "proof-overridden": { zh: "未核实即出具", en: "overrode open items" },
  "deadlines-read": { zh: "查阅期限墙", en: "read the deadlines" },
  "deadline-changed": { zh: "变更期限", en: "changed a deadline" },
  "custody-signed-off": { zh: "签署在押核对", en: "signed off the custody list" },
  "quantity-recorded": { zh: "记录数额", en: "recorded a quantity" },
  "work-read": { zh: "查阅办案事项", en: "read casework" },
  "work-changed": { zh: "办理事项", en: "did casework" },
  "assessment-drafted": { zh: "起草评估", en: "drafted an assessment" },
  "assessment-read": { zh: "查阅评估", en: "read an assessment" },
  "assessment-signed": { zh: "签署评估", en: "signed an assessment" },
  "audit-read": { zh: "查阅留痕", en: "read the audit" },
  "audit-verified": { zh: "校验留痕", en: "verified the audit" },
  "sample-loaded": { zh: "载入示例", en: "loaded the sample" },
};

/** The words of a kind; one of a newer server is shown as it is. */
export function wordsOfAuditKind(kind: AuditKind): Words {
  return AUDIT_KIND_WORDS[kind] ?? { zh: kind, en: kind };
}
