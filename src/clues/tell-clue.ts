import type { ClueEvent, DismissReason } from "#clues/clues.contract.ts";

/** 不作为线索的理由 */
export const DISMISS_REASONS = {
  "no-personal-information": { zh: "不涉及公民个人信息", en: "no citizens' personal information" },
  "no-public-interest": { zh: "未损害社会公共利益", en: "no harm to the public interest" },
  "already-handled": { zh: "已有机关或者本院办理", en: "already handled" },
  duplicate: { zh: "与已有线索重复", en: "duplicate of another clue" },
  "evidence-too-thin": { zh: "缺乏可查性", en: "nothing to check" },
  "no-jurisdiction": { zh: "不属于本院管辖", en: "no jurisdiction" },
  "reading-error": { zh: "阅卷误报", en: "misread" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<DismissReason, { zh: string; en: string }>;

/** What happened to a clue, as a sentence in both languages. */
export function tellClueEvent(event: ClueEvent): { zh: string; en: string } {
  switch (event.type) {
    case "registered":
      return event.prompted ? { zh: "由阅卷提示", en: "prompted by reading a document" } : { zh: "登记线索", en: "registered" };
    case "confirmed":
      return { zh: "确认为线索", en: "confirmed as a clue" };
    case "corrected":
      return { zh: `更正内容：${event.reason}`, en: `corrected: ${event.reason}` };
    case "held":
      return { zh: `暂缓至${event.until}：${event.reason}`, en: `on hold until ${event.until}: ${event.reason}` };
    case "resumed":
      return { zh: "恢复办理", en: "resumed" };
    case "dismissed": {
      const { zh, en } = DISMISS_REASONS[event.code];
      return {
        zh: `不作为线索：${zh}${event.reason && `，${event.reason}`}`,
        en: `dismissed: ${en}${event.reason && `, ${event.reason}`}`,
      };
    }
    case "reopened":
      return { zh: `重新办理：${event.reason}`, en: `reopened: ${event.reason}` };
    case "merged":
      return { zh: `并入另一线索：${event.reason}`, en: `merged: ${event.reason}` };
    case "unmerged":
      return { zh: `撤销并案：${event.reason}`, en: `merge undone: ${event.reason}` };
    case "split":
      return { zh: `拆分为${event.into.length}条：${event.reason}`, en: `split into ${event.into.length}: ${event.reason}` };
    case "unsplit":
      return { zh: `撤销拆分：${event.reason}`, en: `split undone: ${event.reason}` };
    case "accepted":
      return {
        zh: `受理，启动${event.procedures.length}个程序${event.reason && `：${event.reason}`}`,
        en: `accepted, ${event.procedures.length} procedures opened${event.reason && `: ${event.reason}`}`,
      };
    case "handed-over":
      return { zh: "已移送", en: "transferred" };
    case "handed-back":
      return { zh: `移送未被接收：${event.reason}`, en: `the transfer was not accepted: ${event.reason}` };
    case "received":
      return { zh: "接收移送", en: "received by transfer" };
    default:
      return unreachable(event);
  }
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
