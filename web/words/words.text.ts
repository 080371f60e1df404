import type { z } from "zod";
import type { MemberRole, Party, Stage } from "#cases/cases.contract.ts";
import type { CountStatus } from "#counts/counts.contract.ts";
import type { CustodyDefect } from "#evidence/evidence.contract.ts";
import type { Role } from "#offices/offices.contract.ts";
import { KINDS, LOOKALIKES } from "#scan/kinds.ts";
import type { ExclusionReason } from "#scan/scan.contract.ts";
import type { Band, Consequence } from "#statutes/statutes.contract.ts";
import type { Words } from "#web/design/text/text.ts";

/** The law's own words for the closed lists of the contracts; one English term each, as in GLOSSARY. */
export const STAGE_WORDS = {
  "early-intervention": { zh: "提前介入", en: "early intervention" },
  "arrest-review": { zh: "审查逮捕", en: "arrest review" },
  "prosecution-review": { zh: "审查起诉", en: "review for prosecution" },
  trial: { zh: "审判", en: "trial" },
  closed: { zh: "已办结", en: "closed" },
} as const satisfies Record<Stage, Words>;

export const ROLE_WORDS = {
  "criminal-prosecutor": { zh: "刑事检察官", en: "criminal prosecutor" },
  "pil-prosecutor": { zh: "公益诉讼检察官", en: "public-interest prosecutor" },
  technician: { zh: "检察技术人员", en: "procuratorial technician" },
  "case-manager": { zh: "案件管理人员", en: "case-management officer" },
  leader: { zh: "院领导", en: "leader of the procuratorate" },
  auditor: { zh: "检务督察人员", en: "auditor" },
  administrator: { zh: "系统管理员", en: "administrator" },
} as const satisfies Record<z.infer<typeof Role>, Words>;

export const MEMBER_ROLE_WORDS = {
  owner: { zh: "承办检察官", en: "prosecutor in charge" },
  "criminal-prosecutor": { zh: "刑事检察官", en: "criminal prosecutor" },
  "pil-prosecutor": { zh: "公益诉讼检察官", en: "public-interest prosecutor" },
  technician: { zh: "检察技术人员", en: "technician" },
} as const satisfies Record<z.infer<typeof MemberRole>, Words>;

export const PARTY_ROLE_WORDS = {
  suspect: { zh: "犯罪嫌疑人", en: "suspect" },
  defendant: { zh: "被告人", en: "defendant" },
  victim: { zh: "被害人", en: "victim" },
  counsel: { zh: "辩护人", en: "defence counsel" },
  representative: { zh: "诉讼代表人", en: "representative of the unit" },
} as const satisfies Record<Party["role"], Words>;

export const PARTY_KIND_WORDS = {
  "natural-person": { zh: "自然人", en: "natural person" },
  unit: { zh: "单位", en: "unit" },
} as const satisfies Record<Party["kind"], Words>;

export const BAND_WORDS = {
  none: { zh: "未达情节严重", en: "below serious circumstances" },
  serious: { zh: "情节严重", en: "serious circumstances" },
  "especially-serious": { zh: "情节特别严重", en: "especially serious circumstances" },
} as const satisfies Record<Band, Words>;

export const COUNT_STATUS_WORDS = {
  waiting: { zh: "等待中", en: "waiting" },
  running: { zh: "统计中", en: "counting" },
  cancelling: { zh: "正在取消", en: "cancelling" },
  cancelled: { zh: "已取消", en: "cancelled" },
  failed: { zh: "未完成", en: "failed" },
  done: { zh: "已完成", en: "done" },
} as const satisfies Record<CountStatus, Words>;

export const EXCLUSION_WORDS = {
  rejected: { zh: "经人工剔除", en: "rejected by a person" },
  anonymised: { zh: "已匿名化", en: "anonymised" },
  "test-data": { zh: "测试数据", en: "test data" },
  invalid: { zh: "校验不通过", en: "fails its check" },
  damaged: { zh: "残缺或被遮盖", en: "damaged or masked" },
  "not-identifying": { zh: "不能识别特定个人", en: "identifies nobody" },
} as const satisfies Record<ExclusionReason, Words>;

export const TIER_WORDS = {
  A: { zh: "A 档 · 50 条", en: "Tier A · 50 items" },
  B: { zh: "B 档 · 500 条", en: "Tier B · 500 items" },
  C: { zh: "C 档 · 5,000 条", en: "Tier C · 5,000 items" },
} as const satisfies Record<"A" | "B" | "C", Words>;

/** What belongs to a tier, 法释〔2017〕10号 art 5(1)(3)–(5). */
export const TIER_MEANING = {
  A: { zh: "行踪轨迹、通信内容、征信、财产信息", en: "whereabouts, communication content, credit, property" },
  B: { zh: "住宿、通信记录、健康生理、交易等信息", en: "accommodation, communication records, health, transactions and the like" },
  C: { zh: "前两档以外的个人信息", en: "all other personal information" },
} as const satisfies Record<"A" | "B" | "C", Words>;

export const EFFECT_WORDS = {
  blocking: { zh: "须先补足", en: "blocking" },
  exclude: { zh: "应予排除", en: "to be excluded" },
  curable: { zh: "可补正", en: "curable" },
  warning: { zh: "提示", en: "note" },
} as const satisfies Record<z.infer<typeof CustodyDefect>["effect"], Words>;

export const CONSEQUENCE_WORDS = {
  death: { zh: "被害人死亡", en: "death of a victim" },
  "serious-injury": { zh: "重伤", en: "serious injury" },
  "mental-derangement": { zh: "精神失常", en: "mental derangement" },
  kidnapping: { zh: "被绑架", en: "kidnapping" },
  "major-loss": { zh: "重大经济损失", en: "major economic loss" },
  "vile-impact": { zh: "恶劣社会影响", en: "vile social impact" },
} as const satisfies Record<z.infer<typeof Consequence>, Words>;

const KIND_WORDS: Readonly<Record<string, Words>> = { ...KINDS, ...LOOKALIKES };

/** The name of a kind of information; an unknown one (a newer server) is shown as it is. */
export function wordsOfKind(kind: string): Words {
  return KIND_WORDS[kind] ?? { zh: kind, en: kind };
}
