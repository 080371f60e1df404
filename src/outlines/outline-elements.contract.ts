import { z } from "zod";
import { TrackAnswer } from "#public-interest/public-interest.contract.ts";

/** 要件 shapes of `elements/*.yaml`: what must be proved on each track, and what to collect where it is not. */
export const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Words = z.infer<typeof Words>;
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id such as object-is-pi");

/** 双轨 the criminal track, and those of public-interest litigation that are proved by evidence of our own. */
export const OutlineTrack = z.enum(["criminal", "incidental", "civil", "administrative"]);
export type OutlineTrack = z.infer<typeof OutlineTrack>;
export const PilTrack = OutlineTrack.exclude(["criminal"]);
export type PilTrack = z.infer<typeof PilTrack>;
/** A track of the outline is one of the public-interest rules, or the crime. */
export const PIL_TRACKS: readonly PilTrack[] = PilTrack.options.filter((track) => TrackAnswer.shape.id.options.includes(track));

const guidance = { direction: Words, collect: Words, proves: Words };
export const CrimeElement = z.strictObject({
  id,
  /** alternatives: where one of them is proved the others are not needed for the offence */
  group: id.optional(),
  cite: z.string().min(1),
  unconfirmed: z.literal(true).optional(),
  meaning: Words,
  /** limbs of the assessment that stand or fall with it */
  limbs: z.array(z.string()),
  /** facts of the assessment whose absence keeps it open; any segment of a path such as `sets.1.items` */
  facts: z.array(z.string()),
  ...guidance,
});
export type CrimeElement = z.infer<typeof CrimeElement>;
export const CrimeElements = z.array(CrimeElement).min(1);

/** Of an element of the public-interest rules, by its id there; `pairs` are elements of the crime whose evidence often serves it too. */
export const PilGuidance = z.strictObject({ id, pairs: z.array(id), ...guidance });
export type PilGuidance = z.infer<typeof PilGuidance>;
export const PilElements = z.strictObject({
  elements: z.array(PilGuidance).min(1),
  leftOut: z.array(z.strictObject({ id, because: Words })),
});

/** 一项要件 as the outline holds it, of either side. */
export type OutlineElement = {
  readonly id: string;
  readonly group: string | null;
  readonly cite: string;
  readonly meaning: Words;
  readonly unconfirmed: boolean;
  readonly burden: "other-side" | null;
  readonly limbs: readonly string[];
  readonly facts: readonly string[];
  readonly direction: Words;
  readonly collect: Words;
  readonly proves: Words;
  /** elements of the crime whose evidence often serves it too */
  readonly pairs: readonly string[];
};
export type OutlineColumn = { readonly track: OutlineTrack; readonly name: Words; readonly elements: readonly OutlineElement[] };
/** Every track with its elements, in the order in which they are looked at. */
export type OutlineBooks = { readonly columns: readonly OutlineColumn[]; readonly leftOut: readonly { id: string; because: Words }[] };
