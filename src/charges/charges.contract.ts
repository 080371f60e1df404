import { z } from "zod";
import { Effect, Phenomenon } from "#charges/charge-books.contract.ts";
import { WhyAnswer } from "#law/law.contract.ts";
import { Band, GroundOutcome } from "#statutes/statutes.contract.ts";

/** Question and answer of the alternative-charge table. Nothing asked here is stored; the answer suggests and chooses nothing. */
const Words = z.object({ zh: z.string(), en: z.string() });
const Facts = z.record(z.string(), z.unknown());

/** Facts that all offences share by name, and facts of one offence. Neither phenomenon nor offences: all that the engine knows. */
export const ChargesRequest = z.object({
  phenomenon: z.string().max(80).nullable().optional(),
  offences: z.array(z.string().max(80)).max(100).optional(),
  facts: Facts.default({}),
  byOffence: z.record(z.string(), Facts).default({}),
});
export type ChargesRequest = z.infer<typeof ChargesRequest>;

/** Years of imprisonment at the top of the range: by what is certain (null: no penalty is certain), and by what the unknown facts could bring. */
export const HighestYears = z.object({ certain: z.number().nullable(), atMost: z.number().nullable() });

/** 一行 one offence held against the facts. `standing` unknown is never "no". */
export const ChargeRow = z.object({
  /** null: the engine has no rule for it */
  offence: z.string().nullable(),
  article: z.string(),
  title: Words,
  conditions: z.array(z.object({ when: Words, cite: z.string(), unconfirmed: z.boolean() })),
  standing: GroundOutcome,
  /** null: no rule is loaded, a person looks the article up */
  answer: WhyAnswer.nullable(),
  highestYears: HighestYears.nullable(),
  /** the facts it was held against, for its own form */
  facts: Facts.nullable(),
  /** facts told for other offences and carried over by name */
  carried: z.array(z.object({ fact: z.string(), from: z.array(z.string()) })),
});
export type ChargeRow = z.infer<typeof ChargeRow>;

const Suggested = z.object({
  effect: Effect.exclude(["alternatives"]),
  under: z.object({ offence: z.string(), title: Words }).nullable(),
  when: Words,
});
const Side = z.object({ offence: z.string(), title: Words, standing: GroundOutcome, band: Band, highestYears: HighestYears });
/** 罪数建议 a rule that two offences of the table call up. `state` certain where both are made out, else it depends on the unknown facts. */
export const ConcurrenceSuggestion = z.object({
  rule: z.string(),
  title: Words,
  when: Words,
  meaning: Words,
  cite: z.string(),
  unconfirmed: z.boolean(),
  state: z.enum(["both-made-out", "depends-on-unknown"]),
  effect: Effect,
  prevails: z.object({ offence: z.string(), title: Words }).nullable(),
  offences: z.tuple([Side, Side]),
  /** rules that come first where their own condition holds */
  yieldsTo: z.array(z.string()),
  /** where the heavier is asked: by statutory maximum; `heavier` null is open, and why */
  comparison: z.object({ heavier: z.string().nullable(), because: Words }).nullable(),
  alternatives: z.array(Suggested),
});
export type ConcurrenceSuggestion = z.infer<typeof ConcurrenceSuggestion>;

export const ChargesAnswer = z.object({
  phenomenon: Phenomenon.nullable(),
  /** how the rows stand: by the code, never by a score */
  order: Words,
  rows: z.array(ChargeRow),
  /** told differently for several offences, and therefore carried to none */
  conflicts: z.array(z.object({ fact: z.string(), offences: z.array(z.string()) })),
  concurrence: z.array(ConcurrenceSuggestion),
  boundary: Words,
});
export type ChargesAnswer = z.infer<typeof ChargesAnswer>;
export const PhenomenonList = z.object({
  phenomena: z.array(Phenomenon),
  /** facts of one name that are not one thing: never asked in common */
  notShared: z.array(z.string()),
});
