import type { TextTable } from "#web/design/text/text.ts";

export const noticesText = {
  title: { zh: "流程监控通知书", en: "Process-supervision notices" },
  why: {
    zh: "案管人员就某一期限发给承办人，十日内书面回复（期限待核对原文）；回复的期限也上墙。",
    en: "From case management to whoever is in charge, about one clock; replied to in writing within ten days (the period awaits the text). The reply's clock is on the wall too.",
  },
  issue: { zh: "发流程监控通知书", en: "Issue a notice" },
  ground: { zh: "事由", en: "Ground" },
  over: { zh: "已超期", en: "over" },
  near: { zh: "临近届满", en: "ends soon" },
  "no-document": { zh: "缺少文书", en: "a document is missing" },
  "wrongly-reckoned": { zh: "期限计算有误", en: "wrongly reckoned" },
  other: { zh: "其他", en: "other" },
  text: { zh: "发现的问题和要求", en: "What was found and what is asked" },
  send: { zh: "发出", en: "Issue" },
  sent: { zh: "已发出，列在下面", en: "Issued; it stands below" },
  open: { zh: "待回复", en: "waits for a reply" },
  replied: { zh: "已回复", en: "replied" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  replyBy: { zh: "{day} 前回复", en: "reply by {day}" },
  to: { zh: "致 {name}", en: "to {name}" },
  issued: { zh: "{name} 发出于 {on}", en: "issued by {name}, {on}" },
  reply: { zh: "回复", en: "Reply" },
  withdraw: { zh: "撤回", en: "Withdraw" },
  answer: { zh: "{name} 回复于 {on}：{text}", en: "{name} replied on {on}: {text}" },
  gone: { zh: "撤回于 {on}：{text}", en: "withdrawn on {on}: {text}" },
} as const satisfies TextTable;
