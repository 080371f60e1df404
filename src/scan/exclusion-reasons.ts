/**
 * 扣除原因 why a seized record is not valid, in the order in which they apply: the first one counts. Their own file, so that the threads that count
 * need not load what checks shapes.
 */
export const EXCLUSION_REASONS = ["rejected", "anonymised", "test-data", "invalid", "damaged", "not-identifying"] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];
