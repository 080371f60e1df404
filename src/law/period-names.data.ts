import type { PeriodRule } from "#calendar/calendar.contract.ts";

/** What offices call the periods among themselves; a rule without a name goes by what is to be done. */
export const PERIOD_NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "CR-ARR-7": { zh: "审查逮捕（已拘留）", en: "Arrest review, detained" },
  "CR-ARR-15": { zh: "审查逮捕（未拘留）", en: "Arrest review, not detained" },
  "CR-DET-3": { zh: "拘留后提请逮捕", en: "Request for arrest after detention" },
  "CR-RECON-7": { zh: "不捕复议", en: "Reconsideration of a refused arrest" },
  "CR-REVIEW-15": { zh: "不捕复核", en: "Review of a refused arrest" },
  "CR-INV-2M": { zh: "侦查羁押期限", en: "Investigation custody" },
  "CR-INV-REQ": { zh: "提请延长侦查羁押期限", en: "Request to extend investigation custody" },
  "CR-PROS-1M": { zh: "审查起诉", en: "Review for prosecution" },
  "CR-FAST-10": { zh: "审查起诉（速裁）", en: "Review for prosecution, fast track" },
  "CR-INFORM-3": { zh: "权利告知", en: "Notice of rights" },
  "CR-TRANSFER-5": { zh: "移送管辖", en: "Transfer of jurisdiction" },
  "CR-SUPP-1M": { zh: "退回补充侦查（退补）", en: "Supplementary investigation" },
  "CR-NPVICT-7": { zh: "被害人对不起诉申诉", en: "Victim's complaint against non-prosecution" },
  "CR-NPPOL-30": { zh: "不起诉复议、复核", en: "Reconsideration of non-prosecution" },
  "CR-CNP": { zh: "附条件不起诉考验期", en: "Probation of conditional non-prosecution" },
  "CR-CNP-SERVE": { zh: "附条件不起诉决定送达", en: "Service of conditional non-prosecution" },
  "CR-MEASURE-3": { zh: "变更强制措施申请", en: "Application to change a measure" },
  "CR-CUSTODY-10": { zh: "羁押必要性审查回复", en: "Reply on the need of custody" },
  "CR-PROTEST-10": { zh: "抗诉", en: "Protest" },
  "CR-VPROTEST-5": { zh: "被害人请求抗诉", en: "Victim's request for a protest" },
  "CR-FILESUP-7": { zh: "立案监督：说明理由", en: "Filing supervision: reasons" },
  "CR-FILESUP-15": { zh: "立案监督：通知立案", en: "Filing supervision: order to file" },
  "CR-BAIL": { zh: "取保候审、监视居住", en: "Bail or residential surveillance" },
  "CR-SEAL-7": { zh: "未成年人犯罪记录查询", en: "Query of a sealed record" },
  "CR-SEIZE-3": { zh: "涉案财物解除查扣冻", en: "Release of seized property" },
  "PI-SERVE-7": { zh: "公益诉讼立案送达", en: "PIL: service of the filing" },
  "PI-COMM-30": { zh: "公益诉讼委托调查", en: "PIL: commissioned investigation" },
  "PI-REC-SEND-3": { zh: "诉前检察建议送达", en: "PIL: delivery of the recommendation" },
  "PI-REC-FILE-5": { zh: "诉前检察建议备案", en: "PIL: filing of the recommendation" },
  "PI-REC-REPLY": { zh: "行政机关回复检察建议", en: "PIL: the organ's reply" },
  "PI-ADM-REV": { zh: "行政公益诉讼审查（整改期满后）", en: "PIL: review after rectification" },
  "PI-CIV-NOTICE": { zh: "民事公益诉讼诉前公告", en: "PIL: 30-day notice" },
  "PI-CIV-REV": { zh: "民事公益诉讼审查（公告期满后）", en: "PIL: review after the notice" },
  "PI-COMPL-5": { zh: "公益诉讼起诉书备案", en: "PIL: filing of the complaint" },
  "PI-APPEAR-3": { zh: "派员出庭通知", en: "PIL: notice of appearance" },
  "PI-JUDG-3": { zh: "公益诉讼一审裁判备案", en: "PIL: filing of the judgment" },
  "PI-APPEAL": { zh: "公益诉讼上诉", en: "PIL: appeal" },
  "PI-WITHDRAW-3": { zh: "撤回起诉、变更请求", en: "PIL: withdrawal or change" },
  "SG-VERIFY-2M": { zh: "社会治理建议调查核实", en: "Governance: verification" },
  "SG-REPLY-2M": { zh: "社会治理建议回复", en: "Governance: reply" },
  "CM-NOTICE-10": { zh: "流程监控回复", en: "Reply to a process-supervision notice" },
  "SG-FILE-5": { zh: "社会治理建议备案", en: "Governance: filing" },
  "EV-UNFREEZE-3": { zh: "解除电子数据冻结", en: "Lifting a freeze of data" },
  "LT-RETAIN-3Y": { zh: "影响评估报告保存", en: "Keeping of the impact assessment" },
};

/** The name of a rule, or what is to be done. */
export function nameOfRule({ id, act }: PeriodRule): { readonly zh: string; readonly en: string } {
  return PERIOD_NAMES[id] ?? act;
}
