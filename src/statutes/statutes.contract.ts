import { z } from "zod";

/** Facts and answers of `tandem assess` (the command line's contract, section 2). `null` or a missing field is unknown, never "no". */
const known = <T extends z.ZodType>(type: T) => type.nullable().optional();
const day = z.iso.date();
const quantity = z.number().int().min(0);
const money = z.number().min(0);

export const Tier = z.enum(["A", "B", "C"]);
export type Tier = z.infer<typeof Tier>;

export const Conduct = z.object({
  kind: z.enum(["obtain", "sell", "provide", "publish"]),
  recipient: known(z.string().max(80)),
  insider: known(z.boolean()),
});
export type Conduct = z.infer<typeof Conduct>;

/** 一批信息 one set of items of one tier and what was done with it. */
export const ItemSet = z.object({ id: z.string().max(80), tier: known(Tier), items: known(quantity), conducts: z.array(Conduct).max(1000) });
export type ItemSet = z.infer<typeof ItemSet>;

export const Consequence = z.enum(["death", "serious-injury", "mental-derangement", "kidnapping", "major-loss", "vile-impact"]);

export const InfringingFacts = z.object({
  offence: z.literal("infringing-personal-information"),
  accused: known(z.enum(["natural-person", "unit"])),
  actDate: known(day),
  decisionDate: known(day),
  sets: z.array(ItemSet).max(1000),
  gains: known(money),
  profit: known(money),
  lawfulBusinessPurchase: known(z.boolean()),
  priorCriminalPunishment: known(z.boolean()),
  priorCriminalPunishmentDate: known(day),
  priorAdministrativePenalty: known(z.boolean()),
  priorAdministrativePenaltyDate: known(day),
  insiderIndustry: known(z.string().max(40)),
  firstOffender: known(z.boolean()),
  gainsReturned: known(z.boolean()),
  repents: known(z.boolean()),
  trackUsedForCrime: known(z.boolean()),
  knewRecipientCommitsCrimes: known(z.boolean()),
  consequences: z.array(Consequence).nullable().optional(),
});
export type InfringingFacts = z.infer<typeof InfringingFacts>;

export const Band = z.enum(["none", "serious", "especially-serious"]);
export type Band = z.infer<typeof Band>;
export const GroundOutcome = z.enum(["met", "not-met", "unknown"]);

/** 一项理由 one limb of an article held against the facts. */
export const Ground = z.object({
  provision: z.string(),
  /** stable id of the limb, such as `5-1-3` */
  limb: z.string(),
  band: Band,
  outcome: GroundOutcome,
  have: z.string(),
  need: z.string(),
  because: z.array(z.string()),
  meaning: z.object({ zh: z.string(), en: z.string() }),
});
export type Ground = z.infer<typeof Ground>;

export const Assessment = z.object({
  band: Band,
  bandAtMost: Band.optional(),
  counts: z.object({ A: z.number(), B: z.number(), C: z.number(), weighted: z.number(), insiderWeighted: z.number() }),
  grounds: z.array(Ground),
  missing: z.array(z.string()),
  version: z.object({ id: z.string(), inForceFrom: day, chosenBecause: z.string() }),
  consequence: z
    .object({
      imprisonment: z.object({ minYears: z.number().optional(), maxYears: z.number() }),
      fine: z.object({ from: z.number().nullable(), to: z.number().nullable() }),
    })
    .nullable(),
  notes: z.array(z.string()),
});
export type Assessment = z.infer<typeof Assessment>;
