import { z } from "zod";
import { Deadline } from "#deadlines/deadlines.contract.ts";

/** 期限墙 shapes of the board: counts by day and person, one day's clocks, who carries how much. */
const OfficeCode = z.string().regex(/^\d{6}$/);

/** A column of the wall: what is over, a day, what lies beyond the days shown, and what is suspended (its day is not told yet). */
export const BoardBucket = z.union([z.enum(["over", "later", "suspended"]), z.iso.date()]);
export type BoardBucket = z.infer<typeof BoardBucket>;

export const BoardQuery = z.object({
  /** null: the person's own office where they see it whole, otherwise their own cases */
  officeCode: OfficeCode.optional(),
  mine: z.enum(["true", "false"]).default("false"),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

/** Clocks of one bucket, of one person in charge (null: nobody is). */
const Count = z.object({ bucket: BoardBucket, custody: z.boolean(), personId: z.uuid().nullable(), clocks: z.number().int() });
export type BoardCount = z.infer<typeof Count>;

/** 工作量 what one person in charge carries. */
const Load = z.object({
  personId: z.uuid().nullable(),
  name: z.string().nullable(),
  cases: z.number().int(),
  open: z.number().int(),
  custody: z.number().int(),
  over: z.number().int(),
  /** within seven days, today included */
  soon: z.number().int(),
});
export type BoardLoad = z.infer<typeof Load>;
export const DeadlineBoard = z.object({
  today: z.iso.date(),
  /** the last day that stands by itself */
  until: z.iso.date(),
  scope: z.enum(["office", "own"]),
  officeCode: OfficeCode,
  counts: z.array(Count),
  people: z.array(Load),
  /** whole offices this person may look at */
  offices: z.number().int(),
});
export type DeadlineBoard = z.infer<typeof DeadlineBoard>;

export const BoardDayQuery = BoardQuery.extend({
  bucket: BoardBucket,
  custody: z.enum(["true", "false"]).optional(),
  /** `none`: cases nobody is in charge of */
  personId: z.union([z.uuid(), z.literal("none")]).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  lang: z.enum(["zh", "en"]).default("zh"),
});
export type BoardDayQuery = z.infer<typeof BoardDayQuery>;
export const BoardDay = z.object({
  items: z.array(Deadline),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  today: z.iso.date(),
});
export type BoardDay = z.infer<typeof BoardDay>;

/** 日历文件 one's own cases, or with `mine=false` what the wall shows of an office: everything over and all that ends within `days`. */
export const CalendarFileQuery = BoardQuery.extend({
  mine: z.enum(["true", "false"]).default("true"),
  days: z.coerce.number().int().min(1).max(1100).default(366),
  lang: z.enum(["zh", "en"]).default("zh"),
});
export type CalendarFileQuery = z.infer<typeof CalendarFileQuery>;

/** 提醒 of the signed-in person's own cases. */
export const DeadlineReminder = z.object({ over: z.number().int(), soon: z.number().int() });
export type DeadlineReminder = z.infer<typeof DeadlineReminder>;
