import type { TextTable } from "#web/design/text/text.ts";

export const twinText = {
  steps: { zh: "步骤", en: "Steps" },
  picture: { zh: "双轨图", en: "Both tracks" },
  views: { zh: "程序的看法", en: "Ways to look at the tracks" },
  standing: { zh: "{tracks}。", en: "{tracks}." },
  track: { zh: "{kind}在“{state}”", en: '{kind}: "{state}"' },
  overdue: { zh: "已逾期而未办结的期限 {n} 项。", en: "Past their last day and not done: {n}." },
  nextDue: { zh: "最近届满：{due}（{act}）。", en: "Next last day: {due} ({act})." },
  noDue: { zh: "没有仍在计算的期限。", en: "No clock is running." },
  evidence: { zh: "证据入库", en: "Evidence taken in" },
  items: { zh: "{n} 件", en: "items: {n}" },
  counts: { zh: "统计完成", en: "Counts done" },
  assessments: { zh: "评估签署", en: "Assessments signed" },
  opened: { zh: "启动", en: "opened" },
  unread: {
    zh: "证据、统计或者评估中有未能读取的部分，图中没有它们，并不表示没有。",
    en: "Part of the evidence, counts or assessments could not be read: it is missing here, which does not mean there is none.",
  },
  line: { zh: "类别", en: "Kind" },
} as const satisfies TextTable;
