import type { TransferActionType } from "#transfers/transfers.contract.ts";
import type { Words } from "#web/design/text/text.ts";

export const ACTION_WORDS = {
  register: { zh: "登记", en: "Register" },
  forward: { zh: "转送", en: "Forward" },
  receive: { zh: "签收", en: "Receive" },
  accept: { zh: "接收", en: "Accept" },
  decline: { zh: "不接收", en: "Decline" },
  "report-up": { zh: "报告上级", en: "Report to the superior" },
  settle: { zh: "指定办理", en: "Settle" },
  "feed-back": { zh: "反馈结果", en: "Feed back the result" },
  withdraw: { zh: "撤回", en: "Withdraw" },
} as const satisfies Record<TransferActionType, Words>;
