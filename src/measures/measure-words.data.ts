import type { EntryKind, MeasureKind } from "#measures/measures.contract.ts";

type Words = { readonly zh: string; readonly en: string };

/** 强制措施 in words. */
export const MEASURE_WORDS = {
  detention: { zh: "拘留", en: "detention" },
  arrest: { zh: "逮捕", en: "arrest" },
  bail: { zh: "取保候审", en: "bail" },
  "residential-surveillance": { zh: "监视居住", en: "residential surveillance" },
} as const satisfies Record<MeasureKind, Words>;

/** 核对项 why an entry is on the list and what to do next; the braces are filled from the record. */
export const ENTRY_WORDS = {
  "limit-passed": {
    why: { zh: "{measure}的期限已于 {day} 届满，记录仍为执行中", en: "{measure} came to its end on {day} and is still recorded as in force" },
    next: {
      zh: "立即核实：已释放、变更或者解除的，录入文书；仍在执行的，报检察长立即纠正",
      en: "Check at once: enter the document of release or change; if it is still in force, report it to be put right immediately",
    },
  },
  "limit-near": {
    why: { zh: "{measure}的期限将于 {day} 届满", en: "{measure} comes to its end on {day}" },
    next: {
      zh: "届满前作出决定或者变更、解除措施；在押的不因节假日顺延",
      en: "Decide, or change or lift the measure, before that day; in custody no holiday moves it",
    },
  },
  "ended-while-clock-runs": {
    why: {
      zh: "{measure}已于 {day} 结束，期限“{act}”仍按在押计算（{due} 届满）",
      en: '{measure} ended on {day}, the clock "{act}" is still reckoned in custody (due {due})',
    },
    next: { zh: "办结该期限，或者更正为非在押重新计算", en: "End the clock, or correct it to not in custody and reckon it anew" },
  },
  "clock-without-measure": {
    why: {
      zh: "期限“{act}”以{measure}为前提（{due} 届满），没有执行中的措施记录",
      en: 'the clock "{act}" takes {measure} for granted (due {due}); no measure in force says so',
    },
    next: { zh: "录入强制措施及其文书，或者更正、办结该期限", en: "Record the measure with its document, or correct or end the clock" },
  },
  "clock-says-free": {
    why: {
      zh: "{measure}执行中，期限“{act}”却按未在押计算（{day} 届满，可能因节假日顺延）",
      en: '{measure} is in force, yet the clock "{act}" is reckoned as not in custody (due {day}, perhaps moved by a holiday)',
    },
    next: { zh: "更正该期限为在押，重新计算", en: "Correct the clock to in custody; it is reckoned anew" },
  },
  "measure-without-clock": {
    why: { zh: "{measure}执行中，没有与之对应的期限在计算", en: "{measure} is in force and no clock runs for it" },
    next: { zh: "按其文书起算期限，或者录入该措施已结束", en: "Start its clock from the document, or record that the measure ended" },
  },
  "two-at-once": {
    why: { zh: "自 {day} 起同时记录了两种强制措施（后者为{measure}）", en: "two measures are recorded at once from {day} (the later is {measure})" },
    next: { zh: "录入前一措施因变更而结束的日期和文书，或者更正记录", en: "Record when and by which document the earlier one ended, or correct the record" },
  },
  "person-unknown": {
    why: { zh: "{measure}执行中，当事人名单中已没有该人", en: "{measure} is in force on somebody who is no party of the case any more" },
    next: { zh: "核对当事人，更正或者注销该记录", en: "Check the parties; correct the record or declare it void" },
  },
} as const satisfies Record<EntryKind, { readonly why: Words; readonly next: Words }>;
