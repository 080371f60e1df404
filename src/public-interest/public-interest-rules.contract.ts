import { z } from "zod";
import type { Calendar } from "#calendar/compute-period.ts";
import { FactName, FactSection } from "#public-interest/public-interest.contract.ts";

/** Shapes of `rules/*.yaml`: what the law says is data, the code only knows the kinds of test. */
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const unconfirmed = z.literal(true).optional();
const Remark = Words.extend({ cite: z.string().min(1), unconfirmed });

/** What only dates and other elements can answer. */
export const DerivedFact = z.enum(["standing", "noticeEnded", "noticeBeforeProsecution", "recommendationMade", "replyEnded"]);
export type DerivedFact = z.infer<typeof DerivedFact>;

export const FactTest = z.union([
  z.strictObject({ fact: FactName }),
  z.strictObject({ not: FactName }),
  z.strictObject({ listed: FactName, anyOf: z.array(z.string()).min(1).optional() }),
  z.strictObject({ choice: FactName, oneOf: z.array(z.string()).min(1) }),
  z.strictObject({ personsAtLeast: z.number().int().positive() }),
  z.strictObject({ derived: DerivedFact }),
]);
export type FactTest = z.infer<typeof FactTest>;

const Instrument = z.strictObject({
  id: z.string(),
  title: Words,
  inForce: z.strictObject({ from: z.iso.date().nullable(), until: z.iso.date().nullable() }),
  unconfirmed,
});
export type Instrument = z.infer<typeof Instrument>;

export const ElementRule = z.strictObject({
  id: z.string(),
  cite: z.string().min(1),
  meaning: Words,
  test: FactTest,
  burden: z.literal("other-side").optional(),
  remark: Remark.optional(),
  unconfirmed,
});
export type ElementRule = z.infer<typeof ElementRule>;

const GateRule = z.strictObject({
  id: z.string(),
  instrument: z.string(),
  cite: z.string().min(1),
  name: Words,
  meaning: Words,
  elements: z.array(ElementRule).min(1),
});
export type GateRule = z.infer<typeof GateRule>;

const FocusRule = z.strictObject({
  id: z.string(),
  instrument: z.string(),
  cite: z.string().min(1),
  name: Words,
  protection: Words,
  limbs: z.array(z.strictObject({ id: z.string(), meaning: Words, test: FactTest })).min(1),
  note: Words.optional(),
  unconfirmed,
});
export type FocusRule = z.infer<typeof FocusRule>;

const TrackRule = z.strictObject({
  id: z.enum(["civil", "incidental", "administrative", "support"]),
  instrument: z.string(),
  name: Words,
  plaintiff: Words,
  target: Words,
  whoMaySue: z.array(Words).min(1),
  preSuit: Words,
  preSuitCite: z.string(),
  period: z.string().nullable(),
  court: Words,
  courtCite: z.string(),
  proof: z.strictObject({ filing: Words, suit: Words, cite: z.string(), unconfirmed }),
  filing: z.array(z.string()).min(1),
  suit: z.array(z.string()).min(1),
  claims: z.array(z.string()),
  remarks: z.array(Remark),
});
export type TrackRule = z.infer<typeof TrackRule>;

const Claim = z.strictObject({
  id: z.string(),
  cite: z.string().min(1),
  meaning: Words,
  exploratory: z.literal(true).optional(),
  remark: Remark.optional(),
  unconfirmed,
});

const tracks = z.array(TrackRule.shape.id).min(1);
const Records = z.strictObject({
  records: z.array(
    z.strictObject({
      id: z.string(),
      tracks,
      event: Words,
      to: Words,
      period: z.string().nullable(),
      from: z.enum(["recommendationDeliveredOn", "complaintServedOn", "judgmentReceivedOn"]).nullable(),
      cite: z.string().min(1),
    }),
  ),
  decisions: z.array(z.strictObject({ id: z.string(), tracks, what: Words, by: Words, cite: z.string().min(1) })),
});

const NoticeRule = z.strictObject({
  verdicts: z.strictObject({
    "in-time": Words,
    "same-day": Words,
    "too-late": Words,
    "can-start": Words,
    missed: Words,
    unknown: Words,
    "notice-unknown": Words,
  }),
  fallback: z.array(Remark).min(1),
  sameDayNote: Words,
  warnings: z.strictObject({
    "after-limit": Words,
    "custody-assumed": Words,
    "extension-capped": Words,
    "plan-passed": Words,
    "prosecution-passed": Words,
  }),
});

/** The files of `rules/` by name, without `.yaml`. */
export const RULE_FILES = {
  instruments: z.array(Instrument),
  facts: z.array(FactSection),
  gates: z.array(GateRule),
  focus: z.array(FocusRule),
  elements: z.array(ElementRule),
  tracks: z.array(TrackRule),
  claims: z.array(Claim),
  records: Records,
  notice: NoticeRule,
} as const;

/** 公益诉讼规则 everything the slice needs, as read from `rules/`. */
export type PublicInterestRules = { readonly [File in keyof typeof RULE_FILES]: z.infer<(typeof RULE_FILES)[File]> };
/** The rules and the calendar by which their periods are reckoned. */
export type PublicInterestBooks = { readonly rules: PublicInterestRules; readonly calendar: Calendar };
