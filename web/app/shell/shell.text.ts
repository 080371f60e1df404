import type { TextTable } from "#web/design/text/text.ts";

export const shellText = {
  product: { zh: "双轨", en: "Tandem" },
  navigation: { zh: "主导航", en: "Main navigation" },
  today: { zh: "今日", en: "Today" },
  cases: { zh: "案件", en: "Cases" },
  deadlines: { zh: "期限", en: "Deadlines" },
  law: { zh: "法规", en: "Law" },
  audit: { zh: "审计", en: "Audit" },
  where: { zh: "当前位置", en: "Where I am" },
  search: { zh: "检索案件：案号或案件名称", en: "Search cases by number or title" },
  signOut: { zh: "退出", en: "Sign out" },
  skip: { zh: "跳到正文", en: "Skip to the content" },
  keys: { zh: "键盘操作", en: "Keys" },
  keySearch: { zh: "检索案件", en: "search cases" },
  keyMove: { zh: "在列表中上下移动", en: "move in a list" },
  keyOpen: { zh: "打开所在行", en: "open the row" },
  keyAnswer: { zh: "回答是、否、未知", en: "answer yes, no, unknown" },
  keyClose: { zh: "关闭右侧详情", en: "close the details at the right" },
  keyHelp: { zh: "显示本说明", en: "show this" },
  language: { zh: "界面语言", en: "Language" },
} as const satisfies TextTable;
