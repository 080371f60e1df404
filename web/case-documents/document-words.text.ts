import type { DocumentKind, FactKind, ReadingStatus } from "#case-documents/case-documents.contract.ts";
import { BASIS_WORDS, PROPERTY_KIND, VALUE_WORDS } from "#case-documents/fact-words.data.ts";
import type { Speaker } from "#reading/reading.contract.ts";
import type { Words } from "#web/design/text/text.ts";

export const KIND_WORDS = {
  charge: { zh: "罪名", en: "charge" },
  citation: { zh: "法条", en: "provision" },
  party: { zh: "当事人", en: "party" },
  items: { zh: "信息条数", en: "items" },
  gains: { zh: "违法所得", en: "unlawful gains" },
  "crime-amount": { zh: "犯罪金额", en: "amount of the crime" },
  conduct: { zh: "行为", en: "conduct" },
  insider: { zh: "内部人员", en: "insider" },
  industry: { zh: "泄露行业", en: "leaked from" },
  sector: { zh: "涉及行业", en: "trade" },
  group: { zh: "特殊群体", en: "special group" },
  downstream: { zh: "下游用途", en: "used for" },
  band: { zh: "情节", en: "band" },
  date: { zh: "日期", en: "date" },
  recipient: { zh: "信息去向", en: "recipient" },
  source: { zh: "信息来源", en: "source" },
  sensitive: { zh: "敏感信息", en: "sensitive kind" },
  place: { zh: "地点", en: "place" },
  amount: { zh: "其他金额", en: "other amount" },
} as const satisfies Record<FactKind, Words>;

export const DOCUMENT_KIND_WORDS = {
  "opinion-on-prosecution": { zh: "起诉意见书", en: "opinion on prosecution" },
  "arrest-request": { zh: "提请批准逮捕书", en: "request for approval of arrest" },
  indictment: { zh: "起诉书", en: "indictment" },
  judgment: { zh: "判决书、裁定书", en: "judgment or ruling" },
  record: { zh: "笔录", en: "record of an interview" },
  report: { zh: "报告、鉴定意见", en: "report or expert opinion" },
  other: { zh: "其他文书", en: "other document" },
} as const satisfies Record<DocumentKind, Words>;

/** States of a batch, in words of its own: it is not one reading. */
export const BATCH_STATUS_WORDS = {
  waiting: { zh: "等待阅读", en: "waiting" },
  running: { zh: "正在成批阅读", en: "being read" },
  cancelling: { zh: "正在取消", en: "cancelling" },
  cancelled: { zh: "已取消", en: "cancelled" },
  failed: { zh: "未能读完", en: "not finished" },
  done: { zh: "已读完", en: "read" },
} as const satisfies Record<ReadingStatus, Words>;

/** 谁说的. A claim of the defence is not a finding; evidence is what others are quoted with. */
export const SPEAKER_WORDS = {
  prosecution: { zh: "控方", en: "prosecution" },
  defence: { zh: "辩方", en: "defence" },
  evidence: { zh: "证据", en: "evidence" },
  court: { zh: "法院认定", en: "court found" },
  result: { zh: "裁判主文", en: "operative part" },
  law: { zh: "法条原文", en: "text of the law" },
  other: { zh: "叙述", en: "narrative" },
} as const satisfies Record<Speaker, Words>;

/** The same in one sign, for the text itself: what somebody said is never told by colour alone. */
export const SPEAKER_SIGNS = {
  prosecution: { zh: "控", en: "P" },
  defence: { zh: "辩", en: "D" },
  evidence: { zh: "证", en: "E" },
  court: { zh: "法", en: "C" },
  result: { zh: "判", en: "R" },
  law: { zh: "律", en: "L" },
  other: { zh: "述", en: "N" },
} as const satisfies Record<Speaker, Words>;

/** The value of a fact in words. */
export function wordsOfFact(kind: FactKind, value: string): Words {
  return kind === "sensitive" && value === "property" ? PROPERTY_KIND : wordsOfValue(value);
}

/** What a fact is based on. */
export function wordsOfBasis(basis: string): Words {
  return BASIS_WORDS[basis] ?? { zh: basis, en: basis };
}

/** A word of the readers in both languages; what has no word is shown as it is. */
export function wordsOfValue(value: string): Words {
  return VALUE_WORDS[value] ?? { zh: value, en: value };
}
