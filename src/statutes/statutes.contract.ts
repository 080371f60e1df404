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

/** 一批信息 one set of items of one tier and what was done with it. No conducts (`[]`) means that nothing was done with it; `null` that it is unknown. */
export const ItemSet = z.object({
  id: z.string().max(80),
  tier: known(Tier),
  items: known(quantity),
  conducts: known(z.array(Conduct).max(1000)),
});
export type ItemSet = z.infer<typeof ItemSet>;

export const Consequence = z.enum(["death", "serious-injury", "mental-derangement", "kidnapping", "major-loss", "vile-impact"]);

export const InfringingFacts = z.object({
  offence: z.literal("infringing-personal-information"),
  accused: known(z.enum(["natural-person", "unit"])),
  actDate: known(day),
  decisionDate: known(day),
  sets: known(z.array(ItemSet).max(1000)),
  /** 违法所得 all that came in, in yuan */
  gains: known(money),
  /** the part of `gains` from what was obtained in duty or service; not given = all of it is measured */
  insiderGains: known(money),
  /** 获利 net profit of a lawful business (article 6), in yuan */
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
  /** 其他情节严重 / 其他情节特别严重: a prosecutor's judgement, not a fact: only `true` asserts it, not given is not "unknown" */
  otherSeriousCircumstances: known(z.boolean()),
  otherEspeciallySeriousCircumstances: known(z.boolean()),
});
export type InfringingFacts = z.infer<typeof InfringingFacts>;

export const Band = z.enum(["none", "serious", "especially-serious"]);
export type Band = z.infer<typeof Band>;
export const GroundOutcome = z.enum(["met", "not-met", "unknown"]);

const Sentence = z.object({ zh: z.string(), en: z.string() });

/** One of several tests that a limb offers as alternatives. */
export const GroundTest = z.object({
  measure: z.enum(["tier-A", "tier-B", "tier-C", "weighted", "insider-weighted", "gains", "insider-gains"]),
  outcome: GroundOutcome,
  have: z.string(),
  need: z.string(),
});
export type GroundTest = z.infer<typeof GroundTest>;

/** 地方标准 an office's own provision, by its place, who issued it and where it stands. */
export const LocalSource = z.object({ id: z.string(), region: Sentence, issuer: Sentence, cite: z.string() });

/** 一项理由 one limb of an article held against the facts. */
export const Ground = z.object({
  provision: z.string(),
  /** stable id of the limb, such as `5-1-3` */
  limb: z.string(),
  band: Band,
  outcome: GroundOutcome,
  /** what the facts say: a number, a range (`30–60`, `≥ 30`) where something is unknown, or 是/否/未知 */
  have: z.string(),
  need: z.string(),
  /** ids of the sets it rests on */
  because: z.array(z.string()),
  meaning: Sentence,
  /** the source has not been seen in full: a person must verify it */
  unconfirmed: z.literal(true).optional(),
  /** the number is a local standard of an office's own provisions, not of the whole country */
  local: LocalSource.optional(),
  /** the alternatives of a limb that has several; `have` and `need` are those of the nearest one */
  tests: z.array(GroundTest).optional(),
});
export type Ground = z.infer<typeof Ground>;

/** 备注 something a person must know to read the answer, with the rule it rests on. */
export const Remark = Sentence.extend({ id: z.string(), cite: z.string() });
export type Remark = z.infer<typeof Remark>;

export const Assessment = z.object({
  band: Band,
  /** the highest band that the unknown facts could still bring; absent when they cannot raise it */
  bandAtMost: Band.optional(),
  /** counted under article 11, known items only; `underArticle6` of C are bought for lawful business and measured by profit, not by number */
  counts: z.object({
    A: z.number(),
    B: z.number(),
    C: z.number(),
    weighted: z.number(),
    insiderWeighted: z.number(),
    underArticle6: z.number().optional(),
  }),
  grounds: z.array(Ground),
  /** fields that are unknown and leave a limb of article 5 or 6, or the choice of the law, undecided */
  missing: z.array(z.string()),
  version: z.object({ id: z.string(), inForceFrom: day, chosenBecause: z.string(), because: Sentence.optional() }),
  consequence: z
    .object({
      imprisonment: z.object({ minYears: z.number().optional(), maxYears: z.number() }),
      fine: z.object({ from: z.number().nullable(), to: z.number().nullable() }),
    })
    .nullable(),
  notes: z.array(z.string()),
  /** the notes in both languages with their citation */
  remarks: z.array(Remark).optional(),
  /** the statute under which the consequence stands; `heavierWithinBand` 从重处罚 when sold or provided out of duty or service */
  penalty: z
    .object({ provision: z.string(), charge: Sentence, heavierWithinBand: GroundOutcome, detentionOrFineAloneToo: z.boolean() })
    .nullable()
    .optional(),
  /** 第十条 may be treated as minor: only asked when the band is serious */
  leniency: z
    .object({ provision: z.string(), outcome: GroundOutcome, missing: z.array(z.string()), meaning: Sentence })
    .nullable()
    .optional(),
});
export type Assessment = z.infer<typeof Assessment>;

/** 一项要件 an element held against the facts. */
export const ElementGround = z.object({
  provision: z.string(),
  element: z.string(),
  outcome: GroundOutcome,
  have: z.string(),
  need: z.string(),
  meaning: Sentence,
  unconfirmed: z.literal(true).optional(),
  /** the number is a local standard of an office's own provisions, not of the whole country */
  local: LocalSource.optional(),
});
export type ElementGround = z.infer<typeof ElementGround>;

/** The answer for an offence other than 253-1: the elements that must all be there, and the limbs that make it serious. */
export const OffenceAssessment = Assessment.pick({
  band: true,
  bandAtMost: true,
  grounds: true,
  missing: true,
  version: true,
  consequence: true,
  notes: true,
}).extend({
  offence: z.string(),
  /** whether all elements are there, whatever the circumstances */
  established: GroundOutcome,
  elements: z.array(ElementGround),
  charge: z.object({ provision: z.string(), zh: z.string(), en: z.string() }),
  remarks: z.array(Remark),
  /** 246: whether it is prosecuted without a complaint */
  publicProsecution: z.object({ outcome: GroundOutcome, grounds: z.array(ElementGround), missing: z.array(z.string()) }).optional(),
});
export type OffenceAssessment = z.infer<typeof OffenceAssessment>;
