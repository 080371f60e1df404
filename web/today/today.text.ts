import type { TextTable } from "#web/design/text/text.ts";

export const todayText = {
  title: { zh: "今日", en: "Today" },
  myCases: { zh: "我的案件", en: "My cases" },
  waiting: { zh: "需要处理", en: "What waits" },
  nothingWaits: { zh: "目前没有超期、临期和待处理的事项。", en: "Nothing is over, near or waiting." },
  waitingLost: { zh: "部分事项没有读到。", en: "Some of it could not be read." },
  clocksOver: { zh: "期限已超期", en: "clocks over" },
  clocksSoon: { zh: "三日内届满的期限", en: "clocks that end within three days" },
  transfersOver: { zh: "超期的线索移送", en: "transfers over their day" },
  documents: { zh: "待审批的文书", en: "documents to approve" },
  prompted: { zh: "待确认的线索提示", en: "prompts to be confirmed" },
  queued: { zh: "待办线索", en: "clues in the queue" },
  runningCounts: { zh: "正在进行的统计", en: "Running counts" },
  noRunning: { zh: "目前没有正在进行的统计。", en: "No count is running." },
  emptyTitle: { zh: "您目前没有在办案件", en: "You have no case at present" },
  emptyOpen: { zh: "登记一件案件，或请案件管理部门将您加入办案组。", en: "Open a case, or ask the case management to add you to a team." },
  emptyJoin: {
    zh: "请案件承办人或案件管理部门将您加入办案组。",
    en: "Ask the prosecutor in charge or the case management to add you to a team.",
  },
  overseeTitle: { zh: "您没有承办的案件", en: "You are in charge of no case" },
  emptyOversee: { zh: "本院案件在“全部案件”中查看。", en: "The cases of the office stand under “All cases”." },
  openCase: { zh: "登记案件", en: "Open a case" },
  orMore: { zh: "{n} 件以上", en: "{n} or more" },
  allOfMine: { zh: "下列为最近 {n} 件，查看我的全部案件", en: "The newest {n} stand below: see all of mine" },
  allCases: { zh: "全部案件", en: "All cases" },
  adminTitle: { zh: "系统管理员不查看案件", en: "The administrator sees no case" },
  adminBody: {
    zh: "案件、证据与统计结果对系统管理员不可见；账号与院级机构由命令行管理。",
    en: "Cases, evidence and counts are closed to the administrator; accounts and offices are kept on the command line.",
  },
} as const satisfies TextTable;
