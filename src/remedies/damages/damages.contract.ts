import { z } from "zod";
import { FactSource } from "#assessments/fact-sources.contract.ts";
import { Done, Fen, Line, Money, PartId, Reason, Words } from "#remedies/record.contract.ts";

/** 损失、获益、合理开支 what an amount of the claim is. Reasonable costs stand beside the measure. */
export const ComponentKind = z.enum(["loss", "gain", "cost"]);
export type ComponentKind = z.infer<typeof ComponentKind>;
/** 计算依据 PIPL 69: the loss or the gain; where both are hard to fix, the circumstances. Never two of them added. */
export const DamagesBasis = z.enum(["loss", "gain", "discretionary"]);
export type DamagesBasis = z.infer<typeof DamagesBasis>;
/** 其他后果 what else takes money for the same act. */
export const ConsequenceKind = z.enum(["fine", "confiscation", "restitution", "administrative-fine", "administrative-confiscation"]);
export type ConsequenceKind = z.infer<typeof ConsequenceKind>;
export const ConsequenceState = z.enum(["expected", "decided", "executed"]);

/** One amount of the claim. `amount` null: unknown. A known amount without a source is shown as such and blocks the decision. */
export const DamagesComponent = z.object({
  id: PartId,
  kind: ComponentKind,
  label: Line,
  amount: Fen.nullable(),
  source: FactSource.nullable(),
});
export type DamagesComponent = z.infer<typeof DamagesComponent>;

/** 酌定因素 a circumstance, as words and where it fits as a number (persons, items, days); never as money. */
export const DamagesFactor = z.object({
  id: PartId,
  factor: z.string().max(40),
  finding: Line,
  number: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
  source: FactSource.nullable(),
});
export type DamagesFactor = z.infer<typeof DamagesFactor>;

export const Consequence = z.object({
  id: PartId,
  kind: ConsequenceKind,
  label: Line,
  amount: Fen.nullable(),
  state: ConsequenceState,
  source: FactSource.nullable(),
});
export type Consequence = z.infer<typeof Consequence>;

export const DamagesContent = z
  .object({
    title: Line,
    /** null: nobody chose yet */
    basis: DamagesBasis.nullable(),
    components: z.array(DamagesComponent).max(60),
    discretionary: z.object({ amount: Fen.nullable(), source: FactSource.nullable(), factors: z.array(DamagesFactor).max(30) }),
    consequences: z.array(Consequence).max(30),
    /** 探索事项 words only: the shape has no place for a punitive amount */
    punitiveNote: z.string().trim().max(800).nullable(),
  })
  .refine(
    ({ components, discretionary, consequences }) => {
      const ids = [...components, ...discretionary.factors, ...consequences].map(({ id }) => id);
      return new Set(ids).size === ids.length;
    },
    { error: "编号不得重复 / ids must differ" },
  );
export type DamagesContent = z.infer<typeof DamagesContent>;

/** 同一笔钱 the same money that several titles reach for. */
export const PotName = z.enum(["gains", "loss", "penalty"]);
export type PotName = z.infer<typeof PotName>;

export const DamagesAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("revise"), content: DamagesContent, reason: Reason }),
  /** the reasoned choice about one overlap */
  z.object({ type: z.literal("choose"), pot: PotName, option: z.string().max(40), reason: Reason }),
  z.object({ type: z.literal("decide"), reason: Reason }),
  z.object({ type: z.literal("reopen"), reason: Reason }),
]);
export type DamagesAction = z.infer<typeof DamagesAction>;
export const DamagesEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("begin"), content: DamagesContent }),
  z.object({ type: z.literal("revise"), content: DamagesContent, reason: Reason }),
  z.object({ type: z.literal("choose"), pot: PotName, option: z.string(), overlap: Money, reason: Reason }),
  z.object({ type: z.literal("decide"), reason: Reason }),
  z.object({ type: z.literal("reopen"), reason: Reason }),
]);
export type DamagesEvent = z.infer<typeof DamagesEvent>;

/** `total` null: something is missing, or nothing was entered where nothing is no answer. */
export const Sum = z.object({ known: Money, missing: z.number().int(), total: Money.nullable() });
export type Sum = z.infer<typeof Sum>;

export const OverlapChoice = Done.extend({ option: z.string(), reason: z.string(), overlap: Money });
export type OverlapChoice = z.infer<typeof OverlapChoice>;
export const Pot = z.object({
  pot: PotName,
  /** how much there is of it once; null: unknown */
  size: Money.nullable(),
  titles: z.array(z.object({ id: z.string(), label: Words, kind: z.string(), amount: Money.nullable() })),
  /** taken more than once; null: unknown */
  overlap: Money.nullable(),
  /** an overlap that nobody decided, or decided at another amount */
  open: z.boolean(),
  choice: OverlapChoice.nullable(),
  stale: z.boolean(),
  options: z.array(z.string()),
});
export type Pot = z.infer<typeof Pot>;

export const PenaltyRange = z.object({ id: z.string(), low: Money.nullable(), high: Money.nullable() });
export const Notice = Words.extend({ cite: z.string(), unconfirmed: z.boolean(), tone: z.enum(["info", "warn"]) });
export type Notice = z.infer<typeof Notice>;

/** 合成结果 */
export const DamagesAnswer = z.object({
  measures: z.object({ loss: Sum, gain: Sum, cost: Sum, discretionary: Sum }),
  /** measure by the basis and costs; `gross` both */
  claim: z.object({ measure: Money.nullable(), costs: Money.nullable(), gross: Money.nullable() }),
  pots: z.array(Pot),
  /** what is left of the claim: between these two until every overlap is decided */
  net: z.object({ low: Money.nullable(), high: Money.nullable(), settled: z.boolean() }),
  /** suggestions from the gains; null where the law gives no bound or the gains are unknown */
  ranges: z.array(PenaltyRange),
  /** known amounts and factors that name no source */
  unsourced: z.number().int(),
  notices: z.array(Notice),
  finding: Words,
});
export type DamagesAnswer = z.infer<typeof DamagesAnswer>;

export const DamagesState = z.object({
  content: DamagesContent,
  decided: Done.extend({ reason: z.string() }).nullable(),
  answer: DamagesAnswer,
});
export type DamagesState = z.infer<typeof DamagesState>;
