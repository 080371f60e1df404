import type { Approver } from "#legal-documents/document-kind.contract.ts";
import type { DocumentStatus, FieldSource, ServiceWay } from "#legal-documents/legal-documents.contract.ts";
import type { Tone } from "#web/design/mark/mark.tsx";
import type { Words } from "#web/design/text/text.ts";

export const STATUS_WORDS: Record<DocumentStatus, Words> = {
  draft: { zh: "草稿", en: "draft" },
  submitted: { zh: "待审批", en: "waiting for approval" },
  approved: { zh: "已审批", en: "approved" },
  issued: { zh: "已签发", en: "issued" },
  served: { zh: "已送达", en: "served" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};
export const STATUS_TONES: Record<DocumentStatus, Tone> = {
  draft: "plain",
  submitted: "warn",
  approved: "accent",
  issued: "good",
  served: "good",
  withdrawn: "quiet",
};
export const GROUP_WORDS = {
  criminal: { zh: "刑事", en: "Criminal" },
  "public-interest": { zh: "公益诉讼", en: "Public interest" },
  supervision: { zh: "监督与上下级", en: "Supervision, superiors" },
  transfer: { zh: "线索移送", en: "Transfer of clues" },
} as const satisfies Record<string, Words>;
export const APPROVER_WORDS: Record<Approver, Words> = {
  handler: { zh: "承办检察官", en: "handling prosecutor" },
  "chief-procurator": { zh: "检察长", en: "chief procurator" },
  committee: { zh: "检察委员会", en: "procuratorial committee" },
};
/** Where the value of a field came from. */
export const SOURCE_WORDS: Record<FieldSource, Words> = {
  office: { zh: "本院信息", en: "the office" },
  case: { zh: "案件", en: "the case" },
  parties: { zh: "当事人", en: "the parties" },
  handler: { zh: "承办人", en: "the handler" },
  procedure: { zh: "程序", en: "the track" },
  assessment: { zh: "已签署的评估", en: "the signed assessment" },
  count: { zh: "统计（未签署评估）", en: "a count (no signed assessment)" },
  step: { zh: "程序步骤", en: "a step of the track" },
  given: { zh: "相关业务带入", en: "other work on the case" },
  written: { zh: "人工填写", en: "written by a person" },
};
export const WAY_WORDS: Record<ServiceWay, Words> = {
  "in-person": { zh: "直接送达", en: "in person" },
  post: { zh: "邮寄送达", en: "by post" },
  electronic: { zh: "电子送达", en: "electronically" },
  left: { zh: "留置送达", en: "left at the place" },
  "public-notice": { zh: "公告送达", en: "by public notice" },
  "through-organ": { zh: "委托、转交送达", en: "through another organ" },
};
