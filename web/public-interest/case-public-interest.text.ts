import type { TextTable } from "#web/design/text/text.ts";

export const casePublicInterestText = {
  known: { zh: "案件已知", en: "What the case knows" },
  knownReason: {
    zh: "已填入表中，逐项核对；改动只留在本窗口，不写回案件。",
    en: "Filled in below: check each. What you change stays in this window and is not written back.",
  },
  nothingKnown: {
    zh: "尚无统计结果和相关期限。先统计证据、登记审查起诉期限，此处会自动填入。",
    en: "No count and no clock yet. Count the evidence and start the clock of the review, and they are filled in here.",
  },
  from: { zh: "来自{source}", en: "from {source}" },
  noClock: {
    zh: "案件没有在算的审查起诉期限，起诉日未填入；在“概况”起算期限后自动填入。",
    en: "No clock of the review for prosecution runs in this case, so the day of prosecution is not filled in; start it on the overview.",
  },
  groupsRefused: {
    zh: "没有读到统计的群体汇总，人数和群体未填入。",
    en: "The groups of the count could not be read: persons and groups are not filled in.",
  },
} as const satisfies TextTable;
