import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";

/** 流程监控通知书 case management asks about a clock of a case; whoever is in charge replies, on a clock of its own. */
const Words = z.object({ zh: z.string(), en: z.string() });
const Text = z.string().trim().min(1).max(2000);

export const ProcessNoticeGround = z.enum(["over", "near", "no-document", "wrongly-reckoned", "other"]);
export type ProcessNoticeGround = z.infer<typeof ProcessNoticeGround>;
export const ProcessNoticeState = z.object({
  ground: ProcessNoticeGround,
  /** what is found and asked */
  text: Text,
  issuedOn: z.iso.date(),
  issuedBy: z.string(),
  /** the clock of the reply */
  replyClock: z.uuid(),
  status: z.enum(["open", "replied", "withdrawn"]),
  reply: z.object({ on: z.iso.date(), text: Text, by: z.string() }).nullable(),
  withdrawn: z.object({ on: z.iso.date(), reason: Text }).nullable(),
});
export type ProcessNoticeState = z.infer<typeof ProcessNoticeState>;

export const IssueNoticeRequest = z.object({ requestId: RequestId, deadlineId: z.uuid(), ground: ProcessNoticeGround, text: Text });
export type IssueNoticeRequest = z.infer<typeof IssueNoticeRequest>;
export const ActOnNoticeRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int().min(1),
  action: z.discriminatedUnion("type", [
    z.object({ type: z.literal("reply"), text: Text }),
    z.object({ type: z.literal("withdraw"), reason: Text }),
  ]),
});
export type ActOnNoticeRequest = z.infer<typeof ActOnNoticeRequest>;

export const ProcessNotice = z.object({
  id: z.uuid(),
  version: z.number().int(),
  case: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
  deadlineId: z.uuid(),
  addressee: z.object({ id: z.uuid(), name: z.string() }),
  state: ProcessNoticeState,
  /** last day of the reply as it stands; null where its clock is not there any more */
  replyDue: z.iso.date().nullable(),
  act: Words,
  can: z.array(z.enum(["reply", "withdraw"])),
});
export type ProcessNotice = z.infer<typeof ProcessNotice>;
export const ProcessNoticeList = z.object({ items: z.array(ProcessNotice), today: z.iso.date() });
export type ProcessNoticeList = z.infer<typeof ProcessNoticeList>;
export const FindNoticesQuery = z.object({ caseId: z.uuid().optional() });
export const ProcessNoticeIdParams = z.object({ noticeId: z.uuid() });
