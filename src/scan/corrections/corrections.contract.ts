import { z } from "zod";
import { KIND_NAMES, KINDS, LOOKALIKES } from "#scan/kinds.ts";

const Reason = z.string({ error: "理由 / a reason" }).trim().min(1, { error: "理由 / a reason" }).max(1000);
const KindName = z.string().refine((word) => Object.hasOwn(KINDS, word), { error: "信息种类 / a kind" });
const Meaning = z.string().refine((word) => Object.hasOwn(KINDS, word) || Object.hasOwn(LOOKALIKES, word), { error: "信息种类 / a kind" });

/** 组合 what stands in the tier table beside the single kinds. */
export const TierSet = z.enum(["identity-set", "identity-without-photograph", "card-with-secret", "payment-account"]);
export type TierSet = z.infer<typeof TierSet>;

/** 去重键 what records are held to be the same by: `auto`, `row`, a kind, or a name with a second kind. */
export const PAIR_KEYS = ["name+address", "name+mobile"] as const;
export const CountKey = z
  .string()
  .refine((key) => key === "auto" || key === "row" || Object.hasOwn(KINDS, key) || PAIR_KEYS.some((pair) => pair === key), {
    error: `auto, row, ${PAIR_KEYS.join(", ")}, ${KIND_NAMES.join(", ")}`,
  });

/** All tables of a shape, or those of one source. */
const TABLE = {
  shape: z
    .string()
    .regex(/^s[0-9a-f]{16}$/)
    .nullable()
    .default(null),
  source: z.string().min(1).nullable().default(null),
};
const EITHER = { error: "shape 与 source 二者之一 / either shape or source", path: ["shape"] };

const REASONED = {
  reason: Reason,
  cite: z.string().max(400).nullable().default(null),
  by: z.string().max(120).optional(),
  at: z.iso.datetime().optional(),
};

/**
 * 更正 what a person decided otherwise than the program, with the reason (and the article, where there is one); `by` and `at` name who and
 * when.
 * - `column`: what a column holds (`kind` null: nothing of a kind), for all tables of a `shape` or for one `source` (its path); the column
 *   by its name as reported, or by its place from 1.
 * - `header`: whether the first row of these tables names the columns, or is a record itself.
 * - `tier`: the tier of a kind or of a set of kinds. - `item`, `key`: the item definition and the key of the whole count.
 */
export const Correction = z.discriminatedUnion("type", [
  z
    .object({ type: z.literal("header"), ...TABLE, header: z.boolean(), ...REASONED })
    .refine(({ shape, source }) => (shape === null) !== (source === null), EITHER),
  z
    .object({
      type: z.literal("column"),
      ...TABLE,
      column: z.union([z.string().min(1), z.int().min(1)], { error: "列名或序号 / the name or the place of a column" }),
      kind: Meaning.nullable(),
      ...REASONED,
    })
    .refine(({ shape, source }) => (shape === null) !== (source === null), EITHER),
  z.object({
    type: z.literal("tier"),
    of: z.union([TierSet, KindName], { error: `信息种类或组合 / a kind, or one of ${TierSet.options.join(", ")}` }),
    tier: z.enum(["A", "B", "C"]),
    ...REASONED,
  }),
  z.object({ type: z.literal("item"), item: z.enum(["record", "person"]), ...REASONED }),
  z.object({ type: z.literal("key"), key: CountKey, ...REASONED }),
]);
export type Correction = z.infer<typeof Correction>;

/** The document of `--corrections FILE`. The order is the order of their numbers, from 1; of two for the same thing the later one holds. */
export const Corrections = z.object({ corrections: z.array(Correction).max(10_000) });
export type Corrections = z.infer<typeof Corrections>;
