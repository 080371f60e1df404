import { z } from "zod";
import { Tier } from "#statutes/statutes.contract.ts";

const Place = z.string().trim().min(1).max(60);

/** 出处 where one fact of an assessment comes from. */
export const FactSource = z.discriminatedUnion("kind", [
  /** distinct items of a tier in a finished count: the cell of its ledger */
  z.object({ kind: z.literal("count"), countId: z.uuid(), tier: Tier }),
  /** a set of a recorded table of deliveries */
  z.object({ kind: z.literal("deliveries"), deliveryTableId: z.uuid(), set: z.string().max(80) }),
  /** a kept calculation of gains */
  z.object({ kind: z.literal("gains"), calculationId: z.uuid() }),
  /** a piece of evidence; where in it, as a person typed it: one of the four at least */
  z
    .object({
      kind: z.literal("evidence"),
      evidenceId: z.uuid(),
      page: Place.optional(),
      paragraph: Place.optional(),
      sheet: Place.optional(),
      row: Place.optional(),
    })
    .refine(({ page, paragraph, sheet, row }) => [page, paragraph, sheet, row].some((one) => one !== undefined), {
      error: "页、段、表或者行 / a page, paragraph, sheet or row",
    }),
  /** a fact of a case document that a person confirmed, with its sentence (masked) as it stood then */
  z.object({
    kind: z.literal("document"),
    caseDocumentId: z.uuid(),
    factKey: z.string().min(1).max(300),
    name: z.string().max(400),
    at: z.number().int().min(0),
    /** the number the fact is, null where it is none: an assessment's number that is changed loses this source */
    number: z.number().nullable(),
    sentence: z.string().max(1200),
    /** the assessment's fact it was named for, where that is one word, number or answer: changed, the fact loses this source */
    value: z.string().max(200).optional(),
  }),
  /** said by the drafter, with a note; no record stands behind it */
  z.object({ kind: z.literal("stated"), note: z.string().trim().min(1).max(400) }),
]);
export type FactSource = z.infer<typeof FactSource>;

/** By the path of the fact: `gains`, `sets[count-A].items`. A known fact that is not named has no source. */
export const FactSources = z
  .record(z.string().max(120), FactSource)
  .refine((sources) => Object.keys(sources).length <= 4000, { error: "≤ 4000" });
export type FactSources = z.infer<typeof FactSources>;

/** `sourced`: a record or a piece of evidence stands behind it; `stated`: only somebody's word; `no-source`: known, nobody said from where. */
export const FactState = z.enum(["sourced", "stated", "no-source", "unknown"]);
export type FactState = z.infer<typeof FactState>;

/** How many facts rest on what: numbers, no score. */
export const SourceTally = z.object({
  sourced: z.number().int(),
  stated: z.number().int(),
  withoutSource: z.number().int(),
  unknown: z.number().int(),
});
export type SourceTally = z.infer<typeof SourceTally>;
