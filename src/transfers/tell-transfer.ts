import type { TransferLeg } from "#transfers/transfer-clocks.contract.ts";
import type { DeclineReason, TransferDepartment, TransferEvent, TransferOutcome } from "#transfers/transfers.contract.ts";

type Words = { readonly zh: string; readonly en: string };

export const LEG_NAMES = {
  register: { zh: "案管登记", en: "registration" },
  forward: { zh: "转送", en: "forwarding" },
  receive: { zh: "签收", en: "receipt" },
  decide: { zh: "决定是否接收", en: "decision" },
  settle: { zh: "上级指定", en: "superior settles" },
  feedback: { zh: "反馈结果", en: "feedback" },
} as const satisfies Record<TransferLeg, Words>;

export const DEPARTMENT_NAMES = {
  criminal: { zh: "刑事检察部门", en: "criminal department" },
  pil: { zh: "公益诉讼检察部门", en: "public-interest department" },
  juvenile: { zh: "未成年人检察部门", en: "juvenile department" },
} as const satisfies Record<TransferDepartment, Words>;

export const DECLINE_REASONS = {
  "other-department": { zh: "属于其他部门职责", en: "for another department" },
  "not-checkable": { zh: "缺乏可查性", en: "nothing to check" },
  "already-handled": { zh: "已在办理", en: "already handled" },
  duplicate: { zh: "与已有线索重复", en: "duplicate" },
  "no-public-interest": { zh: "未损害社会公共利益", en: "no harm to the public interest" },
  incomplete: { zh: "移送材料不全", en: "form incomplete" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<DeclineReason, Words>;

export const OUTCOME_NAMES = {
  filed: { zh: "立案", en: "filed" },
  merged: { zh: "并案", en: "merged" },
  "not-filed": { zh: "不立案", en: "not filed" },
  "under-way": { zh: "正在办理", en: "under way" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<TransferOutcome, Words>;

/** What happened to a transfer, as a sentence in both languages. */
export function tellTransferEvent(event: TransferEvent): Words {
  switch (event.type) {
    case "handed-over":
      return { zh: `提出移送：${event.form.basis}`, en: `handed over: ${event.form.basis}` };
    case "registered":
      return { zh: `案管登记，编号${event.number}`, en: `registered as ${event.number}` };
    case "forwarded":
      return { zh: "转送接收方", en: "forwarded to the receiving side" };
    case "received": {
      const receipt = event.receipt && `（${event.receipt}）`;
      return {
        zh: `${event.on}由${event.receiver}签收${receipt}`,
        en: `received by ${event.receiver} on ${event.on}${receipt && ` ${receipt}`}`,
      };
    }
    case "taken-by-bundle":
      return {
        zh: `${event.on}由${event.receiver}导入移送包并受理（密钥${event.receipt}）`,
        en: `bundle taken in by ${event.receiver} on ${event.on} (key ${event.receipt})`,
      };
    case "accepted":
      return { zh: `决定接收${event.note && `：${event.note}`}`, en: `accepted${event.note && `: ${event.note}`}` };
    case "declined": {
      const { zh, en } = DECLINE_REASONS[event.code];
      return { zh: `不接收：${zh}${event.reason && `，${event.reason}`}`, en: `declined: ${en}${event.reason && `, ${event.reason}`}` };
    }
    case "reported-up":
      return { zh: `报告上级人民检察院：${event.reason}`, en: `reported to the superior: ${event.reason}` };
    case "settled":
      return { zh: `上级指定办理：${event.reason}`, en: `settled by the superior: ${event.reason}` };
    case "fed-back": {
      const { zh, en } = OUTCOME_NAMES[event.outcome];
      return { zh: `反馈结果：${zh}，${event.words}`, en: `result fed back: ${en}, ${event.words}` };
    }
    case "withdrawn":
      return { zh: `撤回移送：${event.reason}`, en: `withdrawn: ${event.reason}` };
    default:
      return unreachable(event);
  }
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
