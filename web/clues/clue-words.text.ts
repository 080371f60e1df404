import { VALUE_WORDS } from "#case-documents/fact-words.data.ts";
import type { ClueActionType, ClueTrack } from "#clues/clues.contract.ts";
import type { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import type { Words } from "#web/design/text/text.ts";

/** 办理方向 and 程序种类 by their names in law. */
export const KIND_WORDS = {
  criminal: { zh: "刑事", en: "criminal" },
  "incidental-civil-pil": { zh: "刑事附带民事公益诉讼", en: "criminal-incidental civil PIL" },
  "civil-pil": { zh: "民事公益诉讼", en: "civil PIL" },
  "administrative-pil": { zh: "行政公益诉讼", en: "administrative PIL" },
  supervision: { zh: "立案监督", en: "supervision of filing" },
  recommendation: { zh: "检察建议（社会治理）", en: "recommendation for social governance" },
  juvenile: { zh: "未成年人特别程序", en: "juvenile procedure" },
} as const satisfies Record<ProcedureKind | ClueTrack, Words>;

/** 领域 as the reading of documents names them; a clue may carry another word, which is shown as it is. */
export const FIELD_WORDS: Readonly<Record<string, Words>> = {
  "personal-information": { zh: "个人信息保护", en: "personal information" },
  "card-information": { zh: "信用卡信息", en: "card information" },
  sensitive: { zh: "敏感个人信息", en: "sensitive personal information" },
  environment: { zh: "生态环境和资源", en: "environment and resources" },
  "food-drug": { zh: "食品药品安全", en: "food and drugs" },
  minors: { zh: "未成年人保护", en: "minors" },
  "personal-information-source": { zh: "个人信息来源追查", en: "source of the information" },
};

/** 行业 as the reading names them; what a person typed is shown as it is. */
export function wordsOfIndustry(industry: string): Words {
  return VALUE_WORDS[industry] ?? { zh: industry, en: industry };
}

export function wordsOfField(field: string): Words {
  return FIELD_WORDS[field] ?? { zh: field, en: field };
}

export const ACT_WORDS = {
  confirm: { zh: "确认为线索", en: "Confirm" },
  correct: { zh: "更正", en: "Correct" },
  hold: { zh: "暂缓", en: "Hold" },
  resume: { zh: "恢复办理", en: "Resume" },
  dismiss: { zh: "不作为线索", en: "Dismiss" },
  reopen: { zh: "重新办理", en: "Reopen" },
  merge: { zh: "并入另一线索", en: "Merge" },
  unmerge: { zh: "撤销并入", en: "Undo the merge" },
  split: { zh: "拆分", en: "Split" },
  unsplit: { zh: "撤销拆分", en: "Undo the split" },
  accept: { zh: "受理", en: "Accept" },
  transfer: { zh: "移送", en: "Transfer" },
} as const satisfies Record<ClueActionType | "transfer", Words>;
