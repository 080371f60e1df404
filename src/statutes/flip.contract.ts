import { z } from "zod";
import { Band } from "#statutes/statutes.contract.ts";

/** 临界点 where the band changes as one fact moves and all others stay: what must be proved, and what does not matter. */
export const Flip = z.object({
  /** path of the fact, such as `sets.s1.items` or `gains` */
  fact: z.string(),
  /** the fact as it is told; null where it is unknown */
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  /** the nearest value at which the band is another one; null where no value of this fact changes it */
  changesAt: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  direction: z.enum(["down", "up", "choice"]),
  to: Band.nullable(),
  /** (changesAt − value) / value: the share of the number that is not needed, or that is still missing; null without a number */
  margin: z.number().nullable(),
});
export type Flip = z.infer<typeof Flip>;

export const FlipAnswer = z.object({ band: Band, bandAtMost: Band.optional(), flips: z.array(Flip) });
export type FlipAnswer = z.infer<typeof FlipAnswer>;
