import { z } from "zod";

/** What the facts of all offences are made of. `null` or a missing field is unknown, never "no". */
export const known = <T extends z.ZodType>(type: T) => type.nullable().optional();
export const flag = known(z.boolean());
/** yuan, with fen */
export const amount = known(z.number().min(0));
/** things counted: half an item is a wrong request, never rounded */
export const number = known(z.number().int().min(0));
export const day = known(z.iso.date());
export const everyOffence = {
  accused: known(z.enum(["natural-person", "unit"])),
  actDate: day,
  decisionDate: day,
  /** a prosecutor's judgement; where nobody judged yet it is unknown like every other fact */
  otherSeriousCircumstances: flag,
};
