import type { Finding } from "#scan/finding.ts";
import type { Kind } from "#scan/kinds.ts";

/**
 * Cuts the findings of one line (or message) into records: where a kind comes that the record already has with another value, a new
 * record begins. A value repeated in the line does not cut it. `[13…, 13…, id]` gives two records: the first mobile; the second with the id.
 */
export function cutRecords<F extends Finding>(findings: readonly F[]): F[][] {
  if (findings.length === 1) return [[...findings]];
  const records: F[][] = [];
  const seen = new Set<string>();
  let kinds = new Set<Kind>();
  let current: F[] | undefined;
  for (const finding of findings) {
    const value = `${finding.kind}\u0000${finding.value}`;
    if (current === undefined || (kinds.has(finding.kind) && !seen.has(value))) {
      current = [];
      kinds = new Set();
      records.push(current);
    }
    current.push(finding);
    kinds.add(finding.kind);
    seen.add(value);
  }
  return records;
}
