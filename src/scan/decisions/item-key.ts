import type { Tier } from "#scan/kinds.ts";
import { type Identifier, identifierOfKind, strongestIdentifier } from "#scan/records/record-key.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import { isIdentitySet } from "#scan/tiers/tier-of-record.ts";
import type { TierTable } from "#scan/tiers/tiers-2017-10.ts";

/**
 * The words under which a valid record is the same item as another, in its tier and under a count's key: what the tally keys by, in one
 * string. It holds values of the evidence and never leaves the program: what is kept is its keyed fingerprint.
 * @throws an Error for a record without an identifier, which is not valid
 */
export function itemKey(record: SeizedRecord, tier: Tier, key: string, table: TierTable): string {
  if (key === "row") return `${tier}\u0000row\u0000${record.everything()}`;
  const asked = key === "auto" ? null : identifierOfKind(record.findings, key);
  const { kind, value } = asked ?? mustIdentify(record);
  const details = tier === "C" || isIdentitySet(record, tier, table) ? "" : record.details();
  return `${tier}\u0000${kind}\u0000${value}${details === "" ? "" : `\u0001${details}`}`;
}

/** The strongest identifier of a valid record, of its own party before the other's. */
export function mustIdentify({ findings }: SeizedRecord): Identifier {
  const strongest = strongestIdentifier(findings, false) ?? strongestIdentifier(findings, true) ?? strongestIdentifier(findings, null);
  if (strongest === null) throw new Error("a valid record has no identifier"); // judgeRecord and strongestIdentifier disagree: a bug
  return strongest;
}
