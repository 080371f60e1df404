import type { TextTable } from "#web/design/text/text.ts";

export const wallText = {
  whyOffice: {
    zh: "本院案件的未结期限，按日汇总；在押的单列在前，不因节假日顺延。点开一日看当日各案。",
    en: "Open clocks of the office by day; custody apart and first: no holiday moves them. Open a day to see its cases.",
  },
  whyOwn: {
    zh: "本人可见案件的未结期限，按日汇总；在押的单列在前，不因节假日顺延。",
    en: "Open clocks of the cases you see, by day; custody apart and first: no holiday moves them.",
  },
  scope: { zh: "范围", en: "Scope" },
  office: { zh: "全院案件", en: "Whole office" },
  own: { zh: "本人案件", en: "My cases" },
  officeOf: { zh: "检察院", en: "Office" },
  person: { zh: "承办人", en: "In charge" },
  everybody: { zh: "全部承办人", en: "Everybody" },
  nobody: { zh: "未分配", en: "nobody in charge" },
  others: { zh: "其他期限", en: "Other clocks" },
  beyond: { zh: "四周以后", en: "after four weeks" },
  print: { zh: "打印", en: "Print" },
  workload: { zh: "工作量", en: "Workload" },
  loadFinding: { zh: "{name} 最重：{n} 项期限在算，人均 {mean} 项", en: "{name} carries most: {n} clocks run, {mean} each on average" },
  loadOne: { zh: "{n} 项期限在算", en: "{n} clocks run" },
  loadWhy: {
    zh: "按案件承办人计；红为超期，黄为七日内届满（含今日），灰为其余。只看数量，不代表难易。",
    en: "By the person in charge of the case; red is over, amber due within seven days (today included), grey the rest. Numbers only: they say nothing of how hard the cases are.",
  },
  cases: { zh: "在办案件", en: "Open cases" },
  open: { zh: "在算期限", en: "Open clocks" },
  inCustody: { zh: "在押", en: "Custody" },
  soon: { zh: "七日内", en: "In 7 days" },
  over: { zh: "超期", en: "Over" },
  balance: { zh: "负荷", en: "Load" },
} as const satisfies TextTable;
