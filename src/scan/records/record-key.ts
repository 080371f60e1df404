import { KIND_NAMES, type Kind } from "#scan/kinds.ts";
import { identifiesWithName, type RecordFinding } from "#scan/records/seized-record.ts";

/** 去重键的强弱 identifiers from the strongest down (contract section 1, `--key auto`); name+address and name+other follow. */
export const KEY_ORDER = [
  "resident-id",
  "passport",
  "hk-macao-permit",
  "taiwan-permit",
  "foreign-permanent-resident-id",
  "military-id",
  "social-security",
  "mobile",
  "bank-card",
  "email",
  "account-password",
  "qq",
  "wechat",
  "imei",
  "imsi",
  "iccid",
  "plate",
] as const satisfies readonly Kind[];

/** An identifier of a party: one value, or a name with what stands beside it. */
export type Identifier = { readonly kind: Kind | "name+address" | "name+other"; readonly value: string };

const NAME_WITH = "name+";
const RANK: ReadonlyMap<Kind, number> = new Map(KEY_ORDER.map((kind, rank) => [kind, rank]));
const PLACE_IN_CONTRACT: ReadonlyMap<Kind, number> = new Map(KIND_NAMES.map((kind, place) => [kind, place]));

/**
 * The strongest valid identifier of one party of a record, the first value where a kind stands twice; null when the party has none.
 * `otherParty` null looks at the whole record: a name on one side and what makes it identify on the other.
 * A biometric that stands alone comes last: it identifies, and its file or template is all there is to compare.
 */
export function strongestIdentifier(findings: readonly RecordFinding[], otherParty: boolean | null): Identifier | null {
  let best: RecordFinding | null = null;
  let bestRank: number = KEY_ORDER.length;
  for (const finding of findings) {
    if (finding.state !== "valid" || (otherParty !== null && finding.otherParty !== otherParty)) continue;
    const rank = RANK.get(finding.kind);
    if (rank !== undefined && rank < bestRank) {
      best = finding;
      bestRank = rank;
    }
  }
  return best ?? identifierWithName(findings, otherParty);
}

/** The first valid value of the asked kind (or of a name with a second kind: `name+mobile`), own party before the other; null when the record has none. */
export function identifierOfKind(findings: readonly RecordFinding[], kind: string): Identifier | null {
  const second = kind.startsWith(NAME_WITH) ? kind.slice(NAME_WITH.length) : null;
  if (second === null) return valueOfKind(findings, kind);
  const name = valueOfKind(findings, "name");
  const other = valueOfKind(findings, second);
  if (name === null || other === null) return null;
  return second === "address"
    ? { kind: "name+address", value: `${name.value}\u0000${other.value}` }
    : { kind: "name+other", value: `${name.value}\u0000${other.kind}\u0000${other.value}` };
}

function valueOfKind(findings: readonly RecordFinding[], kind: string): Identifier | null {
  let other: Identifier | null = null;
  for (const finding of findings) {
    if (finding.state !== "valid" || finding.kind !== kind) continue;
    if (!finding.otherParty) return finding;
    other ??= finding;
  }
  return other;
}

function identifierWithName(findings: readonly RecordFinding[], otherParty: boolean | null): Identifier | null {
  let name: string | null = null;
  let address: string | null = null;
  let other: RecordFinding | null = null;
  let biometric: RecordFinding | null = null;
  for (const finding of findings) {
    if (finding.state !== "valid" || (otherParty !== null && finding.otherParty !== otherParty)) continue;
    if (finding.kind === "name") name ??= finding.value;
    else if (finding.kind === "address") address ??= finding.value;
    else if (identifiesWithName(finding.kind)) {
      // The kind's place in the contract decides, not the column's: the same facts in another order of columns are the same item.
      if (other === null || placeOf(finding.kind) < placeOf(other.kind)) other = finding;
      if (finding.kind === "biometric") biometric ??= finding;
    }
  }
  if (name !== null && address !== null) return { kind: "name+address", value: `${name}\u0000${address}` };
  if (name !== null && other !== null) return { kind: "name+other", value: `${name}\u0000${other.kind}\u0000${other.value}` };
  return biometric;
}

function placeOf(kind: Kind): number {
  return PLACE_IN_CONTRACT.get(kind) ?? KIND_NAMES.length;
}
