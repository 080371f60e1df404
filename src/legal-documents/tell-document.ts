import type { LegalDocumentEvent, ServiceWay } from "#legal-documents/legal-documents.contract.ts";

/** 送达方式 */
export const SERVICE_WAYS = {
  "in-person": { zh: "直接送达", en: "in person" },
  post: { zh: "邮寄送达", en: "by post" },
  electronic: { zh: "电子送达", en: "electronically" },
  left: { zh: "留置送达", en: "left at the place" },
  "public-notice": { zh: "公告送达", en: "by public notice" },
  "through-organ": { zh: "委托、转交送达", en: "through another organ" },
} as const satisfies Record<ServiceWay, { zh: string; en: string }>;

/** What happened to a document, as a sentence in both languages. */
export function tellDocumentEvent(event: LegalDocumentEvent): { zh: string; en: string } {
  switch (event.type) {
    case "drafted":
      return { zh: "拟制草稿", en: "drafted" };
    case "edited":
      return event.body === null
        ? { zh: `修改${Object.keys(event.fields).length}个填写项`, en: `${Object.keys(event.fields).length} fields changed` }
        : { zh: "修改正文", en: "text changed" };
    case "submitted":
      return { zh: "提交审批", en: "submitted for approval" };
    case "approved":
      return { zh: `审批同意${event.note && `：${event.note}`}`, en: `approved${event.note && `: ${event.note}`}` };
    case "returned":
      return { zh: `退回修改：${event.reason}`, en: `returned: ${event.reason}` };
    case "issued":
      return { zh: `签发${event.number ?? "（不编号）"}`, en: `issued ${event.number ?? "(no number)"}` };
    case "served": {
      const way = SERVICE_WAYS[event.way];
      return { zh: `${event.on}${way.zh}：${event.receiver}`, en: `served ${event.on}, ${way.en}: ${event.receiver}` };
    }
    case "receipt-recorded":
      return { zh: `${event.on}收到送达回证：${event.receipt}`, en: `receipt of ${event.on}: ${event.receipt}` };
    case "withdrawn":
      return { zh: `撤回：${event.reason}`, en: `withdrawn: ${event.reason}` };
    default:
      return unreachable(event);
  }
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
