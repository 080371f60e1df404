import { KNOWN_DUMMIES } from "#scan/records/known-dummies.data.ts";
import { identifiesAlone, identifiesWithName, type RecordFinding } from "#scan/records/seized-record.ts";
import type { ExclusionReason } from "#scan/scan.contract.ts";

/** What a person has decided about a record (检察官确认): it is not true, it is anonymised, or it counts although the machine left it out. */
export type RecordDecision = "rejected" | "anonymised" | "restored";

/**
 * Why a seized record is not valid: the first that applies of rejected, anonymised, test-data, invalid, damaged, not-identifying; null
 * when it is valid. It is valid with one valid value that identifies by itself, or with a valid name beside a valid address, other
 * finding or category except ip, mac and coordinates (contract section 1; 法释〔2017〕10号 art 1). Of a `restored` record the findings
 * must already be what the person said (`restoreFindings`).
 */
export function judgeRecord(findings: readonly RecordFinding[], decision: RecordDecision | null): ExclusionReason | null {
  if (decision !== null && decision !== "restored") return decision;
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
      // A weak password is no placeholder: whose account it opens is another question.
      if (kind !== "account-password" && KNOWN_DUMMIES.has(value)) dummies++;
    } else if (kind === "name") name = true;
    else if (identifiesWithName(kind)) besideName = true;
  }
  // A dummy number in a row is test data even beside a name: the value that would identify belongs to nobody. A person can put it back.
  if (identifying > 0) return dummies === identifying && decision !== "restored" ? "test-data" : null;
  if (name && besideName) return null;
  if (invalid) return "invalid";
  return damaged ? "damaged" : "not-identifying";
}

/**
 * The findings of a record that a person puts back: a card that fails Luhn counts as valid (the check is no proof of untruth). Whatever is
 * provably invalid or damaged stays what it is.
 */
export function restoreFindings(findings: readonly RecordFinding[]): readonly RecordFinding[] {
  if (!findings.some(isRestorable)) return findings;
  return findings.map((finding) => (isRestorable(finding) ? { ...finding, state: "valid" as const } : finding));
}

/** Whether a person can put back a record that the machine excluded for this reason. */
export function canRestore(findings: readonly RecordFinding[], reason: ExclusionReason): boolean {
  if (reason === "test-data") return true;
  return reason === "invalid" && findings.some(isRestorable) && judgeRecord(restoreFindings(findings), "restored") === null;
}

function isRestorable({ kind, state, because }: RecordFinding): boolean {
  return kind === "bank-card" && state === "invalid" && because === "luhn";
}
