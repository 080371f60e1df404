import { z } from "zod";
import type { OfficeProvision } from "#statutes/office-provision.contract.ts";
import { Band } from "#statutes/statutes.contract.ts";

/** Shapes of the provision files of offences that are held against facts by elements and limbs: all of their law is data. */
const Sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const InForce = z.strictObject({ from: z.iso.date(), until: z.iso.date().nullable() });
const fact = z.string().regex(/^[a-z][A-Za-z]*(\.[A-Za-z]+)*$/, "the path of a fact");
const threshold = z.number().positive();

/** A question to the facts, three-valued: what nobody told, a person's judgement too, is unknown. */
export type FactTest =
  | { readonly kind: "is"; readonly fact: string; readonly value?: boolean | string | undefined }
  | { readonly kind: "one-of"; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: "at-least"; readonly fact: string; readonly atLeast: number }
  | { readonly kind: "at-least-by"; readonly fact: string; readonly by: string; readonly atLeast: Readonly<Record<string, number>> }
  | { readonly kind: "sum"; readonly facts: readonly string[]; readonly atLeast: number }
  | { readonly kind: "weighted"; readonly weights: Readonly<Record<string, number>>; readonly atLeast: number }
  | { readonly kind: "includes"; readonly fact: string; readonly anyOf: readonly string[] }
  | LocalRangeTest
  | { readonly kind: "some"; readonly atLeast: number; readonly of: readonly FactTest[] }
  | { readonly kind: "all" | "any"; readonly of: readonly FactTest[] };

/**
 * 国家幅度内的地方标准 an amount that each place fixes within a national range: below the range not reached, from its upper end on reached, between
 * them open until an office's file fixes the standard. `percent` of the standard suffices where a rule halves it or takes 80 % of it.
 */
export type LocalRangeTest = {
  readonly kind: "local-range";
  readonly fact: string;
  readonly standard: string;
  readonly from: number;
  readonly to: number;
  readonly percent?: number | undefined;
  /** the fact that would close the range */
  readonly open?: string | undefined;
};

const LocalRange = z
  .strictObject({
    kind: z.literal("local-range"),
    fact,
    standard: z.string().regex(/^[a-z0-9-]+$/),
    from: threshold,
    to: threshold,
    percent: threshold.max(100).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "expected no less than the lower end of the range" });

export const FactTest: z.ZodType<FactTest> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("is"), fact, value: z.union([z.boolean(), z.string()]).optional() }),
    z.strictObject({ kind: z.literal("one-of"), fact, values: z.array(z.string()).min(1) }),
    z.strictObject({ kind: z.literal("at-least"), fact, atLeast: threshold }),
    z.strictObject({ kind: z.literal("at-least-by"), fact, by: fact, atLeast: z.record(z.string(), threshold) }),
    z.strictObject({ kind: z.literal("sum"), facts: z.array(fact).min(2), atLeast: threshold }),
    z.strictObject({ kind: z.literal("weighted"), weights: z.record(fact, threshold), atLeast: threshold }),
    z.strictObject({ kind: z.literal("includes"), fact, anyOf: z.array(z.string()).min(1) }),
    LocalRange,
    z.strictObject({ kind: z.literal("some"), atLeast: threshold.int(), of: z.array(FactTest).min(2) }),
    z.strictObject({ kind: z.enum(["all", "any"]), of: z.array(FactTest).min(1) }),
  ]),
);

/** 构成要件 what must be there whatever the amounts are. */
const Element = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  cite: z.string().min(1),
  test: FactTest,
  meaning: Sentence,
  unconfirmed: z.literal(true).optional(),
});
/** 地方标准的出处 where a rule, or the amount in it, comes from an office's own provisions. */
export type LocalMark = {
  readonly id: string;
  readonly region: z.infer<typeof Sentence>;
  readonly issuer: z.infer<typeof Sentence>;
  readonly cite: string;
};
export type Element = z.infer<typeof Element> & { readonly local?: LocalMark };
/** 一项情节 one limb that makes the circumstances serious or especially serious. */
export const OffenceLimb = Element.extend({ band: Band.exclude(["none"]) });
export type OffenceLimb = z.infer<typeof OffenceLimb> & { readonly local?: LocalMark };

const OffenceStatute = z.strictObject({
  id: z.string(),
  cite: z.string(),
  inForce: InForce,
  elements: z.array(Element).min(1),
  /** the penalty of the offence where no band is reached, if the article has one without any circumstance */
  basic: z.strictObject({ minYears: threshold.optional(), maxYears: threshold }).optional(),
  bands: z.array(
    z.strictObject({
      band: Band.exclude(["none"]),
      imprisonment: z.strictObject({ minYears: threshold.optional(), maxYears: threshold }),
      fine: z.strictObject({ fromTimesGains: threshold, toTimesGains: threshold }).optional(),
    }),
  ),
  meaning: Sentence,
});
export type OffenceStatute = z.infer<typeof OffenceStatute>;

/** An article of the Criminal Law with its versions, and the interpretations that measure it, by the files that hold their limbs. */
export const OffenceFile = z.strictObject({
  offence: z.string(),
  law: z.string(),
  article: z.string(),
  title: Sentence,
  /** an article so young that an act without a date may be older than it: then nothing is certain */
  undatedMayPrecede: z.literal(true).optional(),
  versions: z.array(OffenceStatute).min(1),
  interpretations: z
    .array(
      z.strictObject({
        id: z.string(),
        title: Sentence,
        inForce: InForce,
        /** no interpretation: the article itself, whose circumstances a person judges */
        articleAlone: z.literal(true).optional(),
        articles: z.array(z.string().endsWith(".yaml")).min(1),
        /** files of elements that this version of the interpretation measures: the amount from which the act is a crime at all */
        elements: z.array(z.string().endsWith(".yaml")).default([]),
      }),
    )
    .min(1),
  publicProsecution: z.string().endsWith(".yaml").optional(),
  remarks: z.array(z.strictObject({ id: z.string(), cite: z.string(), ...Sentence.shape })).default([]),
});

export const LimbFile = z.strictObject({ article: z.string(), inForce: InForce, limbs: z.array(OffenceLimb).min(1) });
export const ElementFile = z.strictObject({ article: z.string(), inForce: InForce, grounds: z.array(Element).min(1) });

export type OffenceInterpretation = {
  readonly id: string;
  readonly title: z.infer<typeof Sentence>;
  readonly inForce: z.infer<typeof InForce>;
  readonly articleAlone?: true | undefined;
  readonly elements: readonly Element[];
  readonly limbs: readonly OffenceLimb[];
};
/** 罪名 an offence with all its versions, oldest first. */
export type Offence = Omit<z.infer<typeof OffenceFile>, "interpretations" | "publicProsecution"> & {
  readonly interpretations: readonly OffenceInterpretation[];
  readonly publicProsecution: readonly Element[] | null;
  /** what an office adds or fixes, every version; empty in an installation without provisions of its own */
  readonly office: readonly OfficeProvision[];
};
