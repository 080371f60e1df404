import { z } from "zod";
import { Done, Fen, Line, Reason } from "#remedies/record.contract.ts";

/** 认罪认罚 the record of one suspect. Three-valued facts: null is unknown, never no. */
export const LeniencyContent = z.object({
  /** a suspect of the case */
  partyId: z.uuid(),
  /** under 18 at the time of the act */
  minor: z.boolean().nullable(),
  /** of article 10 of 法释〔2017〕10号 */
  especiallySerious: z.boolean().nullable(),
  firstOffence: z.boolean().nullable(),
  allGainsReturned: z.boolean().nullable(),
  repentance: z.boolean().nullable(),
  /** 赔偿款 the compensation record of this case whose progress stands beside */
  compensationId: z.uuid().nullable(),
});
export type LeniencyContent = z.infer<typeof LeniencyContent>;

export const Hearer = z.enum(["suspect", "defender", "duty-lawyer", "representative", "victim", "victim-agent"]);
/** 第一百七十三条 the four matters on which views are heard. */
const HeardViews = z.object({
  law: z.string().trim().max(400),
  leniency: z.string().trim().max(400),
  procedure: z.string().trim().max(400),
  other: z.string().trim().max(400),
});

export const MainPenalty = z.enum(["public-surveillance", "criminal-detention", "fixed-term", "fine-only", "exempt"]);
export const LeniencyProposal = z.object({
  main: MainPenalty,
  /** definite: both the same; a range says why. Null where the main penalty has no term. */
  fromMonths: z.number().int().min(1).max(300).nullable(),
  toMonths: z.number().int().min(1).max(300).nullable(),
  rangeReason: Reason.nullable(),
  fine: Fen.nullable(),
  accessory: z.string().trim().max(200),
  probation: z.boolean().nullable(),
});
export type LeniencyProposal = z.infer<typeof LeniencyProposal>;

/** 无须签署具结书 */
export const Exemption = z.enum(["blind-deaf-mute", "partly-incapable", "minor-objection", "other"]);
export const LeniencyAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("revise"), content: LeniencyContent, reason: Reason }),
  z.object({ type: z.literal("hear"), who: Hearer, name: Line, on: z.iso.date(), views: HeardViews, document: Line }),
  z.object({ type: z.literal("find-voluntary"), voluntary: z.boolean().nullable(), how: Reason }),
  z.object({ type: z.literal("propose"), proposal: LeniencyProposal }),
  z.object({
    type: z.literal("sign"),
    on: z.iso.date(),
    document: Line,
    /** who was present */
    counsel: z.object({ kind: z.enum(["defender", "duty-lawyer"]), name: Line }).nullable(),
    representative: Line.nullable(),
  }),
  z.object({ type: z.literal("exempt"), ground: Exemption, document: Line, reason: Reason }),
  z.object({
    type: z.literal("regret"),
    on: z.iso.date(),
    after: z.enum(["statement", "non-prosecution"]),
    reason: Reason,
    document: Line,
  }),
]);
export type LeniencyAction = z.infer<typeof LeniencyAction>;
export const LeniencyEvent = z.union([z.object({ type: z.literal("begin"), content: LeniencyContent }), LeniencyAction]);
export type LeniencyEvent = z.infer<typeof LeniencyEvent>;

export const LeniencyState = z.object({
  content: LeniencyContent,
  status: z.enum(["open", "signed", "exempt", "regretted"]),
  heard: z.array(Done.extend({ who: Hearer, name: z.string(), on: z.iso.date(), views: HeardViews, document: z.string() })),
  /** heard: the suspect, counsel, the victim's side; null: there may be none, nobody was heard */
  heardSides: z.object({ suspect: z.boolean(), counsel: z.boolean(), victim: z.boolean() }),
  voluntary: Done.extend({ voluntary: z.boolean().nullable(), how: z.string() }).nullable(),
  proposal: Done.extend({ proposal: LeniencyProposal }).nullable(),
  signed: Done.extend({
    on: z.iso.date(),
    document: z.string(),
    counsel: z.object({ kind: z.enum(["defender", "duty-lawyer"]), name: z.string() }),
    representative: z.string().nullable(),
  }).nullable(),
  exempted: Done.extend({ ground: Exemption, document: z.string(), reason: z.string() }).nullable(),
  regret: Done.extend({
    on: z.iso.date(),
    after: z.enum(["statement", "non-prosecution"]),
    reason: z.string(),
    document: z.string(),
  }).nullable(),
  /** 情节轻微 of article 10: may it be treated as minor? null: unknown */
  minorCircumstances: z.boolean().nullable(),
});
export type LeniencyState = z.infer<typeof LeniencyState>;
