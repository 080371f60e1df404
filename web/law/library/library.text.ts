import type { TextTable } from "#web/design/text/text.ts";

export const libraryText = {
  search: { zh: "检索条文", en: "Search the provisions" },
  searchHint: {
    zh: "条号、字词或文号，如：五千条、287之二、法释〔2017〕10号",
    en: "an article, a word or a number, such as 5,000 items, 287-2",
  },
  found: { zh: "{n} 条", en: "{n} provisions" },
  noneFound: { zh: "没有符合的条文，请换一个词。", en: "No provision matches; try another word." },
  onlyUnconfirmed: { zh: "只看未核对全文的（{n}）", en: "only those not checked against the full text ({n})" },
  by: { zh: "查看方式", en: "View" },
  provisions: { zh: "条文", en: "Provisions" },
  changes: { zh: "沿革", en: "What changed" },
  since: { zh: "{from} 起施行", en: "in force since {from}" },
  between: { zh: "{from} 至 {until}", en: "{from} to {until}" },
  added: { zh: "新增或改变", en: "new or changed" },
  removed: { zh: "不再适用", en: "no longer" },
  statute: { zh: "法条", en: "article" },
  interpretation: { zh: "解释、意见", en: "interpretation" },
  unchanged: { zh: "各项标准未变", en: "the standards are the same" },
  serious: { zh: "情节严重", en: "serious" },
  "especially-serious": { zh: "情节特别严重", en: "especially serious" },
  ownWords: {
    zh: "条文含义为本系统的概括，引用时以公布的原文为准。",
    en: "The meanings are summaries in our own words; cite the published text.",
  },
} as const satisfies TextTable;
