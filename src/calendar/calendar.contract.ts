import { z } from "zod";

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Length = z.union([
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
  z.strictObject({ years: z.number().int().positive() }),
]);
/** A length of time in one unit. */
export type Length = z.infer<typeof Length>;

const DayOrRange = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(\.\.\d{4}-\d{2}-\d{2})?$/, "a date YYYY-MM-DD or a range YYYY-MM-DD..YYYY-MM-DD, both ends included");

/** 节假日安排 one year of the State Council's holiday notices. Where `announced` is false only weekly rest days are known. */
export const HolidayYear = z.strictObject({
  year: z.number().int(),
  announced: z.boolean(),
  off: z.array(DayOrRange),
  worked: z.array(DayOrRange),
});
export type HolidayYear = z.infer<typeof HolidayYear>;

/** 期间规则 one statutory period as data (`periods/*.yaml`). */
export const PeriodRule = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-[A-Z0-9-]+$/),
  trigger: Words,
  act: Words,
  length: Length,
  /** counted backwards from a day: the last day on which something may still be asked for */
  direction: z.literal("before").optional(),
  urgent: Length.optional(),
  /** the length where the document is a ruling (裁定) and not a judgment */
  ruling: Length.optional(),
  longest: Length.optional(),
  alternative: z.strictObject({ length: Length, when: Words }).optional(),
  custody: z.enum(["always", "if-detained", "never", "not-a-deadline"]),
  extension: z
    .strictObject({
      unit: z.enum(["days", "months"]),
      most: z.number().int().positive().nullable(),
      when: Words,
      steps: z.array(z.strictObject({ upTo: z.number().int().positive().nullable(), by: Words })).optional(),
      /** the extension is asked for so many days before the end; what is asked for after the end is not accepted */
      request: z.strictObject({ daysBefore: z.number().int().positive(), cite: z.string().min(1) }).optional(),
    })
    .optional(),
  /** why days do not count: each needs its document */
  suspension: z.array(z.strictObject({ ground: z.string().regex(/^[a-z-]+$/), when: Words, cite: z.string().min(1) })).optional(),
  /** a shorter last day may be set case by case, with its reason */
  setDay: z.strictObject({ when: Words, cite: z.string().min(1) }).optional(),
  /** the compulsory measures that the clock takes for granted (where `if-detained`: when it is reckoned in custody) */
  measures: z
    .array(z.enum(["detention", "arrest", "bail", "residential-surveillance"]))
    .min(1)
    .optional(),
  /** the clocks this one starts from: their event, their last day, or the day their act was done */
  follows: z.array(z.strictObject({ rule: z.string(), by: z.enum(["event", "end", "done"]) })).optional(),
  restart: Words.optional(),
  maximum: z.strictObject({ times: z.number().int().positive(), note: Words }).optional(),
  note: Words.optional(),
  unconfirmed: z.literal(true).optional(),
  cite: z.array(z.string()).min(1),
});
export type PeriodRule = z.infer<typeof PeriodRule>;

/** What `tandem period` is asked, and a line of `--jsonl`. */
export const PeriodRequest = z.strictObject({
  rule: z.string(),
  from: z.string(),
  detained: z.boolean().default(false),
  /** the added length in the unit of the rule's own extension */
  extend: z.number().int().min(0).default(0),
  urgent: z.boolean().default(false),
  ruling: z.boolean().default(false),
  /** days that do not count, each with its document (精神病鉴定, 鉴定评估, 中止审查) */
  suspended: z.number().int().min(0).max(3650).optional(),
});
export type PeriodRequest = z.infer<typeof PeriodRequest>;

/** 期间计算 the answer: `natural` is the last day before any holiday is looked at, `due` the day by which the act must be done. */
export const PeriodAnswer = z.object({
  rule: z.string(),
  from: z.iso.date(),
  /** the first day that counts; the day of the trigger does not (刑事诉讼法 第一百零五条) */
  startsOn: z.iso.date(),
  natural: z.iso.date(),
  due: z.iso.date(),
  rolled: z.boolean(),
  /** of a term that may be longer: the latest end */
  dueAtMost: z.iso.date().nullable(),
  steps: z.array(z.string()),
  warnings: z.array(z.string()),
  /** restarts, other lengths, maximum numbers: what to know beside the date */
  notes: z.array(z.string()),
  cite: z.array(z.string()),
});
export type PeriodAnswer = z.infer<typeof PeriodAnswer>;
