import { z } from "zod";

/** 公益诉讼 facts and answer of `tandem public-interest`. `null` or a missing field is unknown, never "no"; a list is all that is established. */
const known = <T extends z.ZodType>(type: T) => type.nullable().optional();
const flag = known(z.boolean());
const day = known(z.iso.date());
const persons = known(z.number().int().min(0));
const list = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  known(z.array(z.enum(options)).max(options.length));

export const PublicInterestFacts = z
  .strictObject({
    isProcessor: flag,
    personalOrHousehold: flag,
    breachedDuties: list([
      "unlawful-processing",
      "no-legal-basis",
      "no-notice",
      "no-separate-consent",
      "published",
      "sensitive-rules",
      "under14-rules",
      "not-deleted",
      "no-security",
      "no-impact-assessment",
      "breach-not-handled",
      "other-duty",
    ]),
    /** 众多: a person's judgement; the number of persons never answers it */
    manyIndividuals: flag,
    personsAtLeast: persons,
    personsAtMost: persons,
    actEndedOn: day,
    foundInAntiFraudDuty: flag,
    minorsRightsInfringed: flag,
    womensRightsInfringed: flag,
    sensitiveKinds: list(["biometrics", "religion", "specific-identity", "health", "financial-account", "whereabouts"]),
    groups: list(["children", "minors", "women", "disabled", "elderly", "military", "students"]),
    fields: list(["education", "medical-care", "employment", "elderly-care", "consumption", "finance", "telecom", "internet"]),
    linkedBy: list(["time", "space", "other"]),
    publicInterestHarmed: flag,
    wrongdoerIdentified: flag,
    harmEstablished: flag,
    causation: flag,
    provedNoFault: flag,
    exemption: flag,
    interestProtected: flag,
    otherBodySued: flag,
    noticePublished: flag,
    /** the day of the notice, or the day planned for it */
    noticeOn: day,
    noticeInNationalMedium: flag,
    criminalCaseOpen: flag,
    accusedLiable: flag,
    plannedProsecutionOn: day,
    reviewReceivedOn: day,
    detained: flag,
    /** days by which the review for prosecution has been lengthened */
    reviewExtendedBy: known(z.number().int().min(0).max(400)),
    organDutyBasis: known(z.enum(["law", "regulation", "rule", "power-list-only", "none"])),
    organMayFail: flag,
    failureLinked: flag,
    recommendationMade: flag,
    recommendationDeliveredOn: day,
    urgent: flag,
    reviewSuspended: flag,
    organFailures: list([
      "no-reply-no-measures",
      "not-executed",
      "partial",
      "prosecuted-still-due",
      "not-resumed",
      "measures-unlawful",
      "other-failure",
    ]),
    complaintServedOn: day,
    judgmentReceivedOn: day,
  })
  .refine(({ personsAtLeast, personsAtMost }) => (personsAtLeast ?? 0) <= (personsAtMost ?? Number.POSITIVE_INFINITY), {
    path: ["personsAtMost"],
    message: "不小于最少人数的数 / not less than the least number of persons",
  });
export type PublicInterestFacts = z.infer<typeof PublicInterestFacts>;
export const FactName = PublicInterestFacts.keyof();
export type FactName = z.infer<typeof FactName>;

const Sentence = z.object({ zh: z.string(), en: z.string() });
const Remark = Sentence.extend({ cite: z.string(), unconfirmed: z.literal(true).optional() });
export const Outcome = z.enum(["met", "not-met", "unknown"]);
const InForce = z.object({ from: z.iso.date().nullable(), until: z.iso.date().nullable() });

/** 一项要件 one element held against the facts. */
export const ElementAnswer = z.object({
  id: z.string(),
  cite: z.string(),
  meaning: Sentence,
  outcome: Outcome,
  /** the facts it reads, and those of them whose absence keeps it open */
  facts: z.array(FactName),
  missing: z.array(FactName),
  burden: z.literal("other-side").optional(),
  remark: Remark.optional(),
  unconfirmed: z.literal(true).optional(),
});
export type ElementAnswer = z.infer<typeof ElementAnswer>;

export const GateAnswer = z.object({
  id: z.string(),
  cite: z.string(),
  name: Sentence,
  meaning: Sentence,
  inForce: InForce,
  outcome: Outcome,
  elements: z.array(ElementAnswer),
  missing: z.array(FactName),
  unconfirmed: z.literal(true).optional(),
});
export type GateAnswer = z.infer<typeof GateAnswer>;

/** 办案重点 a flag of priority: says what to look at first, never whether a case may be filed. */
export const FocusAnswer = z.object({
  id: z.string(),
  cite: z.string(),
  name: Sentence,
  protection: Sentence,
  inForce: InForce,
  outcome: Outcome,
  limbs: z.array(ElementAnswer),
  note: Sentence.optional(),
  unconfirmed: z.literal(true).optional(),
});
export type FocusAnswer = z.infer<typeof FocusAnswer>;

const StageAnswer = z.object({
  outcome: Outcome,
  elements: z.array(ElementAnswer),
  proved: z.array(z.string()),
  unproved: z.array(z.string()),
  unknown: z.array(z.string()),
});
export type StageAnswer = z.infer<typeof StageAnswer>;

export const TrackAnswer = z.object({
  id: z.enum(["civil", "incidental", "administrative", "support"]),
  name: Sentence,
  plaintiff: Sentence,
  target: Sentence,
  whoMaySue: z.array(Sentence),
  preSuit: Sentence.extend({ cite: z.string(), period: z.string().nullable() }),
  court: Sentence.extend({ cite: z.string() }),
  proof: z.object({ filing: Sentence, suit: Sentence, cite: z.string(), unconfirmed: z.literal(true).optional() }),
  inForce: InForce,
  filing: StageAnswer,
  suit: StageAnswer,
  claims: z.array(
    z.object({
      id: z.string(),
      cite: z.string(),
      meaning: Sentence,
      exploratory: z.literal(true).optional(),
      remark: Remark.optional(),
      unconfirmed: z.literal(true).optional(),
    }),
  ),
  /** 备案 `due` where the facts hold the day that starts the period */
  records: z.array(
    z.object({
      id: z.string(),
      event: Sentence,
      to: Sentence,
      period: z.string().nullable(),
      due: z.iso.date().nullable(),
      cite: z.string(),
    }),
  ),
  decisions: z.array(z.object({ id: z.string(), what: Sentence, by: Sentence, cite: z.string() })),
  remarks: z.array(Remark),
});
export type TrackAnswer = z.infer<typeof TrackAnswer>;

/** 公告与起诉日 whether the notice ends before the prosecution, and the latest day on which it may still start. */
export const NoticeAnswer = z.object({
  verdict: z.enum(["in-time", "same-day", "too-late", "can-start", "missed", "notice-unknown", "unknown"]),
  says: Sentence,
  prosecution: z
    .object({
      on: z.iso.date(),
      because: z.enum(["planned", "review-period"]),
      /** 在押 unknown: reckoned as if in custody, which never ends later */
      custodyAssumed: z.boolean(),
      /** the last day of the review for prosecution, where its receipt is known */
      limit: z.iso.date().nullable(),
      /** the same if the review were lengthened as far as the rule allows */
      limitIfExtended: z.iso.date().nullable(),
      cite: z.array(z.string()),
    })
    .nullable(),
  published: z.object({ on: z.iso.date(), ends: z.iso.date(), planned: z.boolean() }).nullable(),
  latestSafeStart: z.iso.date().nullable(),
  /** the last day of a notice of that day */
  latestSafeEnd: z.iso.date().nullable(),
  latestSafeStartIfExtended: z.iso.date().nullable(),
  /** the day after which even a notice that ends on the prosecution day itself is too late */
  latestSameDayStart: z.iso.date().nullable(),
  /** days from today to the latest safe start; negative when it has passed */
  daysLeft: z.number().int().nullable(),
  fallback: z.array(Remark),
  notes: z.array(Sentence),
  warnings: z.array(Sentence),
  cite: z.array(z.string()),
});
export type NoticeAnswer = z.infer<typeof NoticeAnswer>;

export const PublicInterestAnswer = z.object({
  asOf: z.iso.date(),
  /** whether at least one law gives standing */
  standing: Outcome,
  gates: z.array(GateAnswer),
  focus: z.array(FocusAnswer),
  tracks: z.array(TrackAnswer),
  notice: NoticeAnswer,
  missing: z.array(FactName),
  remarks: z.array(Remark),
  /** what the answer rests on or says whose source has not been seen in full */
  unconfirmed: z.array(Sentence.extend({ cite: z.string() })),
});
export type PublicInterestAnswer = z.infer<typeof PublicInterestAnswer>;

const FactQuestion = z.strictObject({
  id: FactName,
  ask: Sentence,
  cite: z.string().optional(),
  options: z.array(Sentence.extend({ id: z.string() })).optional(),
});
export type FactQuestion = z.infer<typeof FactQuestion>;
/** Questions that stand together in the form. */
export const FactSection = z.strictObject({ section: Sentence, facts: z.array(FactQuestion).min(1) });
export const PublicInterestQuestions = z.object({ sections: z.array(FactSection) });
export type PublicInterestQuestions = z.infer<typeof PublicInterestQuestions>;
/** `asOf`: the day on which the question is asked, YYYY-MM-DD. */
export const PublicInterestRequest = z.object({ facts: PublicInterestFacts, asOf: z.iso.date() });
