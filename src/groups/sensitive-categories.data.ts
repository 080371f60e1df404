import type { SensitiveCategory } from "#groups/groups.contract.ts";
import type { Kind } from "#scan/kinds.ts";

/** 敏感个人信息 PIPL article 28, and the kinds of a count that show it. The list of the article is open (等). */
export const SENSITIVE_CATEGORIES: readonly { readonly id: SensitiveCategory["id"]; readonly name: { readonly zh: string; readonly en: string }; readonly kinds: readonly Kind[] }[] = [
  { id: "biometrics", name: { zh: "生物识别", en: "biometrics" }, kinds: ["biometric"] },
  { id: "religion", name: { zh: "宗教信仰", en: "religious belief" }, kinds: ["religion"] },
  { id: "specific-identity", name: { zh: "特定身份", en: "specific identity" }, kinds: ["military-id"] },
  { id: "health", name: { zh: "医疗健康", en: "medical and health" }, kinds: ["health"] },
  { id: "financial-account", name: { zh: "金融账户", en: "financial accounts" }, kinds: ["bank-card", "property", "credit"] },
  { id: "whereabouts", name: { zh: "行踪轨迹", en: "movement tracks" }, kinds: ["whereabouts"] },
  { id: "under14", name: { zh: "不满十四周岁未成年人的个人信息", en: "personal information of minors under 14" }, kinds: [] },
];
