import type { TextTable } from "#web/design/text/text.ts";

export const offersText = {
  title: { zh: "文书所载", en: "Said in documents" },
  ofItems: { zh: "文书所载条数", en: "Numbers of items said in documents" },
  suggested: { zh: "建议", en: "suggested" },
  differ: {
    zh: "文书说法不一（{n} 种），请核对是谁说的，再决定采用哪一个。",
    en: "The documents differ ({n} values): see who says which before you take one over.",
  },
  take: { zh: "带入", en: "Take over" },
  takeInto: { zh: "带入 {set}", en: "Into {set}" },
  adds: {
    zh: "“另起一批”会与已有批次相加；同一批信息请选“带入”，以免重复计算。",
    en: "A new set adds to the sets there are; for the same items choose “Into”, or they count twice.",
  },
  takeNew: { zh: "另起一批", en: "As a new set" },
  ofFact: { zh: "{fact} {value}", en: "{fact} {value}" },
  taken: { zh: "已带入", en: "taken over" },
  takenInto: { zh: "已带入 {set}", en: "taken into {set}" },
  approx: { zh: "约 {value}", en: "about {value}" },
  items: { zh: "{n} 条", en: "{n} items" },
  tier: { zh: "{tier} 档", en: "tier {tier}" },
  tierUntold: { zh: "文书未写明档次", en: "tier not told" },
  yes: { zh: "是", en: "yes" },
  yuan: { zh: "{n} 元", en: "{n} yuan" },
  judge: { zh: "是否成立，由您判断。", en: "Whether it is so is yours to judge." },
  open: { zh: "看原文：{name}", en: "See it in {name}" },
  conduct: { zh: "记为行为：{kind}", en: "As a conduct: {kind}" },
  insider: { zh: "系履职或提供服务中获得：是", en: "obtained in duty or service: yes" },
  noneConfirmed: {
    zh: "案件文书中还没有已确认的事实。在阅卷中逐项确认后，可在这里直接带入，不必重填。",
    en: "No fact of the case's documents is confirmed yet. Confirm them in the reader and they can be taken over here instead of being typed.",
  },
  openDocuments: { zh: "去阅卷确认", en: "Confirm them in the reader" },
  some: {
    zh: "文书中有 {n} 项已确认的事实可以带入，列在各栏之下（虚线为建议，带入后注明出处）。",
    en: "{n} confirmed facts of documents can be taken over; they stand under their fields (dashed: suggested; taken over, the source is noted).",
  },
} as const satisfies TextTable;
