import { KNOWN_DUMMIES } from "#scan/records/known-dummies.data.ts";
import { identifiesAlone, identifiesWithName, type RecordFinding } from "#scan/records/seized-record.ts";
import type { ExclusionReason } from "#scan/scan.contract.ts";

/** What a person has decided about a record (检察官确认): it is not true, or it is anonymised. */
export type RecordDecision = "rejected" | "anonymised";

/**
 * Why a seized record is not valid: the first that applies of rejected, anonymised, test-data, invalid, damaged, not-identifying; null
 * when it is valid. It is valid with one valid value that identifies by itself, or with a valid name beside a valid address, other
 * finding or category except ip, mac and coordinates (contract section 1; 法释〔2017〕10号 art 1).
 */
export function judgeRecord(findings: readonly RecordFinding[], decision: RecordDecision | null): ExclusionReason | null {
  if (decision !== null) return decision;
  let identifying = 0;
  let dummies = 0;
  let name = false;
  let besideName = false;
  let invalid = false;
  let damaged = false;
  for (const { kind, state, value } of findings) {
    if (state === "invalid") invalid = true;
    else if (state === "damaged") damaged = true;
    else if (identifiesAlone(kind)) {
      identifying++;
      if (KNOWN_DUMMIES.has(value)) dummies++;
    } else if (kind === "name") name = true;
    else if (identifiesWithName(kind)) besideName = true;
  }
  // A dummy number in a row is test data even beside a name: the value that would identify belongs to nobody. A person can put it back.
  if (identifying > 0) return dummies === identifying ? "test-data" : null;
  if (name && besideName) return null;
  if (invalid) return "invalid";
  return damaged ? "damaged" : "not-identifying";
}
