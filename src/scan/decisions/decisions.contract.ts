import { z } from "zod";

/**
 * 人工认定 what a person found of an item: `confirmed` true, `rejected` untrue, `anonymised` (identifies nobody and cannot be restored), or
 * `restored`: a record the machine excluded counts all the same (a card that fails Luhn, a known dummy).
 */
export const ItemDecision = z.enum(["confirmed", "rejected", "anonymised", "restored"]);
export type ItemDecision = z.infer<typeof ItemDecision>;

export const ItemPlace = z.object({ source: z.string(), row: z.int(), offset: z.int() });
export type ItemPlace = z.infer<typeof ItemPlace>;

/** The HMAC-SHA256 of an item's key, in hexadecimal: never the key itself. */
export const ItemFingerprint = z.string().regex(/^[0-9a-f]{64}$/);

export const PersonDecision = z
  .object({
    decision: ItemDecision,
    place: ItemPlace,
    /** of the item; where the document lacks the key it is made with, the item is the one that stands at the place */
    fingerprint: ItemFingerprint.nullable().default(null),
    reason: z.string().trim().min(1).max(1000).nullable().default(null),
    by: z.string().min(1).max(120),
    at: z.iso.datetime(),
  })
  .refine(({ decision, reason }) => decision === "confirmed" || reason !== null, { error: "理由 / a reason", path: ["reason"] });
export type PersonDecision = z.infer<typeof PersonDecision>;

/** The document of `--decisions FILE`. `fingerprintKey`: 32 bytes in hexadecimal. */
export const Decisions = z.object({
  fingerprintKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  decisions: z.array(PersonDecision).max(1_000_000),
});
export type Decisions = z.infer<typeof Decisions>;

const Split = z.object({ A: z.int(), B: z.int() });

/**
 * 逐条核实 how far the items of tiers A and B were confirmed one by one (批量推定 holds for tier C alone). An item is what `--key auto` takes
 * for the same; `open` ones were decided by nobody. `unmatched` decisions met no record.
 */
export const WorkListFigures = z.object({
  open: Split,
  confirmed: Split,
  rejected: Split,
  anonymised: Split,
  restored: z.int(),
  unmatched: z.int(),
});
export type WorkListFigures = z.infer<typeof WorkListFigures>;
