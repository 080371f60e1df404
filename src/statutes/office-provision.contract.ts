import { z } from "zod";
import { OffenceLimb } from "#statutes/offence.contract.ts";

/** Shapes of the files an office adds to the provisions of the engine: local amounts and limbs of its place, with who issued them. */
const Sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens");

export const OfficeFile = z
  .strictObject({
    id,
    offence: z.string(),
    region: Sentence,
    issuer: Sentence,
    cite: z.string().min(1),
    inForce: z
      .strictObject({ from: z.iso.date(), until: z.iso.date().nullable() })
      .refine(({ from, until }) => until === null || from <= until, { path: ["until"], message: "expected a day not before `from`" }),
    /** amounts in yuan that fix a national range, by the name the range has in the provision files (266-large) */
    standards: z.array(z.strictObject({ standard: id, amount: z.number().positive() })).default([]),
    /** limbs of the same shape as in a provision file: one with the id of a national limb takes its place, another is added */
    limbs: z.array(OffenceLimb).default([]),
  })
  .refine(({ standards, limbs }) => standards.length + limbs.length > 0, { message: "expected standards or limbs" });
/** 地方规定 what one file of an office fixes for one offence. */
export type OfficeProvision = z.infer<typeof OfficeFile>;
