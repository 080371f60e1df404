import type { TextTable } from "#web/design/text/text.ts";

/** Words that every page uses. */
export const commonText = {
  save: { zh: "保存", en: "Save" },
  cancel: { zh: "取消", en: "Cancel" },
  close: { zh: "关闭", en: "Close" },
  retry: { zh: "重试", en: "Try again" },
  remove: { zh: "删除", en: "Remove" },
  unknown: { zh: "未知", en: "unknown" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  none: { zh: "无", en: "none" },
  loading: { zh: "正在读取…", en: "Loading…" },
  required: { zh: "必填", en: "required" },
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  table: { zh: "表格", en: "Table" },
  picture: { zh: "图", en: "Picture" },
  reason: { zh: "理由", en: "Reason" },
  requestNumber: { zh: "编号 {id}", en: "Number {id}" },
  refusedTitle: { zh: "此操作未获准许", en: "This was refused" },
  refusedHelp: {
    zh: "如需办理，请联系案件承办人或本院案件管理部门。",
    en: "If it is needed, ask the prosecutor in charge or the case-management department of the office.",
  },
  problemTitle: { zh: "没有读到内容", en: "This could not be read" },
  choicesUnread: { zh: "可选项没有读到。", en: "The choices could not be read." },
  problemKept: { zh: "已保存的内容不受影响。", en: "Nothing that was saved is affected." },
  page: { zh: "第 {page} 页", en: "Page {page}" },
} as const satisfies TextTable;
