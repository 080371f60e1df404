import type { FindingState } from "#scan/finding.ts";

/** What a detector says of one value of which it is told that it ought to be of its kind (by column or label). */
export type Verdict = { readonly state: FindingState; readonly value: string; readonly because: string | null };

export function valid(value: string, because: string | null = null): Verdict {
  return { state: "valid", value, because };
}

export function damaged(value: string, because: "masked" | "exponent" | "cut" | "rounded"): Verdict {
  return { state: "damaged", value, because };
}

export function invalid(value: string, because: string): Verdict {
  return { state: "invalid", value, because };
}
