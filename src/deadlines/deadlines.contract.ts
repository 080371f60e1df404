import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";

/** 期限 a running statutory period of a case: the rule, the event that started it, what lengthened it, when it ended. */
const Reason = z.string().trim().min(1).max(400);

export const DeadlineState = z.object({
  /** id of a rule of the calendar, such as `CR-PROS-1M` */
  rule: z.string().min(1).max(40),
  /** the day of the event that started it; it is not counted */
  from: z.iso.date(),
  /** whose clock it is, where the case has several (`嫌疑人甲`) */
  subject: z.string().trim().max(80).nullable().default(null),
  detained: z.boolean().default(false),
  urgent: z.boolean().default(false),
  ruling: z.boolean().default(false),
  /** an extension stands only with its document */
  extension: z
    .object({ by: z.number().int().min(1).max(400), document: z.string().trim().min(1).max(200), on: z.iso.date() })
    .nullable()
    .default(null),
  /** the day the act was done, with what shows it */
  done: z
    .object({ on: z.iso.date(), document: z.string().trim().max(200).nullable() })
    .nullable()
    .default(null),
});
export type DeadlineState = z.infer<typeof DeadlineState>;

/** What may be done to a clock. `correct` replaces the event and says why; what follows is reckoned anew and shown. */
export const DeadlineChange = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("extend"),
    by: z.number().int().min(1).max(400),
    document: z.string().trim().min(1).max(200),
    on: z.iso.date(),
  }),
  z.object({ type: z.literal("end"), on: z.iso.date(), document: z.string().trim().max(200).nullable().default(null) }),
  z.object({
    type: z.literal("correct"),
    from: z.iso.date(),
    detained: z.boolean(),
    urgent: z.boolean(),
    ruling: z.boolean(),
    reason: Reason,
  }),
]);
export type DeadlineChange = z.infer<typeof DeadlineChange>;

export const Deadline = z.object({
  id: z.uuid(),
  version: z.number().int(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  state: DeadlineState,
  act: z.object({ zh: z.string(), en: z.string() }),
  due: z.iso.date(),
  /** the period runs in custody: no holiday moves it, and it goes before all others */
  custody: z.boolean(),
  /** days from today to the last day; negative when it has passed */
  daysLeft: z.number().int(),
  standing: z.enum(["over", "today", "soon", "ahead", "done", "done-late"]),
  /** the day the version before told, where this one tells another */
  moved: z.object({ from: z.iso.date(), reason: z.string().nullable() }).nullable(),
  steps: z.array(z.string()),
  warnings: z.array(z.string()),
  cite: z.array(z.string()),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type Deadline = z.infer<typeof Deadline>;
export const DeadlineList = z.object({ items: z.array(Deadline), today: z.iso.date() });
export type DeadlineList = z.infer<typeof DeadlineList>;

export const StartDeadlineRequest = z.object({ requestId: RequestId, state: DeadlineState.omit({ extension: true, done: true }) });
export type StartDeadlineRequest = z.infer<typeof StartDeadlineRequest>;
export const ChangeDeadlineRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), change: DeadlineChange });
export type ChangeDeadlineRequest = z.infer<typeof ChangeDeadlineRequest>;
export const DeadlineIdParams = z.object({ deadlineId: z.uuid() });
export const FindDeadlinesQuery = z.object({ lang: z.enum(["zh", "en"]).default("zh") });
