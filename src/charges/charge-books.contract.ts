import { z } from "zod";

/** Shapes of the files of this slice: phenomena, rules of concurrence, and what is not shared between offences. All law in them is data. */
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9-]+$/);
/** 法条 such as `266` or `287之一` */
const article = z.string().regex(/^\d+(之[一二三四])?$/);

/** 可能的罪名 what a phenomenon can be, and when. Without an `offence`, or with one that the engine does not hold, there is no rule to hold facts against. */
export const PossibleCharge = z.strictObject({
  offence: id.optional(),
  article,
  charge: Words,
  when: Words,
  cite: z.string().min(1),
  unconfirmed: z.literal(true).optional(),
});
export type PossibleCharge = z.infer<typeof PossibleCharge>;

/** 现象 a name of the press or of a campaign, led back to offences. `charges` is empty where it is none. */
export const Phenomenon = z.strictObject({
  id,
  name: Words,
  aliases: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }),
  meaning: Words,
  cite: z.string().min(1),
  unconfirmed: z.literal(true).optional(),
  charges: z.array(PossibleCharge),
  notes: z.array(z.strictObject({ ...Words.shape, cite: z.string().min(1).optional() })),
});
export type Phenomenon = z.infer<typeof Phenomenon>;

/** one offence, any of several, or whatever other offence there is */
const Member = z.union([z.literal("any-other"), id, z.array(id).min(1)]);
export const Effect = z.enum(["heavier", "cumulate", "accomplice", "one-prevails", "alternatives"]);
export type Effect = z.infer<typeof Effect>;
const Alternative = z.strictObject({
  effect: Effect.exclude(["alternatives"]),
  /** the offence that prevails or that is joined; `other` is the second of the pair */
  under: z.union([z.literal("other"), id]).optional(),
  when: Words,
});

/** 罪数规则 what becomes of two offences that the same facts make out. */
export const ConcurrenceRule = z
  .strictObject({
    id,
    of: z.tuple([Member, Member]),
    effect: Effect,
    prevails: id.optional(),
    /** rules that come first where their own condition holds */
    yieldsTo: z.array(id).default([]),
    title: Words,
    when: Words,
    meaning: Words,
    alternatives: z.array(Alternative).default([]),
    cite: z.string().min(1),
    unconfirmed: z.literal(true).optional(),
  })
  .refine(({ effect, prevails }) => (effect === "one-prevails") === (prevails !== undefined), {
    message: "one-prevails names what prevails",
  })
  .refine(({ effect, alternatives }) => (effect === "alternatives") === alternatives.length > 1, {
    message: "alternatives are two or more",
  });
export type ConcurrenceRule = z.infer<typeof ConcurrenceRule>;

export const Sharing = z.strictObject({ notCarried: z.array(z.strictObject({ fact: z.string(), because: Words })) });

/** What the slice reads once and passes on. */
export type ChargeBooks = {
  readonly phenomena: ReadonlyMap<string, Phenomenon>;
  readonly concurrence: readonly ConcurrenceRule[];
  readonly notCarried: ReadonlySet<string>;
};
