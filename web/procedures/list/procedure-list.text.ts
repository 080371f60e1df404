import type { TextTable } from "#web/design/text/text.ts";

export const procedureListText = {
  title: { zh: "程序", en: "Tracks" },
  found: { zh: "{n} 条", en: "{n}" },
  more: { zh: "{n} 条以上", en: "more than {n}" },
  kind: { zh: "程序种类", en: "Kind" },
  allKinds: { zh: "所有种类", en: "all kinds" },
  standing: { zh: "进度", en: "Standing" },
  all: { zh: "在办和已办结", en: "open and ended" },
  open: { zh: "在办", en: "open" },
  over: { zh: "已办结", en: "ended" },
  clear: { zh: "清除条件", en: "Clear" },
  track: { zh: "名称", en: "Title" },
  number: { zh: "案号", en: "Number" },
  noNumber: { zh: "未编号", en: "no number" },
  state: { zh: "状态", en: "State" },
  since: { zh: "自", en: "Since" },
  office: { zh: "办案单位", en: "Office" },
  handler: { zh: "承办人", en: "Handler" },
  none: { zh: "没有符合条件的程序", en: "No track fits" },
  noneHelp: {
    zh: "程序在案件的“程序”页启动，或者由受理的线索转入。",
    en: "Tracks are opened in the tab of a case, or come from an accepted clue.",
  },
} as const satisfies TextTable;
