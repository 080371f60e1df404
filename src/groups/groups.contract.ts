import { z } from "zod";

/** 特殊群体与规模 groups the law protects and flags of scale, as aggregates over persons, small cells hidden. */
const Sentence = z.object({ zh: z.string(), en: z.string() });

export const GroupCellId = z.enum(["total", "under14", "from14to17", "under18", "from18to59", "over60", "women", "men"]);
export type GroupCellId = z.infer<typeof GroupCellId>;

export const GroupCell = z.object({
  id: GroupCellId,
  name: Sentence,
  /** null when hidden */
  value: z.number().int().nullable(),
  /** `small`: from one to under the threshold; `complementary`: hidden so that a small one cannot be computed from the rest */
  hidden: z.enum(["small", "complementary"]).nullable(),
  /** as it may be shown and printed: `1,204`, `＜5`, `隐去` */
  text: Sentence,
});
export type GroupCell = z.infer<typeof GroupCell>;

/** `met`: certain; `possible`: the upper bound reaches it, the lower does not; `not-met`: neither. */
export const ScaleFlag = z.object({
  id: z.enum(["large-scale", "early-notice"]),
  name: Sentence,
  threshold: z.number().int(),
  outcome: z.enum(["met", "possible", "not-met"]),
  cite: z.string(),
  because: Sentence,
});
export type ScaleFlag = z.infer<typeof ScaleFlag>;

export const SensitiveCategory = z.object({
  id: z.enum(["biometrics", "religion", "specific-identity", "health", "financial-account", "whereabouts", "under14"]),
  name: Sentence,
  /** in the evidence or not; how many persons it concerns is at most `persons.atMost` */
  present: z.boolean(),
  kinds: z.array(z.string()),
  cite: z.string(),
});
export type SensitiveCategory = z.infer<typeof SensitiveCategory>;

export const ProtectedGroups = z.object({
  /** ages in full years (周岁) on this day */
  asOf: z.iso.date(),
  threshold: z.number().int(),
  /** over distinct valid resident ids; persons known by other identifiers alone are in no cell */
  cells: z.array(GroupCell),
  persons: z.object({ atLeast: z.number().int(), atMost: z.number().int() }),
  scale: z.array(ScaleFlag),
  sensitive: z.array(SensitiveCategory),
  notes: z.array(Sentence),
});
export type ProtectedGroups = z.infer<typeof ProtectedGroups>;
