import type { DismissReason } from "#clues/clues.contract.ts";

/**
 * 噪声规则 what the machine calls noisy: so many prompts decided, and even the upper bound of the precision under the half, so that most of what the rule brings is
 * surely false. Ours, not the law's. The machine only says so: a person retires a rule.
 */
export const NOISY = { decided: 20, upperBelow: 0.5, confidence: 0.95 } as const;

/** Dismissals that say nothing against a rule: what it found is there, and belongs elsewhere. */
export const APART = ["already-handled", "duplicate", "no-jurisdiction"] as const satisfies readonly DismissReason[];
