import type { TextTable } from "#web/design/text/text.ts";

export const versionsText = {
  lead: { zh: "同样的事实，放在历次规定之下。", en: "The same facts under the law of every time." },
  applies: { zh: "适用", en: "applies" },
  ofTheAct: { zh: "行为时", en: "at the act" },
  ofTheDecision: { zh: "评估时", en: "at the decision" },
  since: { zh: "{from} 起", en: "since {from}" },
  between: { zh: "{from} 至 {until}", en: "{from} to {until}" },
  joined: { zh: "旧法条 · 新解释", en: "older article, newer interpretation" },
  joinedBecause: {
    zh: "行为时的法条较轻或者为行为时法，条数标准由后来的解释确定（刑法第十二条）。",
    en: "The article of the act with the measure of the later interpretation (article 12 of the Criminal Law).",
  },
  statute: { zh: "法条", en: "Article" },
  interpretation: { zh: "量化标准", en: "Measure" },
  band: { zh: "档次", en: "Band" },
  consequence: { zh: "法定刑", en: "Penalty" },
  met: { zh: "符合的情形", en: "Limbs that are met" },
  noneMet: { zh: "无", en: "none" },
  notMeasured: { zh: "当时没有量化标准，不能得出档次", en: "Nothing measured the circumstances then: no band can be told" },
  noMeasure: { zh: "尚无司法解释", en: "no interpretation yet" },
  noCrime: { zh: "行为时刑法尚无该条，不构成本罪。", en: "The article did not exist at the time of the act: no offence under it." },
  unknownAct: {
    zh: "行为日期未知：填写后才能确定适用哪一版。",
    en: "The date of the act is unknown: fill it in to know which version applies.",
  },
  finding: { zh: "适用结果：{band}。{why}", en: "What applies: {band}. {why}" },
  atMost: { zh: "最高可至{band}", en: "could reach {band}" },
  noPenalty: { zh: "—", en: "—" },
} as const satisfies TextTable;
