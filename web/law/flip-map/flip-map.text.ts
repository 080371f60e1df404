import type { TextTable } from "#web/design/text/text.ts";

export const flipMapText = {
  title: { zh: "临界图", en: "Flip map" },
  lead: {
    zh: "每一行只动一项事实，其余不变：档次在哪里改变，余量多少。拖动即答；只供参考。",
    en: "Each line moves one fact and leaves the others: where the band changes, and by what margin. Drag to ask; it only advises.",
  },
  told: { zh: "按所填事实", en: "On the facts as told" },
  moved: { zh: "移动后", en: "As moved" },
  reset: { zh: "恢复所填事实", en: "Back to the facts as told" },
  legend: { zh: "图例", en: "Legend" },
  finding: {
    zh: "{n} 项事实单独变动就会改变档次，最近的是“{fact}”（余量 {margin}）；{rest} 项单独变动不影响。",
    en: "{n} facts change the band on their own, nearest “{fact}” (margin {margin}); {rest} do not.",
  },
  findingPlain: {
    zh: "{n} 项事实单独变动就会改变档次；{rest} 项单独变动不影响。",
    en: "{n} facts change the band on their own; {rest} do not.",
  },
  findingNone: { zh: "没有一项事实单独变动会改变档次。", en: "No fact changes the band on its own." },
  down: { zh: "≤ {at} 变为{to}", en: "≤ {at}: {to}" },
  up: { zh: "≥ {at} 变为{to}", en: "≥ {at}: {to}" },
  margin: { zh: "余量 {margin}", en: "margin {margin}" },
  noMargin: { zh: "现值未知或为零，无余量", en: "no margin: unknown or nought" },
  now: { zh: "现值 {value}", en: "now {value}" },
  slider: { zh: "{fact}：移动数值", en: "{fact}: move the number" },
  exact: { zh: "{fact}：准确数值", en: "{fact}: exact number" },
  wouldBe: { zh: "{answer}：{band}", en: "{answer}: {band}" },
  present: { zh: "现在", en: "now" },
  irrelevant: { zh: "单独变动不影响档次的事实（{n} 项）", en: "Facts that do not change the band on their own ({n})" },
  empty: { zh: "还没有可移动的事实", en: "There is no fact to move yet" },
  emptyBody: { zh: "先填写数量、数额或者情形。", en: "Fill in numbers, amounts or circumstances first." },
  more: { zh: "另有 {n} 项事实未画出。", en: "{n} more facts are not drawn." },
  short_none: { zh: "未达", en: "below" },
  short_serious: { zh: "严重", en: "serious" },
  "short_especially-serious": { zh: "特别严重", en: "especially" },
} as const satisfies TextTable;
