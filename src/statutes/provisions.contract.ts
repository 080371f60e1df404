import { z } from "zod";
import type { Offence } from "#statutes/offence.contract.ts";
import { Band, Consequence, Tier } from "#statutes/statutes.contract.ts";

/** Shapes of the provision files: numbers, days of force, citation and meaning are data; the engine only knows the kinds of test. */
const Sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const InForce = z.strictObject({ from: z.iso.date(), until: z.iso.date().nullable() });
const limbId = z.string().regex(/^\d+-\d+-\d+$/, "an id such as 5-1-3");
const threshold = z.number().int().positive();

export const LimbTest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("track-used-for-crime") }),
  z.strictObject({ kind: z.literal("knew-recipient-commits-crimes") }),
  z.strictObject({ kind: z.literal("tier-count"), tier: Tier, atLeast: threshold }),
  z.strictObject({
    kind: z.literal("proportional-total"),
    unlessMet: z.array(limbId),
    weights: z.strictObject({ A: threshold, B: threshold, C: threshold }),
    atLeast: threshold,
  }),
  z.strictObject({ kind: z.literal("gains"), atLeast: threshold }),
  z.strictObject({ kind: z.literal("profit"), atLeast: threshold }),
  z.strictObject({ kind: z.literal("insider-share"), of: z.array(limbId).min(1), divisor: threshold }),
  z.strictObject({ kind: z.literal("multiple"), of: z.array(limbId).min(1), times: threshold }),
  z.strictObject({ kind: z.literal("prior-record"), administrativeWithinYears: threshold }),
  z.strictObject({ kind: z.literal("consequence"), anyOf: z.array(Consequence).min(1) }),
  z.strictObject({ kind: z.literal("other"), fact: z.enum(["otherSeriousCircumstances", "otherEspeciallySeriousCircumstances"]) }),
]);
export type LimbTest = z.infer<typeof LimbTest>;

export const Limb = z.strictObject({
  id: limbId,
  cite: z.string().min(1),
  band: Band.exclude(["none"]),
  test: LimbTest,
  meaning: Sentence,
});
export type Limb = z.infer<typeof Limb>;

export const Instrument = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: Sentence,
  inForce: InForce,
  articles: z.array(z.string().regex(/^article-\d+\.yaml$/)),
});
export const Article5 = z.strictObject({ article: z.literal(5), inForce: InForce, limbs: z.array(Limb).min(1) });
export const Article6 = z.strictObject({
  article: z.literal(6),
  inForce: InForce,
  tiers: z.array(Tier).min(1),
  splitUnconfirmed: z.boolean(),
  cite: z.string(),
  meaning: Sentence,
  limbs: z.array(Limb).min(1),
});
export const Article7 = z.strictObject({
  article: z.literal(7),
  inForce: InForce,
  cite: z.string(),
  sameThresholds: z.literal(true),
  meaning: Sentence,
});
export const Article10 = z.strictObject({
  article: z.literal(10),
  inForce: InForce,
  cite: z.string(),
  notAbove: Band,
  conditions: z.array(z.enum(["firstOffender", "gainsReturned", "repents"])).min(1),
  meaning: Sentence,
});
export const Article11 = z.strictObject({
  article: z.literal(11),
  inForce: InForce,
  cite: z.string(),
  obtainedThenProvided: z.strictObject({ cite: z.string() }),
  perRecipient: z.strictObject({ cite: z.string(), countedTimes: threshold }),
  publication: z.strictObject({ cite: z.string(), countedTimes: threshold, unconfirmed: z.boolean() }),
  meaning: Sentence,
});
export const Article12 = z.strictObject({
  article: z.literal(12),
  inForce: InForce,
  cite: z.string(),
  fine: z.strictObject({ fromTimesGains: threshold, toTimesGains: threshold }),
  meaning: Sentence,
});

/** 司法解释 one version of the interpretation with all its articles. */
export type Interpretation = z.infer<typeof Instrument> & {
  readonly article5: z.infer<typeof Article5>;
  readonly article6: z.infer<typeof Article6>;
  readonly article7: z.infer<typeof Article7>;
  readonly article10: z.infer<typeof Article10>;
  readonly article11: z.infer<typeof Article11>;
  readonly article12: z.infer<typeof Article12>;
};

const StatuteVersion = z.strictObject({
  id: z.string(),
  cite: z.string(),
  inForce: InForce,
  charges: z.array(Sentence.extend({ conducts: z.array(z.enum(["obtain", "sell", "provide", "publish"])).min(1) })).min(1),
  heavierForInsiders: z.boolean(),
  bands: z.array(
    z.strictObject({
      band: Band.exclude(["none"]),
      imprisonment: z.strictObject({ minYears: threshold.optional(), maxYears: threshold }),
      detentionOrFineAloneToo: z.boolean(),
    }),
  ),
  meaning: Sentence,
});
export type StatuteVersion = z.infer<typeof StatuteVersion>;
export const Statute = z.strictObject({ law: z.string(), article: z.string(), versions: z.array(StatuteVersion).min(1) });

/** Everything the engine needs, oldest version first. */
export type Provisions = {
  readonly statute: z.infer<typeof Statute>;
  readonly interpretations: readonly Interpretation[];
  /** the other offences by their name in the facts */
  readonly offences: ReadonlyMap<string, Offence>;
};
