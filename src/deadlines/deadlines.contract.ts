import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Cursor } from "#deadlines/deadline-cursor.ts";

/** 期限 a running statutory period of a case: the rule, the event that started it, what lengthened it, when it ended. */
const Document = z.string().trim().min(1).max(200);
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
  /** a shorter last day set case by case, where the rule knows one; it goes before the period's own end */
  setDay: z.object({ on: z.iso.date(), reason: Reason }).nullable().default(null),
  /** an extension stands only with its document */
  extension: z
    .object({
      by: z.number().int().min(1).max(400),
      document: Document,
      on: z.iso.date(),
      /** the day it was asked for, where the rule says until when */
      requestedOn: z.iso.date().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** days that do not count, first and last included; `until` null: they still run. Each stands only with its document. */
  suspensions: z
    .array(
      z.object({
        ground: z.string().min(1).max(40),
        from: z.iso.date(),
        document: Document,
        until: z.iso.date().nullable(),
        resumed: Document.nullable(),
      }),
    )
    .max(20)
    .default([]),
  /** the clock this one starts from: its event, its last day, or the day its act was done (its last day while it runs) */
  follows: z
    .object({ id: z.uuid(), by: z.enum(["event", "end", "done"]) })
    .nullable()
    .default(null),
  /** how often the same was done before, at another procuratorate; counts towards the maximum */
  timesBefore: z.number().int().min(0).max(20).default(0),
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
    document: Document,
    on: z.iso.date(),
    requestedOn: z.iso.date().nullable().default(null),
  }),
  z.object({ type: z.literal("suspend"), ground: z.string().min(1).max(40), from: z.iso.date(), document: Document }),
  z.object({ type: z.literal("resume"), until: z.iso.date(), document: Document }),
  z.object({ type: z.literal("end"), on: z.iso.date(), document: z.string().trim().max(200).nullable().default(null) }),
  z.object({
    type: z.literal("correct"),
    from: z.iso.date(),
    /** the id of the clock it starts from; null: from a day of its own; left out: as it was */
    follows: z.uuid().nullable().optional(),
    detained: z.boolean(),
    urgent: z.boolean(),
    ruling: z.boolean(),
    reason: Reason,
  }),
]);
export type DeadlineChange = z.infer<typeof DeadlineChange>;

/** 变动 a clock whose day another version told otherwise: from where to where, and the clock that led it where it follows one. */
const Move = z.object({
  id: z.uuid(),
  act: z.object({ zh: z.string(), en: z.string() }),
  subject: z.string().nullable(),
  event: z.object({ from: z.iso.date(), to: z.iso.date() }),
  due: z.object({ from: z.iso.date(), to: z.iso.date() }),
  led: z.boolean(),
  custody: z.boolean(),
});
/** 预览 what a change would do, the clock itself first, then what follows it; nothing is written. */
export const DeadlinePreview = z.object({ moves: z.array(Move), warnings: z.array(z.string()), steps: z.array(z.string()) });
export type DeadlinePreview = z.infer<typeof DeadlinePreview>;

export const Deadline = z.object({
  id: z.uuid(),
  version: z.number().int(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  state: DeadlineState,
  act: z.object({ zh: z.string(), en: z.string() }),
  due: z.iso.date(),
  /** the last day without its extension and suspensions */
  plain: z.iso.date(),
  /** the period runs in custody: no holiday moves it, and it goes before all others */
  custody: z.boolean(),
  /** days from today to the last day; negative when it has passed */
  daysLeft: z.number().int(),
  standing: z.enum(["over", "today", "soon", "ahead", "suspended", "done", "done-late"]),
  /** the day the version before told, where this one tells another; `led`: by which clock it was led there */
  moved: z
    .object({ from: z.iso.date(), reason: z.string().nullable(), led: z.object({ zh: z.string(), en: z.string() }).nullable() })
    .nullable(),
  /** the clock it starts from, in words */
  follows: z.object({ zh: z.string(), en: z.string() }).nullable(),
  steps: z.array(z.string()),
  warnings: z.array(z.string()),
  cite: z.array(z.string()),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type Deadline = z.infer<typeof Deadline>;
const DeadlineList = z.object({ items: z.array(Deadline), today: z.iso.date() });
/** `next`: what to ask `after` for the page that follows; null: this is the last one. */
export const OpenDeadlineList = DeadlineList.extend({ next: z.string().nullable() });
export type OpenDeadlineList = z.infer<typeof OpenDeadlineList>;

/** 双轨对齐 the pre-suit notice against the day of the prosecution. */
export const TwinTrack = z.object({
  verdict: z.enum(["in-time", "same-day", "too-late", "can-start", "missed"]),
  prosecution: z.iso.date(),
  notice: z.object({ from: z.iso.date(), ends: z.iso.date() }).nullable(),
  latestSafeStart: z.iso.date(),
  /** days from today to the latest safe start; negative when it has passed */
  daysLeft: z.number().int(),
});
export type TwinTrack = z.infer<typeof TwinTrack>;
export const CaseDeadlineList = DeadlineList.extend({ twin: TwinTrack.nullable() });
export type CaseDeadlineList = z.infer<typeof CaseDeadlineList>;

export const StartDeadlineRequest = z.object({
  requestId: RequestId,
  state: DeadlineState.omit({ setDay: true, extension: true, suspensions: true, done: true, follows: true }).extend({
    /** the id of the clock it starts from; its day then comes from there */
    follows: z.uuid().nullable().default(null),
  }),
});
export type StartDeadlineRequest = z.infer<typeof StartDeadlineRequest>;
export const ChangeDeadlineRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), change: DeadlineChange });
export type ChangeDeadlineRequest = z.infer<typeof ChangeDeadlineRequest>;
export const PreviewChangeRequest = z.object({ change: DeadlineChange });
export const DeadlineIdParams = z.object({ deadlineId: z.uuid() });
export const FindDeadlinesQuery = z.object({ lang: z.enum(["zh", "en"]).default("zh") });
/** A page of the open clocks; `after` is the `next` of the page before. */
export const OpenDeadlinesQuery = FindDeadlinesQuery.extend({
  after: Cursor.optional(),
  size: z.coerce.number().int().min(1).max(500).default(200),
});
export type OpenDeadlinesQuery = z.infer<typeof OpenDeadlinesQuery>;
