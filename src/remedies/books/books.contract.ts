import { z } from "zod";
import { ConsequenceKind, PotName } from "#remedies/damages/damages.contract.ts";

/** Shapes of `books/*.yaml`: what the law says of remedies is data. `unconfirmed` where its source was not seen in full. */
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Rule = z.strictObject({
  id: z.string(),
  name: Words,
  meaning: Words,
  cite: z.string().min(1),
  unconfirmed: z.boolean().default(false),
});

/** 替代性修复 one way to repair the public interest and what proves that it was done. */
export const AlternativeRule = Rule.extend({
  proofs: z.array(z.strictObject({ id: z.string(), name: Words, required: z.boolean() })).min(1),
  /** deletion: accepted only with a day for looking again */
  spotCheck: z.boolean(),
});
export type AlternativeRule = z.infer<typeof AlternativeRule>;

/** 同一笔钱 and what may be chosen where it is taken twice. `reduces`: the choice takes the overlap off the claim; `needsClaim`: only where the claim is one of the titles. */
export const PotRule = Rule.extend({
  id: PotName,
  takes: z.array(ConsequenceKind).min(1),
  options: z.array(z.strictObject({ id: z.string(), name: Words, reduces: z.boolean(), needsClaim: z.boolean() })).min(2),
});
export type PotRule = z.infer<typeof PotRule>;

/** 罚款、罚金幅度 by gains (fen): the first band whose `below` is not reached; the last has none. */
export const PenaltyRule = Rule.extend({
  kind: ConsequenceKind,
  bands: z.array(
    z.strictObject({
      below: z.number().int().positive().nullable(),
      lowTimes: z.number().int().positive().nullable(),
      highTimes: z.number().int().positive().nullable(),
      maximum: z.number().int().positive().nullable(),
    }),
  ),
});
export type PenaltyRule = z.infer<typeof PenaltyRule>;

export const NoticeRule = Rule.extend({ fen: z.number().int().positive().nullable().default(null) });
export type NoticeRule = z.infer<typeof NoticeRule>;
export const RemedyBooks = z.strictObject({
  alternatives: z.array(AlternativeRule),
  pots: z.array(PotRule),
  penalties: z.array(PenaltyRule),
  factors: z.array(Rule),
  notices: z.array(NoticeRule),
  custodians: z.array(Rule),
  leniency: z.array(Rule),
  compliance: z.array(Rule),
});
export type RemedyBooks = z.infer<typeof RemedyBooks>;
