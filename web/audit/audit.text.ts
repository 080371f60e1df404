import type { TextTable } from "#web/design/text/text.ts";

export const auditText = {
  title: { zh: "审计", en: "Audit" },
  caseTitle: { zh: "本案留痕", en: "Record of this case" },
  seq: { zh: "序号", en: "No." },
  at: { zh: "时间", en: "Time" },
  person: { zh: "人员", en: "Person" },
  kind: { zh: "事项", en: "What" },
  detail: { zh: "内容", en: "Content" },
  hash: { zh: "链", en: "Chain" },
  request: { zh: "请求编号", en: "Request" },
  system: { zh: "系统", en: "system" },
  allKinds: { zh: "全部事项", en: "everything" },
  case: { zh: "案件编号", en: "Case id" },
  clear: { zh: "清除筛选", en: "Clear the filter" },
  verify: { zh: "校验整条链", en: "Verify the whole chain" },
  verifying: { zh: "正在校验…", en: "Verifying…" },
  holds: {
    zh: "链完整：{entries} 条留痕全部成立，锚点 {anchors} 个，链尾 {head}…",
    en: "The chain holds: {entries} entries, {anchors} anchors, head {head}…",
  },
  broken: { zh: "链不完整：{n} 处不成立", en: "The chain does not hold: {n} problems" },
  entry: { zh: "第 {seq} 条", en: "entry {seq}" },
  none: { zh: "没有符合条件的留痕", en: "No entry fits" },
  ribbon: { zh: "哈希链：每条留痕含前一条的哈希", en: "The chain: each entry holds the hash of the one before" },
  found: { zh: "共 {n} 条", en: "{n} entries" },
} as const satisfies TextTable;
