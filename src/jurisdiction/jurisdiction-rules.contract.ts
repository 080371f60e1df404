import { z } from "zod";
import { AdviceSection } from "#jurisdiction/jurisdiction.contract.ts";

/** A condition over facts that may be unknown. */
export type Condition =
  | { readonly fact: string }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };
const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: z.string() }),
    z.strictObject({ not: Condition }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
  ]),
);
const Words = z.strictObject({ zh: z.string(), en: z.string() });
const Rule = z.strictObject({
  id: z.string(),
  section: AdviceSection,
  when: Condition,
  title: Words,
  effect: Words,
  cite: z.array(z.string()).min(1),
  unconfirmed: z.boolean().default(false),
});
const Paper = z.strictObject({
  id: z.string(),
  section: AdviceSection,
  name: Words,
  when: Condition,
  done: Condition,
  blocked: Condition.optional(),
  cite: z.array(z.string()).min(1),
  unconfirmed: z.boolean().default(false),
});
/** Shape of `rules/<name>.yaml`. */
export const RULE_SHAPES = { rules: z.array(Rule), documents: z.array(Paper) };
export type JurisdictionRules = { readonly rules: readonly z.infer<typeof Rule>[]; readonly documents: readonly z.infer<typeof Paper>[] };
