import { z } from "zod";
import { PeriodAnswer, PeriodRequest, PeriodRule } from "#calendar/calendar.contract.ts";
import { JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { Assessment, Band, GroundOutcome, InfringingFacts, LocalSource, Remark } from "#statutes/statutes.contract.ts";

/** Questions to the law that need no case, and their answers. Nothing asked here is stored. */
const Words = z.object({ zh: z.string(), en: z.string() });
const Language = z.enum(["zh", "en"]);

/** Facts of any offence the engine knows. */
export const LawFacts = z.discriminatedUnion("offence", [InfringingFacts, OffenceFacts]);
export type LawFacts = z.infer<typeof LawFacts>;
export const FactsRequest = z.object({ facts: LawFacts });

/** 说理树的一项 an element, a limb or a ground held against the facts, with the facts it asks for. */
export const WhyNode = z.object({
  id: z.string(),
  provision: z.string(),
  /** null: an element or a ground that all bands need */
  band: Band.nullable(),
  outcome: GroundOutcome,
  have: z.string(),
  need: z.string(),
  meaning: Words,
  unconfirmed: z.boolean(),
  /** where it is a local standard of the office's own provisions */
  local: LocalSource.nullable(),
  /** paths of the facts that this test reads */
  facts: z.array(z.string()),
});
export type WhyNode = z.infer<typeof WhyNode>;

/** The answer for any offence in one form: conclusion, elements, limbs, down to the facts. A draft, never a decision. */
export const WhyAnswer = z.object({
  offence: z.string(),
  title: Words,
  band: Band,
  bandAtMost: Band.optional(),
  /** whether all elements are there; null for 253-1, whose elements stand in its limbs */
  established: GroundOutcome.nullable(),
  elements: z.array(WhyNode),
  limbs: z.array(WhyNode),
  publicProsecution: z.object({ outcome: GroundOutcome, grounds: z.array(WhyNode), missing: z.array(z.string()) }).nullable(),
  consequence: Assessment.shape.consequence,
  missing: z.array(z.string()),
  version: z.object({ id: z.string(), inForceFrom: z.iso.date(), because: Words }),
  remarks: z.array(Remark),
});
export type WhyAnswer = z.infer<typeof WhyAnswer>;

const Value = z.union([z.number(), z.string(), z.boolean(), z.null()]);
/** A stretch of whole numbers that gives one band; `to` null: without end. `atMost` is the highest band that the unknown facts leave possible. */
export const BandSpan = z.object({ from: z.number(), to: z.number().nullable(), band: Band, atMost: Band });
export type BandSpan = z.infer<typeof BandSpan>;

/** 临界图的一行 what the band becomes as one fact moves and all others stay. */
export const FlipLine = z.object({
  fact: z.string(),
  value: Value,
  /** of a number: every stretch from nought on */
  spans: z.array(BandSpan),
  /** of a choice: the band of every answer */
  choices: z.array(z.object({ value: Value, band: Band, atMost: Band })),
  /** the nearest smaller and greater number at which the band is another one */
  down: z.object({ at: z.number(), to: Band, margin: z.number().nullable() }).nullable(),
  up: z.object({ at: z.number(), to: Band, margin: z.number().nullable() }).nullable(),
});
export type FlipLine = z.infer<typeof FlipLine>;
export const FlipMap = z.object({
  band: Band,
  bandAtMost: Band.optional(),
  lines: z.array(FlipLine),
  /** contested facts beyond those shown */
  more: z.number().int(),
});
export type FlipMap = z.infer<typeof FlipMap>;

const InForce = z.object({ from: z.iso.date(), until: z.iso.date().nullable() });
/** 法律时光机的一栏 the same facts under the law of one time. */
export const VersionColumn = InForce.extend({
  statute: z.object({ id: z.string(), cite: z.string(), meaning: Words }),
  /** null: no interpretation measured the circumstances then */
  interpretation: z.object({ id: z.string(), title: Words }).nullable(),
  /** null where nothing measured them: a judge's discretion, not a number */
  band: Band.nullable(),
  bandAtMost: Band.optional(),
  consequence: Assessment.shape.consequence,
  /** the limbs that are met */
  met: z.array(z.object({ id: z.string(), provision: z.string(), meaning: Words })),
  ofTheAct: z.boolean(),
  ofTheDecision: z.boolean(),
  applies: z.boolean(),
  /** an older statute measured by a newer interpretation: no time had both, and yet they apply together */
  joined: z.boolean(),
});
export type VersionColumn = z.infer<typeof VersionColumn>;
export const VersionComparison = z.object({
  offence: z.string(),
  title: Words,
  band: Band,
  because: Words,
  noCrimeThen: z.boolean(),
  columns: z.array(VersionColumn),
});
export type VersionComparison = z.infer<typeof VersionComparison>;

/** 条文 one rule of a provision file. */
export const LibraryEntry = z.object({
  id: z.string(),
  cite: z.string(),
  meaning: Words,
  band: Band.nullable(),
  inForce: InForce.nullable(),
  unconfirmed: z.boolean(),
  /** where it is a local standard of the office's own provisions */
  local: LocalSource.nullable(),
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;
export const LibraryLaw = z.object({
  id: z.string(),
  title: Words,
  articles: z.array(z.object({ id: z.string(), title: Words.nullable(), entries: z.array(LibraryEntry) })),
});
export type LibraryLaw = z.infer<typeof LibraryLaw>;
/** 沿革 how the law of an offence changed: what each new version brought and took away. */
export const LawChange = InForce.extend({
  id: z.string(),
  kind: z.enum(["statute", "interpretation"]),
  title: Words,
  added: z.array(Words),
  removed: z.array(Words),
});
export type LawChange = z.infer<typeof LawChange>;
export const Library = z.object({
  laws: z.array(LibraryLaw),
  offences: z.array(z.object({ offence: z.string(), title: Words, changes: z.array(LawChange) })),
});
export type Library = z.infer<typeof Library>;

export const PeriodRules = z.object({
  rules: z.array(PeriodRule),
  years: z.array(z.object({ year: z.number().int(), announced: z.boolean() })),
});
export const PeriodsRequest = z.object({ language: Language, requests: z.array(PeriodRequest).min(1).max(12) });
export const DayNature = z.enum(["rest", "work", "expected-rest", "expected-work", "unknown"]);
/** A computed period with the nature of its days, for a picture of them; of a long one only the first and the last. */
export const ComputedPeriod = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    request: PeriodRequest,
    answer: PeriodAnswer,
    days: z.array(z.object({ day: z.iso.date(), nature: DayNature })),
  }),
  z.object({ ok: z.literal(false), request: PeriodRequest, argument: z.string(), expected: Words, found: z.string() }),
]);
export type ComputedPeriod = z.infer<typeof ComputedPeriod>;
export const ComputedPeriods = z.object({ periods: z.array(ComputedPeriod) });

export const JurisdictionRequest = z.object({ language: Language, facts: JurisdictionFacts });
